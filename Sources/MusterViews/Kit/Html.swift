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

    /// What stood here before, while pieces of it may be taken over.
    private var earlier: [Earlier] = []

    /// Creates empty markup.
    package init() {}

    /// Creates empty markup that may take pieces over from what stood here before.
    init(over earlier: Html?) {
        guard let earlier else { return }
        self.earlier = [Earlier(earlier)]
        // What is drawn anew is mostly as long as it was.
        bytes.reserveCapacity(earlier.bytes.count + 512)
    }

    /// The markup as a string, for tests and for the JSON answer of the browser.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends text, escaped.
    ///
    /// Not inlined, as ``raw(_:)``: pages call them hundreds of times, and each copy would be downloaded.
    @inline(never)
    package mutating func text(_ value: String) {
        // The pointer is read inside the closure only. Text without special characters, the common case, is
        // copied whole.
        let isPlain = unsafe value.utf8.withContiguousStorageIfAvailable { buffer in
            if unsafe buffer.contains(where: Self.needsEscape) { return false }
            unsafe bytes.append(contentsOf: buffer)
            return true
        }
        if isPlain == true { return }
        for byte in value.utf8 { escape(byte) }
    }

    /// Appends a number.
    package mutating func number(_ value: Int64) {
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Appends markup written out in the source code; the type admits literals only.
    @inline(never)
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
    package mutating func marked(
        _ kind: Mark.Kind, version: UInt64 = 0, _ content: (inout Html) -> Void
    ) {
        let index = marks.count
        let start = bytes.count
        marks.append(Mark(kind: kind, version: version, start: start, end: start))
        content(&self)
        marks[index] = Mark(kind: kind, version: version, start: start, end: bytes.count)
    }

    /// Writes a piece as it stood here before, where it shows the same facts; tells whether it did.
    mutating func takeOver(_ version: UInt64) -> Bool {
        guard version != 0, !earlier.isEmpty, let piece = earlier[0].find(version) else { return false }
        let offset = bytes.count - piece.bytes.startIndex
        bytes.append(contentsOf: piece.bytes)
        for mark in piece.marks { marks.append(mark.moved(by: offset)) }
        return true
    }

    /// Lets go of what stood here before: the markup is complete.
    mutating func forgetEarlier() {
        earlier = []
    }

    /// Remembers this place as one where the server writes its form token.
    mutating func markTokenSlot() {
        tokenSlots.append(bytes.count)
    }

    /// Control characters and the five that mean something in HTML, one bit each.
    private static let special: UInt64 =
        0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    @inline(__always)
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x40 ? special >> UInt64(byte) & 1 == 1 : byte == 0x7F
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
