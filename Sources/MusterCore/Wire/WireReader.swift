/// Reads JSON text, strictly and within ``WireLimits``.
///
/// Keys in the canonical order are read in one pass. Any other order is read through an index of the object, so that
/// a hand-written command works too, at a lower speed.
///
/// The first fault is kept and ends the text: whatever is read after it finds nothing and changes nothing. So the
/// description of a value passes no errors on, which would be most of its code.
@safe package struct WireReader: FieldVisitor {
    /// The text, lent by ``WireField/decoded(_:)`` for as long as the reader lives.
    ///
    /// Only what lies before `end` is read.
    let bytes: UnsafePointer<UInt8>
    /// Where the text ends: 0 after a fault.
    private(set) var end: Int
    /// Where the reader stands: bytes from the start of the text.
    package var offset = 0
    /// The first fault, if there was one.
    package private(set) var failure: WireError?
    /// The keys of the objects that are indexed, the innermost last.
    private var entries: [ObjectFrame.Entry] = []
    private var object = ObjectFrame()
    private var depth: Int32 = 0

    /// Whether the text is a person's, and not one that was stored: a number beyond ``WireLimits/integer`` is then
    /// refused, where in a stored text, which must decode for ever, it is the largest that browsers can carry.
    let isNews: Bool

    /// A reader at the start of a text.
    init(_ text: UnsafeBufferPointer<UInt8>, isNews: Bool) {
        self.isNews = isNews
        guard let start = text.baseAddress else { preconditionFailure("a lent array has an address") }
        unsafe bytes = start
        end = text.count
    }

    /// Reads a field.
    ///
    /// Not inlined, as its siblings: there are hundreds of fields, and each copy would be downloaded.
    @inline(never)
    package mutating func field<F: WireField>(_ name: StaticString, _ value: inout F) {
        if require(name) { value.read(from: &self) }
    }

    /// Reads a field.
    @inline(never)
    package mutating func field<F: WireField>(_ name: StaticString, _ value: inout F?) {
        guard find(name), !takeNull() else { return value = nil }
        var present = F.unread
        present.read(from: &self)
        value = present
    }

    /// Reads a field.
    @inline(never)
    package mutating func field<F: WireField>(_ name: StaticString, _ value: inout F, default: F) {
        if find(name) { value.read(from: &self) } else { value = `default` }
    }

    /// Reads a choice from its two keys.
    package mutating func union<U: WireUnion>(
        _ name: StaticString, _ body: StaticString, _ value: inout U
    ) {
        var wireCase = U.Case.unread
        field(name, &wireCase)
        value = U.blank(wireCase)
        guard require(body), let outer = beginObject() else { return }
        value.visit(&self)
        endObject(outer)
    }

    /// Checks that nothing but white space follows.
    mutating func finish() {
        skipSpace()
        if offset != end { fail(.trailingText, at: offset) }
    }

    /// Keeps the fault, where it is the first, and ends the text.
    @inline(never)
    package mutating func fail(_ problem: WireError.Problem, at offset: Int) {
        if failure == nil { failure = WireError(problem, at: offset) }
        end = 0
    }

    // MARK: Objects and arrays

    /// Steps into an object and returns the frame to come back to; `nil` after a fault.
    mutating func beginObject() -> ObjectFrame? {
        skipSpace()
        guard expect(0x7B, "an object"), deepen() else { return nil }
        let outer = object
        object = ObjectFrame(start: offset, entries: entries.count)
        return outer
    }

    /// Steps out of the object, past whatever was not asked for.
    mutating func endObject(_ outer: ObjectFrame) {
        if object.end < 0 {
            skipSpace()
            if next == 0x7D { closeObject() } else { indexObject() }
        }
        if entries.count > object.entries { entries.removeLast(entries.count - object.entries) }
        offset = object.end
        depth -= 1
        object = outer
    }

    /// Steps into an array; tells whether it has an element.
    mutating func beginArray() -> Bool {
        skipSpace()
        guard expect(0x5B, "an array"), deepen() else { return false }
        skipSpace()
        guard next == 0x5D else { return true }
        return endArray()
    }

    /// Steps to the next element, or out of the array when there is none.
    mutating func nextElement() -> Bool {
        skipSpace()
        if next == 0x2C {
            offset += 1
            return true
        }
        guard next == 0x5D else { return refuse("a comma or the end of the array") }
        return endArray()
    }

    private mutating func endArray() -> Bool {
        offset += 1
        depth -= 1
        return false
    }

    private mutating func deepen() -> Bool {
        depth += 1
        if depth > WireLimits.depth { fail(.tooDeep, at: offset) }
        return depth <= WireLimits.depth
    }

    // MARK: Keys

    /// As ``find(_:)``, for a key that must be there.
    private mutating func require(_ name: StaticString) -> Bool {
        if find(name) { return true }
        fail(.missingKey(StaticName(name)), at: offset)
        return false
    }

    /// Moves to the value of that key in the object at hand; `false` when the key is not there.
    @inline(never)
    private mutating func find(_ name: StaticString) -> Bool {
        if object.end < 0 {
            if takeKey(name) { return true }
            // Where the object ends here, all its keys were asked for one by one, and this one is not among them.
            if next == 0x7D { closeObject() } else { indexObject() }
        }
        var index = entries.count
        while index > object.entries {
            index -= 1
            if matches(entries[index].key, name) {
                offset = entries[index].value
                return true
            }
        }
        return false
    }

    /// Steps over the comma, the key and the colon when the key that follows is the one asked for.
    private mutating func takeKey(_ name: StaticString) -> Bool {
        skipSpace()
        var at = offset
        if at != object.start {
            guard next == 0x2C else { return false }
            at = afterSpace(at + 1)
        }
        let key = at + 1..<at + 1 + name.utf8CodeUnitCount
        guard key.upperBound < end, unsafe bytes[at] == 0x22, unsafe bytes[key.upperBound] == 0x22,
            matches(key, name)
        else { return false }
        at = afterSpace(key.upperBound + 1)
        guard at < end, unsafe bytes[at] == 0x3A else { return false }
        offset = at + 1
        return true
    }

    /// Notes where each key of the object lies, and refuses a repeated one.
    @inline(never)
    private mutating func indexObject() {
        offset = object.start
        skipSpace()
        while next != 0x7D {
            if entries.count > object.entries, !expect(0x2C, "a comma or the end of the object") { break }
            skipSpace()
            if entries.count - object.entries >= WireLimits.keys { fail(.tooManyKeys, at: offset) }
            let key = plainString()
            for entry in entries[object.entries...] where matches(entry.key, key) {
                fail(.repeatedKey, at: key.lowerBound - 1)
            }
            skipSpace()
            guard expect(0x3A, "a colon") else { break }
            entries.append(ObjectFrame.Entry(key: key, value: offset))
            skipValue()
            skipSpace()
        }
        closeObject()
    }

    private mutating func closeObject() {
        offset += 1
        object.end = offset
    }
}

/// Where the reader stands in one object.
struct ObjectFrame {
    /// A key's bytes without quotes, and where its value begins.
    struct Entry {
        var key: Range<Int>
        var value: Int
    }

    /// The first byte after the opening brace.
    var start = 0
    /// The byte after the closing brace, once it is known; negative before.
    var end = -1
    /// How many keys of outer objects lie before those of this one.
    var entries = 0

    init(start: Int = 0, entries: Int = 0) {
        self.start = start
        self.entries = entries
    }
}
