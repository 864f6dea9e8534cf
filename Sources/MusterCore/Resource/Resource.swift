/// Something that was asked for, is on its way or is here: an ambulance, buses, an interpreter, a key.
///
/// It is known only from what people say of it. Of each field the newest report holds, with its age and source, and
/// what another voice says differently stands beside it.
package struct Resource: WireValue, Keyed, Equatable, Sendable {
    /// Which resource.
    package var id = ResourceID.none
    /// The reports that still say something, oldest first.
    package var reports: [ResourceReport] = []

    /// What the row is found and sorted by.
    package var key: ResourceID { id }

    /// How many resources an incident keeps; what is said of more stays in the log and on the timeline.
    static let most = 200

    /// A blank resource, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("reports", &reports)
    }
}

extension Resource {
    /// What it is.
    package var kind: ToldField<ResourceKind>? { told { $0.kind } }
    /// How many.
    package var count: ToldField<Int32>? { told { $0.count } }
    /// From whom.
    package var supplier: ToldField<Supplier>? { told { $0.supplier } }
    /// When it is expected.
    package var expectedAt: ToldField<Instant>? { told { $0.expectedAt } }
    /// Where it is used.
    package var place: ToldField<PlaceID>? { told { $0.place } }
    /// How far it has come; that it has come further is news and contradicts nothing.
    package var stage: ToldField<ResourceStage>? { told({ $0.stage }) { $0.rank <= $1.rank } }

    /// How far it has come, where somebody has said so; what was only named is needed.
    package var standing: ResourceStage { stage?.value ?? .needed }

    /// Whether two voices differ in anything.
    package var differs: Bool {
        kind?.other != nil || count?.other != nil || supplier?.other != nil || expectedAt?.other != nil
            || place?.other != nil || stage?.other != nil
    }

    /// The last report that came with words.
    package var worded: ResourceReport? { reports.last { $0.hasWords } }

    private func told<Value: Equatable & Sendable>(
        _ field: (ResourceClaim) -> Value?, follows: (Value, Value) -> Bool = { _, _ in false }
    ) -> ToldField<Value>? {
        guard let newest = reports.last(where: { field($0.claim) != nil }), let value = field(newest.claim)
        else { return nil }
        let another = reports.last { field($0.claim) != nil && !$0.isSameVoice(as: newest) }
        var other: (value: Value, report: ResourceReport)?
        if let another, let differing = field(another.claim), differing != value, !follows(differing, value) {
            other = (differing, another)
        }
        return ToldField(value: value, report: newest, other: other)
    }

    /// Takes in a report, in the order in which things were seen, and lets go of those that say nothing any more.
    mutating func take(_ report: ResourceReport) {
        let seen = report.claim.source.observedAt
        let place = reports.firstIndex { $0.claim.source.observedAt > seen }
        reports.insert(report, at: place ?? reports.count)
        let all = reports
        reports = all.filter { one in
            one.record == all.last { $0.hasWords }?.record
                || Self.stands(one, all) { $0.kind != nil } || Self.stands(one, all) { $0.count != nil }
                || Self.stands(one, all) { $0.supplier != nil } || Self.stands(one, all) { $0.stage != nil }
                || Self.stands(one, all) { $0.expectedAt != nil }
                || Self.stands(one, all) { $0.place != nil }
        }
    }

    /// Whether a report is the newest of a field, or the newest of another voice than that.
    private static func stands(
        _ one: ResourceReport, _ all: [ResourceReport], _ says: (ResourceClaim) -> Bool
    ) -> Bool {
        guard says(one.claim), let newest = all.last(where: { says($0.claim) }) else { return false }
        if one.record == newest.record { return true }
        return one.record == all.last { says($0.claim) && !$0.isSameVoice(as: newest) }?.record
    }
}

/// The resources of an incident as a list is made of them.
package struct ResourceList: Sendable {
    /// What is needed, asked for or refused: somebody has to see to it.
    package private(set) var needed: [Resource] = []
    /// What is on its way, the next expected first.
    package private(set) var onTheWay: [Resource] = []
    /// What is here.
    package private(set) var here: [Resource] = []
    /// What is free again.
    package private(set) var released: [Resource] = []
    /// Whose requests they are: Logistics where somebody holds it, else the school coordinator.
    package let position: Position
    /// Who that is.
    package let owner: PersonID?

    /// The list of an incident.
    package init(_ incident: Incident) {
        let logistics = incident.coordination.holder(of: .logistics)
        position = logistics == nil ? .schoolCoordinator : .logistics
        owner = logistics ?? incident.coordination.coordinator?.person
        for row in incident.resources.rows {
            switch row.standing {
            case .needed, .asked, .notComing: needed.append(row)
            case .onTheWay: onTheWay.append(row)
            case .here: here.append(row)
            case .released: released.append(row)
            }
        }
        let never = Instant(milliseconds: .max)
        onTheWay.sort { ($0.expectedAt?.value ?? never, $0.id) < ($1.expectedAt?.value ?? never, $1.id) }
    }

    /// Whether there is nothing to list.
    package var isEmpty: Bool { needed.isEmpty && onTheWay.isEmpty && here.isEmpty && released.isEmpty }
}
