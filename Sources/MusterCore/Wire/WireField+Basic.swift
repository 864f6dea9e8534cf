extension Bool: WireField {
    /// What stands where nothing was read yet.
    package static var unread: Bool { false }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.bool(self) }
    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) { self = reader.bool() }
}

extension Int64: WireField {
    /// What stands where nothing was read yet.
    package static var unread: Int64 { 0 }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.integer(self) }
    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) { self = reader.integer() }
}

extension Int32: WireField {
    /// What stands where nothing was read yet.
    package static var unread: Int32 { 0 }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.integer(Int64(self)) }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        reader.skipSpace()
        let start = reader.offset
        let value = reader.integer()
        self = Int32(truncatingIfNeeded: value)
        if Int64(self) != value { reader.fail(.badNumber, at: start) }
    }
}

extension String: WireField {
    /// What stands where nothing was read yet.
    package static var unread: String { "" }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.string(self) }
    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) { self = reader.string() }
}

extension Instant: WireField {
    /// What stands where nothing was read yet.
    package static var unread: Instant { .zero }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.integer(milliseconds) }
    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        self = Instant(milliseconds: reader.integer())
    }
}

extension TimeSpan: WireField {
    /// What stands where nothing was read yet.
    package static var unread: TimeSpan { TimeSpan(milliseconds: 0) }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.integer(milliseconds) }
    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        self = TimeSpan(milliseconds: reader.integer())
    }
}

extension ID: WireField {
    /// What stands where nothing was read yet.
    package static var unread: ID { .none }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.id(self) }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        let packed = reader.id()
        self = ID(high: packed.high, low: packed.low)
    }
}

extension Array: WireField where Element: WireField {
    /// What stands where nothing was read yet.
    package static var unread: [Element] { [] }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.array(self) }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        self = []
        var goesOn = reader.beginArray()
        while goesOn {
            var element = Element.unread
            element.read(from: &reader)
            append(element)
            goesOn = reader.nextElement()
        }
    }
}

extension Table: WireField where Row: WireField {
    /// What stands where nothing was read yet.
    package static var unread: Table { Table() }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.array(rows) }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        var rows: [Row] = []
        rows.read(from: &reader)
        self = Table()
        for row in rows { put(row) }
    }
}
