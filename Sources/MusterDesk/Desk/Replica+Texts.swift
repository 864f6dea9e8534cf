import MusterCore

/// The free texts of a timeline, apart from the rest: a snapshot is kept without them.
extension Replica {
    /// Leaves of each text only that there is one.
    mutating func leaveOutTexts() {
        for index in timeline.indices where timeline[index].text != nil { timeline[index].text = "" }
    }

    /// Where a text belongs.
    var textPositions: [Int64] { timeline.filter { $0.text != nil }.map(\.position) }

    /// Puts a text where it belongs; none where it can no longer be read.
    mutating func putText(_ text: String?, at position: Int64) {
        for index in timeline.indices where timeline[index].position == position {
            timeline[index].text = text
        }
    }
}
