/// Where a field lies in the buffer of its reader; good until the reader moves on.
struct CSVField {
    /// The first byte.
    var start: Int32
    /// The byte after the last one.
    var end: Int32
    /// What the scan saw in the field.
    var traits: Traits

    /// What the scan saw in a field.
    struct Traits: OptionSet {
        let rawValue: UInt8
        /// Doubled quotes that stand for one.
        static let escapes = Traits(rawValue: 1)
        /// A quote inside a field that does not begin with one.
        static let bareQuote = Traits(rawValue: 2)
        /// A line break inside quotes.
        static let lineBreak = Traits(rawValue: 4)
    }
}
