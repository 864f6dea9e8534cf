package import Foundation
package import MusterCore

/// What every copy of a history must come to, as text that any program can follow line by line.
///
/// `open {…}` starts a copy of a slice before its first record, `apply {…}` gives it a record cut for that slice, and
/// `same {…}` says which bytes its canonical encoding is now. The JSON after the word is what the WebAssembly module
/// takes as ops 1 and 2, and gives as op 5.
package enum HistoryText {
    /// Where the tests of Swift leave the texts for Node and Chromium.
    package static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent(".build/histories")

    /// The text of a history in some slices, each looked at four times on the way.
    package static func make(_ records: [Record], slices: [Slice]) throws(WireError) -> Data {
        var text = Data()
        for slice in slices {
            var replica = Replica(slice)
            text += line("open", try opening(replica))
            let cut = records.compactMap { $0.cut(for: slice) }
            let looks = Set((1...4).map { cut.count * $0 / 4 })
            for (index, record) in cut.enumerated() {
                text += line("apply", record.encoded())
                replica.apply(record)
                if looks.contains(index + 1) { text += line("same", replica.encoded()) }
            }
        }
        return text
    }

    /// Writes the text of a history where Node and Chromium find it.
    package static func write(_ records: [Record], slices: [Slice], as name: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try make(records, slices: slices).write(
            to: folder.appendingPathComponent("\(name).txt"), options: .atomic)
    }

    /// The texts that were written.
    package static func written() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
    }

    /// Follows a text with this process's fold; gives how often it looked, and the first line that is not the same.
    package static func follow(_ text: Data) throws -> (looks: Int, different: Int?) {
        var replica = Replica()
        var looks = 0
        for (number, line) in text.split(separator: 0x0a).enumerated() {
            guard let space = line.firstIndex(of: 0x20) else { return (looks, number + 1) }
            let word = String(decoding: line[..<space], as: UTF8.self)
            let json = Array(line[line.index(after: space)...])
            switch word {
            case "open": replica = try Opening.decoded(json).state
            case "apply": replica.apply(try Record.decoded(json))
            default:
                looks += 1
                if replica.encoded() != json { return (looks, number + 1) }
            }
        }
        return (looks, nil)
    }

    private static func line(_ word: String, _ json: [UInt8]) -> Data {
        Data("\(word) ".utf8) + Data(json) + Data("\n".utf8)
    }

    private static func opening(_ replica: Replica) throws(WireError) -> [UInt8] {
        var opening = Opening()
        opening.state = replica
        opening.directory.card.site = SiteID("s", 0)
        opening.viewer.person = PersonID("p", 0)
        opening.viewer.device = DeviceID("d", 0)
        return opening.encoded()
    }

    /// What a page opens: nothing but the replica matters to a fold.
    private struct Opening: WireValue {
        var state = Replica()
        var directory = DirectorySlice()
        var viewer = Viewer()

        mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
            visitor.field("state", &state)
            visitor.field("directory", &directory)
            visitor.field("viewer", &viewer)
        }
    }
}
