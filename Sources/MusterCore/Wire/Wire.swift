/// A value that stands in JSON text and comes back from it as the same value.
///
/// The text is canonical: keys in the order of the type's description, no white space, absent instead of `null`.
/// Equal values therefore have equal bytes, on every device.
package protocol WireField {
    /// Appends the value's text.
    func write(to writer: inout WireWriter)
    /// Reads a value where the reader stands.
    static func read(from reader: inout WireReader) throws(WireError) -> Self
}

/// A JSON object described once, by naming its fields; the description serves writing and reading alike.
package protocol WireValue: WireField {
    /// The value before reading: every field blank.
    init()
    /// Names each field in the order in which it is written.
    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(WireError)
}

/// A choice between cases, each a JSON object: `{"is":"held","by":"…"}`.
package protocol WireUnion: WireField {
    /// The frozen names of the cases.
    associatedtype Case: WireName
    /// Which case this is.
    var wireCase: Case { get }
    /// A value of that case with blank fields, to be filled by ``visit(_:)``.
    static func blank(_ wireCase: Case) -> Self
    /// Names each field of the present case.
    mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(WireError)
}

/// A closed set of names, written as a JSON string; a stored name is frozen.
package protocol WireName: WireField, CaseIterable, RawRepresentable where RawValue == String {}

/// What walks through the fields of a value: a writer or a reader.
package protocol FieldVisitor {
    /// A field that must be there.
    mutating func field<F: WireField>(_ name: StaticString, _ value: inout F) throws(WireError)
    /// A field that may be absent.
    mutating func field<F: WireField>(_ name: StaticString, _ value: inout F?) throws(WireError)
    /// A field that came after version 1: texts from before have the default.
    mutating func field<F: WireField>(_ name: StaticString, _ value: inout F, default: F) throws(WireError)
    /// A choice whose name and fields lie under two keys of this object.
    mutating func union<U: WireUnion>(
        _ name: StaticString, _ body: StaticString, _ value: inout U
    ) throws(WireError)
}

extension WireField {
    /// The value's canonical text as UTF-8.
    package func encoded() -> [UInt8] {
        var writer = WireWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Reads one value that fills the whole text.
    package static func decoded(_ bytes: [UInt8]) throws(WireError) -> Self {
        guard bytes.count <= WireLimits.bytes else { throw WireError(.tooLong, at: WireLimits.bytes) }
        var reader = WireReader(bytes)
        let value = try read(from: &reader)
        try reader.end()
        return value
    }
}

extension WireValue {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) {
        writer.beginObject()
        var copy = self
        writer.describe(&copy)
        writer.endObject()
    }

    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> Self {
        var value = Self()
        let outer = try reader.beginObject()
        try value.visit(&reader)
        try reader.endObject(outer)
        return value
    }
}

extension WireUnion {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) {
        writer.beginObject()
        var name = wireCase
        writer.put("is", &name)
        var copy = self
        writer.describe(&copy)
        writer.endObject()
    }

    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> Self {
        let outer = try reader.beginObject()
        var name: Case?
        try reader.field("is", &name)
        guard let name else { throw WireError(.missingKey(StaticName("is")), at: reader.offset) }
        var value = blank(name)
        try value.visit(&reader)
        try reader.endObject(outer)
        return value
    }
}

extension WireName {
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) {
        writer.string(rawValue)
    }

    /// Reads a value where the reader stands.
    package static func read(from reader: inout WireReader) throws(WireError) -> Self {
        let start = reader.offset
        let range = try reader.plainString()
        for name in allCases where reader.matches(range, name.rawValue) { return name }
        throw WireError(.unknownName, at: start)
    }
}
