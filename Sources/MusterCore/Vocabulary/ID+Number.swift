extension ID {
    /// An id made of a letter and a whole number that is unique among its kind, such as a log position.
    package init(_ letter: StaticString, _ number: Int64) {
        precondition(number >= 0 && number < 1_000_000_000_000_000, "at most 15 digits beside the letter")
        var digits: [UInt8] = []
        var rest = number
        repeat {
            digits.append(UInt8(truncatingIfNeeded: 0x30 + rest % 10))
            rest /= 10
        } while rest != 0
        digits.append(unsafe letter.utf8Start[0])
        guard let id = ID(bytes: digits.reversed()) else {
            preconditionFailure("a letter and digits make an id")
        }
        self = id
    }
}
