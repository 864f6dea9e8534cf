package import MusterCore

extension NewRecord {
    /// An event ready to be appended: its fields as the body, its free text as an erasable part of its own.
    package init(_ event: Event, at: Instant, actor: PersonID?, device: DeviceID, command: CommandID) {
        var bare = event
        bare.text = nil
        var parts = [NewPart(NewPart.body, bare.bodyBytes)]
        if let text = event.text { parts.append(NewPart(NewPart.text, Array(text.utf8), isErasable: true)) }
        self.init(
            at: at, actor: actor, device: device, command: command, type: event.wireCase.rawValue,
            parts: parts)
    }
}

extension Event {
    /// The fields as a JSON object, without the name, which stands in the header.
    fileprivate var bodyBytes: [UInt8] {
        var writer = WireWriter()
        var copy = self
        writer.beginObject()
        copy.visit(&writer)
        writer.endObject()
        return writer.bytes
    }
}
