package import MusterCore

extension ID {
    /// A fresh random id; tests hand over a generator of their own.
    package static func fresh(_ generator: some RandomNumberGenerator = SystemRandomNumberGenerator()) -> ID {
        var generator = generator
        return ID(random: generator.next(), generator.next())
    }
}
