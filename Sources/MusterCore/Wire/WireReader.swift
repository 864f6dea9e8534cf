/// Reads JSON text, strictly and within ``WireLimits``.
///
/// Keys in the canonical order are read in one pass. Any other order is read through an index of the object, so that
/// a hand-written command works too, at a lower speed.
package struct WireReader: FieldVisitor {
    let bytes: [UInt8]
    /// Where the reader stands: bytes from the start of the text.
    package var offset = 0
    var object = ObjectFrame()
    var depth: Int32 = 0

    /// A reader at the start of a text.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads a field.
    package mutating func field<F: WireField>(_ name: StaticString, _ value: inout F) throws(WireError) {
        guard try find(name) else { throw WireError(.missingKey(StaticName(name)), at: offset) }
        value = try F.read(from: &self)
    }

    /// Reads a field.
    package mutating func field<F: WireField>(_ name: StaticString, _ value: inout F?) throws(WireError) {
        guard try find(name) else { return value = nil }
        value = takeNull() ? nil : try F.read(from: &self)
    }

    /// Reads a field.
    package mutating func field<F: WireField>(
        _ name: StaticString, _ value: inout F, default: F
    ) throws(WireError) {
        value = try find(name) ? try F.read(from: &self) : `default`
    }

    /// Reads a choice from its two keys.
    package mutating func union<U: WireUnion>(
        _ name: StaticString, _ body: StaticString, _ value: inout U
    ) throws(WireError) {
        guard try find(name) else { throw WireError(.missingKey(StaticName(name)), at: offset) }
        value = U.blank(try U.Case.read(from: &self))
        guard try find(body) else { throw WireError(.missingKey(StaticName(body)), at: offset) }
        let outer = try beginObject()
        try value.visit(&self)
        try endObject(outer)
    }

    /// Checks that nothing but white space follows.
    package mutating func end() throws(WireError) {
        skipSpace()
        guard offset == bytes.count else { throw WireError(.trailingText, at: offset) }
    }

    // MARK: Objects

    /// Steps into an object and returns the frame to come back to.
    mutating func beginObject() throws(WireError) -> ObjectFrame {
        skipSpace()
        try expect(0x7B, "an object")
        depth += 1
        guard depth <= WireLimits.depth else { throw WireError(.tooDeep, at: offset) }
        let outer = object
        object = ObjectFrame(start: offset)
        return outer
    }

    /// Steps out of the object, past whatever was not asked for.
    mutating func endObject(_ outer: ObjectFrame) throws(WireError) {
        if object.end < 0 {
            skipSpace()
            if offset < bytes.count, bytes[offset] == 0x7D {
                object.end = offset + 1
            } else {
                try indexObject()
            }
        }
        offset = object.end
        depth -= 1
        object = outer
    }

    /// Moves to the value of that key in the object at hand; `false` when the key is not there.
    private mutating func find(_ name: StaticString) throws(WireError) -> Bool {
        if object.end < 0 {
            let here = offset
            if nextKey(is: name) { return true }
            offset = here
            try indexObject()
        }
        for entry in object.entries where matches(entry.key, name) {
            offset = entry.value
            return true
        }
        return false
    }

    /// Steps over the comma, the key and the colon when the key that follows is the one asked for.
    private mutating func nextKey(is name: StaticString) -> Bool {
        skipSpace()
        if offset != object.start {
            guard offset < bytes.count, bytes[offset] == 0x2C else { return false }
            offset += 1
            skipSpace()
        }
        let count = name.utf8CodeUnitCount
        guard offset + count + 2 < bytes.count, bytes[offset] == 0x22, bytes[offset + count + 1] == 0x22,
            matches(offset + 1..<offset + 1 + count, name)
        else { return false }
        offset += count + 2
        skipSpace()
        guard offset < bytes.count, bytes[offset] == 0x3A else { return false }
        offset += 1
        return true
    }

    /// Notes where each key of the object lies, and refuses a repeated one.
    private mutating func indexObject() throws(WireError) {
        offset = object.start
        object.entries = []
        skipSpace()
        if offset < bytes.count, bytes[offset] == 0x7D {
            object.end = offset + 1
            return
        }
        while true {
            skipSpace()
            let keyStart = offset
            let key = try plainString()
            for entry in object.entries where bytes[entry.key] == bytes[key] {
                throw WireError(.repeatedKey, at: keyStart)
            }
            skipSpace()
            try expect(0x3A, "a colon")
            object.entries.append(ObjectFrame.Entry(key: key, value: offset))
            try skipValue()
            skipSpace()
            guard offset < bytes.count else { throw WireError(.endOfText, at: offset) }
            offset += 1
            if bytes[offset - 1] == 0x7D { break }
            guard bytes[offset - 1] == 0x2C else {
                throw WireError(.expected(StaticName("a comma or the end of the object")), at: offset - 1)
            }
        }
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
    /// The keys, once the object is indexed.
    var entries: [Entry] = []

    init(start: Int = 0) {
        self.start = start
    }
}
