/// What a device, a node or a simulator holds of a site: the state of a slice, and the records that its pages tell.
package struct Replica: WireValue, Equatable, Sendable {
    /// What this copy may hold.
    package var slice = Slice.command
    /// The log position up to which everything was folded; gaps belong to other slices.
    package var position: Int64 = 0
    /// The folded state.
    package var state = SiteState()
    /// The records of the incidents that the state holds, oldest first, as the slice may have them.
    package var timeline: [Record] = []

    /// A copy with nothing folded yet, to be filled by the codec.
    package init() {}

    /// An empty copy for a slice.
    package init(_ slice: Slice) {
        self.slice = slice
        state.audience = slice.audience
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("slice", &slice)
        visitor.field("position", &position)
        visitor.field("state", &state)
        visitor.field("timeline", &timeline)
    }

    /// Takes in a record that was cut for this slice; one that was taken in before has no second effect.
    package mutating func apply(_ record: Record) {
        guard record.position > position else { return }
        position = record.position
        let before = state.incidents.rows.count
        state.apply(record)
        if case .journal(.textErased(let erased)) = record.event { forget(textAt: erased) }
        let isDuringOne = state.incidents.rows.contains { $0.isOpen }
        guard record.event.incident != nil || tellsOfSite && isDuringOne else { return }
        timeline.append(record)
        if state.incidents.rows.count < before { prune() }
    }

    /// The copy that a device of another slice may start from.
    package func cut(for slice: Slice) -> Replica {
        var copy = Replica(slice)
        copy.position = position
        copy.state = state.cut(for: slice)
        copy.timeline = timeline.compactMap { $0.cut(for: slice) }
        if !copy.tellsOfSite { copy.timeline.removeAll { $0.event.incident == nil } }
        return copy
    }

    /// Whether the timeline has what happened at the site beside the incidents: who holds some incidents only must not
    /// learn from it that another one was open.
    private var tellsOfSite: Bool { slice.incidents == nil }

    private mutating func forget(textAt position: Int64) {
        for index in timeline.indices where timeline[index].position == position {
            timeline[index].text = nil
        }
    }

    /// Drops what belongs to incidents that the state no longer holds.
    private mutating func prune() {
        let oldest = state.incidents.rows.map { $0.raisedAt }.min() ?? .zero
        timeline.removeAll { record in
            guard let incident = record.event.incident else { return record.at < oldest }
            return state.incidents[incident] == nil
        }
    }
}
