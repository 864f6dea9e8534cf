/// An earlier drawing of a region, from which the pieces are taken that show the same facts.
struct Earlier: Sendable {
    private let html: Html
    private var next = 0

    init(_ html: Html) { self.html = html }

    /// The piece of that version, searched from where the last one was found.
    ///
    /// Pieces mostly come in the same order again, so the search ends at its first step.
    mutating func find(_ version: UInt64) -> (bytes: ArraySlice<UInt8>, marks: ArraySlice<Mark>)? {
        let marks = html.marks
        var index = next
        while index < marks.count, marks[index].version != version { index += 1 }
        guard index < marks.count else { return nil }
        let mark = marks[index]
        next = index + 1
        while next < marks.count, marks[next].start < mark.end { next += 1 }
        return (html.bytes[mark.start..<mark.end], marks[index..<next])
    }
}
