/// A value that stands in JSON text and comes back from it as the same value.
///
/// The text is canonical: keys in the order of the type's description, no white space, absent instead of `null`.
/// Equal values therefore have equal bytes, on every device.
package protocol WireField {
    /// What stands where nothing was read yet.
    static var unread: Self { get }
    /// Appends the value's text.
    func write(to writer: inout WireWriter)
    /// Becomes the value where the reader stands; after a fault of the text, any value.
    mutating func read(from reader: inout WireReader)
}

/// A JSON object described once, by naming its fields; the description serves writing and reading alike.
package protocol WireValue: WireField {
    /// The value before reading: every field blank.
    init()
    /// Names each field in the order in which it is written.
    mutating func visit<V: FieldVisitor>(_ visitor: inout V)
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
    mutating func visit<V: FieldVisitor>(_ visitor: inout V)
}

/// A closed set of names, written as a JSON string; a stored name is frozen.
package protocol WireName: WireField, CaseIterable, RawRepresentable where RawValue == String {}

/// What walks through the fields of a value: a writer or a reader.
package protocol FieldVisitor {
    /// A field that must be there.
    mutating func field<F: WireField>(_ name: StaticString, _ value: inout F)
    /// A field that may be absent.
    mutating func field<F: WireField>(_ name: StaticString, _ value: inout F?)
    /// A field that came after version 1: texts from before have the default.
    mutating func field<F: WireField>(_ name: StaticString, _ value: inout F, default: F)
    /// A choice whose name and fields lie under two keys of this object.
    mutating func union<U: WireUnion>(
        _ name: StaticString, _ body: StaticString, _ value: inout U
    )
}

extension WireField {
    /// The value's canonical text as UTF-8.
    package func encoded() -> [UInt8] {
        var writer = WireWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Reads one value that fills the whole text; `isNews` where a person sent it and it was not stored before.
    package static func decoded(_ bytes: [UInt8], isNews: Bool = false) throws(WireError) -> Self {
        guard bytes.count <= WireLimits.bytes else { throw WireError(.tooLong, at: WireLimits.bytes) }
        var value = unread
        // The reader lives no longer than the text lies where it is.
        let failure = unsafe bytes.withUnsafeBufferPointer { text in
            var reader = unsafe WireReader(text, isNews: isNews)
            value.read(from: &reader)
            reader.finish()
            return reader.failure
        }
        if let failure { throw failure }
        return value
    }
}

extension WireValue {
    /// Every field blank.
    package static var unread: Self { Self() }

    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) {
        writer.beginObject()
        var copy = self
        copy.visit(&writer)
        writer.endObject()
    }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        guard let outer = reader.beginObject() else { return }
        visit(&reader)
        reader.endObject(outer)
    }
}

extension WireUnion {
    /// The first case with blank fields.
    package static var unread: Self { blank(Case.unread) }

    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) {
        writer.beginObject()
        var name = wireCase
        writer.put("is", &name)
        var copy = self
        copy.visit(&writer)
        writer.endObject()
    }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        guard let outer = reader.beginObject() else { return }
        var name = Case.unread
        reader.field("is", &name)
        self = Self.blank(name)
        visit(&reader)
        reader.endObject(outer)
    }
}

extension WireName {
    /// The first name.
    package static var unread: Self {
        guard let first = allCases.first else { preconditionFailure("a set of names has at least one") }
        return first
    }

    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) {
        writer.string(rawValue)
    }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        reader.skipSpace()
        let start = reader.offset
        let name: Self? = reader.name(reader.plainString())
        if let name { self = name } else { reader.fail(.unknownName, at: start) }
    }
}
