/// An outside agency.
package enum Agency: String, WireName, Comparable {
    case police, fire, medical, other

    package static func < (one: Agency, other: Agency) -> Bool { one.rawValue < other.rawValue }
}

/// Which agency commands the scene: a recorded fact on anyone's report.
///
/// Nothing is asked of the agency.
package struct SceneCommand: WireValue, Keyed, Equatable, Sendable {
    /// Which agency.
    package var agency = Agency.police
    /// Whether agencies command together.
    package var unified = false
    /// Since when, as the report says.
    package var since = Instant.zero
    /// Who entered the report.
    package var reportedBy = PersonID.none
    /// How the report came in.
    package var source = Source()

    /// What the row is found and sorted by: of each person the last report stands.
    package var key: PersonID { reportedBy }

    /// A blank fact, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("agency", &agency)
        visitor.field("unified", &unified)
        visitor.field("since", &since)
        visitor.field("reportedBy", &reportedBy)
        visitor.field("source", &source)
    }
}

extension SiteState {
    /// An agency commands the scene, as somebody reports it.
    mutating func record(_ scene: SceneCommand, beside: Bool, in id: IncidentID, _ record: Record) {
        var scene = scene
        scene.reportedBy = record.author
        incidents.update(id) { incident in
            guard !incident.isOfPractice(scene.source) else { return }
            let isOld = scene.source.isOldNews(since: incident.scene?.source.observedAt, record)
            guard let standing = incident.scene, beside || isOld else {
                incident.scene = scene
                incident.otherScenes = Table()
                return
            }
            // Whoever made the record changes it; what others say stays, unless it is the same.
            if !isOld, standing.reportedBy == scene.reportedBy {
                incident.scene = scene
                incident.otherScenes.remove(scene.reportedBy)
                return incident.otherScenes.removeAll { $0.saysTheSame(as: scene) }
            }
            // The same once more bears the record out: it settles nothing, makes it nobody else's, and whoever says so claims
            // nothing else any more. What was seen before the record was made stands beside it.
            guard !standing.saysTheSame(as: scene) else {
                return incident.otherScenes.remove(scene.reportedBy)
            }
            let known = incident.otherScenes[scene.reportedBy]?.source.observedAt
            if !scene.source.isOldNews(since: known, record) { incident.otherScenes.put(scene) }
        }
    }
}

extension SceneCommand {
    /// Whether two reports agree on who commands.
    func saysTheSame(as other: SceneCommand) -> Bool { agency == other.agency && unified == other.unified }
}

extension Incident {
    /// What was reported of scene command beside the record: each claim once, as the first of those who make it says it.
    package var sceneClaims: [SceneCommand] {
        var claims: [SceneCommand] = []
        for report in otherScenes.rows.sorted(by: { $0.source.observedAt < $1.source.observedAt })
        where !claims.contains(where: { $0.saysTheSame(as: report) }) {
            claims.append(report)
        }
        return claims
    }
}

extension Draft {
    /// Whether a report of scene command stands beside the one on record.
    ///
    /// Two claims are both kept (design section 3): how a Lockdown ends hangs on which is so. Whoever holds a position or
    /// may correct settles it by recording what is so.
    func standsBesideScene(_ id: IncidentID) -> Bool {
        guard let incident = state.incidents[id], incident.scene != nil else { return false }
        return !incident.coordination.holdsAny(context.actor.person) && !may(.correct, in: incident)
    }
}
