/// A written exception: a path (or the beginning of one) and why the rule does not fit there.
struct Allowance {
    let path: String
    let reason: String

    init(_ path: String, because reason: String) {
        self.path = path
        self.reason = reason
    }
}

extension [Allowance] {
    /// Whether a path is excepted, being listed itself or lying in a listed folder.
    func covers(_ path: String) -> Bool {
        contains { $0.path == path || ($0.path.hasSuffix("/") && path.hasPrefix($0.path)) }
    }
}
