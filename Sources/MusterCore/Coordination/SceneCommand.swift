/// An outside agency.
package enum Agency: String, WireName, Comparable {
    case police, fire, medical, other

    package static func < (one: Agency, other: Agency) -> Bool { one.rawValue < other.rawValue }
}

/// Which agency commands the scene: a recorded fact on anyone's report.
///
/// Nothing is asked of the agency.
package struct SceneCommand: WireValue, Equatable, Sendable {
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
                incident.otherScenes = []
                return
            }
            // Whoever's later word is known has said nothing new.
            let earlier = incident.otherScenes.filter { $0.isReplaced(by: scene) }
            guard !earlier.contains(where: { scene.source.isOldNews(since: $0.source.observedAt, record) })
            else {
                return
            }
            let isMakers = standing.isReplaced(by: scene)
            guard !isMakers || !isOld else { return }
            incident.otherScenes.removeAll { $0.isReplaced(by: scene) }
            // Whoever made the record changes it; what others say stays, unless it is the same.
            if isMakers {
                incident.scene = scene
                incident.otherScenes.removeAll { $0.saysTheSame(as: scene) }
            } else if !standing.saysTheSame(as: scene) {
                incident.otherScenes.append(scene)
            }
        }
    }
}

extension SceneCommand {
    /// Whether two reports agree on who commands.
    func saysTheSame(as other: SceneCommand) -> Bool { agency == other.agency && unified == other.unified }

    /// Whether another report is this one's later word: of whoever saw it themselves the last one counts; of whoever passes
    /// on what others say, the last of each claim.
    func isReplaced(by other: SceneCommand) -> Bool {
        let isOwn = source.channel == .direct
        guard reportedBy == other.reportedBy, isOwn == (other.source.channel == .direct) else { return false }
        return isOwn || saysTheSame(as: other)
    }
}

extension Incident {
    /// What was reported of scene command beside the record: each claim once, as the first of those who make it says it.
    package var sceneClaims: [SceneCommand] {
        var claims: [SceneCommand] = []
        for report in otherScenes where !claims.contains(where: { $0.saysTheSame(as: report) }) {
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
