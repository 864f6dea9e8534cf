/// HTML being written: one buffer of UTF-8 bytes to which elements, text and components are appended in order.
///
/// Safe by construction: `text` and attribute values are escaped, names and `raw` markup are `StaticString`,
/// so nothing that a person typed can become markup. Components are methods added in extensions.
///
/// ```swift
/// var h = Html()
/// h.section("card") { h in
///     h.h2(text: room.name)
///     h.p("quiet", text: "No report yet")
/// }
/// ```
package struct Html: Sendable {
    /// The markup written so far.
    package private(set) var bytes: [UInt8] = []

    /// Ranges that compare apart from what surrounds them: keyed pieces and running times.
    package private(set) var marks: [Mark] = []

    /// Places in `bytes` where the server writes its form token.
    package private(set) var tokenSlots: [Int] = []

    /// Creates empty markup.
    package init() {}

    /// The markup as a string, for tests and for the JSON answer of the browser.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends text, escaped.
    package mutating func text(_ value: String) {
        if value.utf8.contains(where: Self.needsEscape) {
            for byte in value.utf8 { escape(byte) }
        } else {
            bytes.append(contentsOf: value.utf8)
        }
    }

    /// Appends a number.
    package mutating func number(_ value: Int64) {
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Appends markup written out in the source code; the type admits literals only.
    package mutating func raw(_ markup: StaticString) {
        // The pointer is read inside the closure only.
        markup.withUTF8Buffer { buffer in unsafe bytes.append(contentsOf: buffer) }
    }

    /// Appends other markup together with its marks.
    package mutating func append(_ other: Html) {
        let offset = bytes.count
        bytes.append(contentsOf: other.bytes)
        for mark in other.marks { marks.append(mark.moved(by: offset)) }
        for slot in other.tokenSlots { tokenSlots.append(slot + offset) }
    }

    /// Writes what `content` writes and remembers its range under `kind`.
    package mutating func marked(_ kind: Mark.Kind, _ content: (inout Html) -> Void) {
        let index = marks.count
        marks.append(Mark(kind: kind, start: bytes.count, end: bytes.count))
        content(&self)
        marks[index] = Mark(kind: kind, start: marks[index].start, end: bytes.count)
    }

    /// Remembers this place as one where the server writes its form token.
    mutating func markTokenSlot() {
        tokenSlots.append(bytes.count)
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x27 || byte == 0x3C || byte == 0x3E
            || byte == 0x7F
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: raw("&quot;")
        case 0x26: raw("&amp;")
        case 0x27: raw("&#39;")
        case 0x3C: raw("&lt;")
        case 0x3E: raw("&gt;")
        case 0x09, 0x0A, 0x0D: bytes.append(byte)
        // HTML has no way to write other control characters; the replacement shows that one was there.
        case 0x00..<0x20, 0x7F: raw("\u{FFFD}")
        default: bytes.append(byte)
        }
    }
}
