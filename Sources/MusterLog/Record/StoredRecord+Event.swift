package import MusterCore

extension StoredRecord {
    /// The record of the domain that was stored here; its text is absent when it was erased or its key is not
    /// held.
    /// - Throws: ``LogError`` with the code `corrupt` when the bytes do not decode, which stops the fold
    ///   there.
    package func decodedRecord() throws(LogError) -> Record {
        let header = try decodedHeader()
        guard let body = part(NewPart.body)?.stored else {
            throw LogError(.corrupt, "record \(position) of \(stream) has no body")
        }
        var writer = WireWriter()
        var position = header.position
        var at = header.at
        var actor = header.actor
        var type = header.type
        var text: String?
        if let part = part(NewPart.text), let clear = try part.opened() {
            text = String(decoding: clear, as: UTF8.self)
        }
        writer.beginObject()
        writer.field("pos", &position)
        writer.field("at", &at)
        writer.field("actor", &actor)
        writer.field("type", &type)
        writer.raw("body", body)
        writer.field("text", &text)
        writer.endObject()
        do { return try Record.decoded(writer.bytes) } catch {
            throw LogError(.corrupt, "record \(position) of \(stream) is not readable", cause: error)
        }
    }
}
