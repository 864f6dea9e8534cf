/// Why a text was refused by the codec, and where.
package struct WireError: Error, Equatable, Sendable {
    /// What was wrong.
    package enum Problem: Equatable, Sendable {
        /// The text ended in the middle of a value.
        case endOfText
        /// Something else stands where this was expected.
        case expected(StaticName)
        /// A key that must be there is not.
        case missingKey(StaticName)
        /// An object has more keys than ``WireLimits/keys``.
        case tooManyKeys
        /// A key stands twice in one object.
        case repeatedKey
        /// A name or id is well-formed JSON but not one of those known here.
        case unknownName
        /// A number does not fit, or is not written as a plain whole number.
        case badNumber
        /// A string has a bad escape, a control character or bytes that are not UTF-8.
        case badString
        /// Objects and arrays lie deeper in each other than ``WireLimits/depth``.
        case tooDeep
        /// The text is longer than ``WireLimits/bytes``.
        case tooLong
        /// More text follows the value.
        case trailingText
    }

    /// What was wrong.
    package let problem: Problem
    /// Where it was found: bytes from the start of the text, from 0.
    package let offset: Int32

    init(_ problem: Problem, at offset: Int) {
        self.problem = problem
        self.offset = Int32(clamping: offset)
    }

    /// One sentence that a person can act on.
    package var message: String {
        let what =
            switch problem {
            case .endOfText: "the text ends too early"
            case .expected(let name): "expected \(name.text)"
            case .missingKey(let name): "the key \"\(name.text)\" is missing"
            case .tooManyKeys: "the object has more than \(WireLimits.keys) keys"
            case .repeatedKey: "a key stands twice in one object"
            case .unknownName: "this name is not known here"
            case .badNumber: "expected a whole number that fits"
            case .badString: "the string has a bad escape, a control character or bytes that are not UTF-8"
            case .tooDeep: "objects lie too deep in each other"
            case .tooLong: "the text is too long"
            case .trailingText: "more text follows the value"
            }
        return "\(what), at byte \(offset)"
    }
}

/// A string literal that can be compared: what ``WireError`` names without holding a copy.
package struct StaticName: Equatable, Sendable {
    private let literal: StaticString

    init(_ literal: StaticString) {
        self.literal = literal
    }

    /// The literal's characters.
    package var text: String { "\(literal)" }

    /// Two names are equal when their characters are.
    package static func == (left: StaticName, right: StaticName) -> Bool { left.text == right.text }
}

/// What the reader refuses rather than tries.
package enum WireLimits {
    /// Longest text in bytes: a cut state of a large site fits, a flood does not.
    package static let bytes = 64 * 1024 * 1024
    /// Most keys in one object: several times what any of ours has, since each is compared with all before it.
    package static let keys = 128
    /// The largest whole number either way, 2^53 - 1: beyond it a browser's JSON changes the last digits (RFC 8259,
    /// section 6), and one such number would keep a state from being opened there.
    package static let integer: Int64 = 9_007_199_254_740_991
    /// Digits of the largest whole number.
    static let digits = 16
    /// Digits of the largest whole number that was ever stored.
    static let longestDigits = 19
    /// Deepest nesting of objects and arrays.
    package static let depth: Int32 = 32
}
