extension Bool: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.bool(self) }
    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> Bool { try reader.bool() }
}

extension Int64: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.integer(self) }
    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> Int64 {
        try reader.integer()
    }
}

extension Int32: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.integer(Int64(self)) }

    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> Int32 {
        reader.skipSpace()
        let start = reader.offset
        guard let value = Int32(exactly: try reader.integer()) else { throw WireError(.badNumber, at: start) }
        return value
    }
}

extension String: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.string(self) }
    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> String {
        try reader.string()
    }
}

extension Instant: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.integer(milliseconds) }

    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> Instant {
        Instant(milliseconds: try reader.integer())
    }
}

extension TimeSpan: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.integer(milliseconds) }

    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> TimeSpan {
        TimeSpan(milliseconds: try reader.integer())
    }
}

extension ID: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.id(self) }
    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> ID { try reader.id() }
}

extension Array: WireField where Element: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.array(self) }

    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> [Element] {
        try reader.array(Element.self)
    }
}

extension Table: WireField where Row: WireField {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.array(rows) }

    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> Table {
        var table = Table()
        for row in try reader.array(Row.self) { table.put(row) }
        return table
    }
}
