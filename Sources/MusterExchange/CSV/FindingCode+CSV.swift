extension FindingCode {
    /// A row has fewer cells than the header; what is missing was read as blank.
    package static let rowShort = FindingCode("csv.row-short", .warning)
    /// A row has fewer cells than the header and none of it can be trusted.
    package static let rowShortRefused = FindingCode("csv.row-short-refused", .error)
    /// A row has more cells than the header, all of them blank.
    package static let rowLong = FindingCode("csv.row-long", .warning)
    /// A row has more cells than the header; its cells are probably shifted.
    package static let rowLongRefused = FindingCode("csv.row-long-refused", .error)
    /// A line without anything on it.
    package static let blankLine = FindingCode("csv.blank-line", .note)
    /// A quote in the middle of an unquoted cell, read as it stands.
    package static let bareQuote = FindingCode("csv.bare-quote", .warning)
    /// Text behind a closing quote.
    package static let quoteBroken = FindingCode("csv.quote-broken", .error)
    /// A quote that is never closed.
    package static let quoteOpen = FindingCode("csv.quote-open", .error)
    /// A line break inside a cell, which OneRoster forbids.
    package static let lineBreak = FindingCode("csv.line-break", .warning)
    /// A cell or row beyond the limits.
    package static let tooLong = FindingCode("csv.too-long", .error)
    /// More columns than the limits allow.
    package static let tooManyColumns = FindingCode("csv.too-many-columns", .error)
    /// Cells parted by something else than a comma.
    package static let separator = FindingCode("csv.separator", .error, isBlocking: true)
    /// A byte-order mark, dropped.
    package static let byteOrderMark = FindingCode("text.byte-order-mark", .note)
    /// UTF-16 with a byte-order mark, read all the same.
    package static let utf16 = FindingCode("text.utf-16", .warning)
    /// Bytes that are not UTF-8; the file was refused from there on.
    package static let notUTF8 = FindingCode("text.not-utf-8", .error, isBlocking: true)
    /// A file that could not be read to its end.
    package static let fileBroken = FindingCode("file.broken", .error, isBlocking: true)
}
