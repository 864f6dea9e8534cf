/// Where a position stands in the school's side of an incident organization (ICS 207).
package enum PositionGroup: CaseIterable, Equatable, Sendable {
    /// Advises and speaks for the school coordinator.
    case commandStaff
    /// Plans, supplies, and keeps what it costs.
    case generalStaff
    /// Leads what the school's people do; reunification is a branch of it, never a second command.
    case operations
}

extension Position {
    /// The group that a position belongs to; the school coordinator supervises all of them and is in none.
    package var group: PositionGroup? {
        switch self {
        case .schoolCoordinator: nil
        case .liaison, .publicInformation, .safety: .commandStaff
        case .planning, .logistics, .finance: .generalStaff
        case .accountabilityLead, .reunificationDirector, .medical, .caller911: .operations
        }
    }
}

/// Who stands where in the school's side of an incident: what is held or offered, and what is opened when needed.
package struct OrgChart: Sendable {
    /// The positions under the school coordinator that are held or offered, by group; empty groups are left out.
    package let groups: [(group: PositionGroup, holdings: [Holding])]
    /// The positions that nobody holds or is asked for.
    package let unopened: [Position]

    /// The chart of an incident as it stands.
    package init(_ incident: Incident) {
        let taken = incident.coordination.others.rows.filter { $0.holder != nil || $0.asked != nil }
        groups = PositionGroup.allCases.compactMap { group in
            let here = taken.filter { $0.position.group == group }
            return here.isEmpty ? nil : (group, here)
        }
        unopened = Position.allCases.filter { position in
            position != .schoolCoordinator && !taken.contains { $0.position == position }
        }
    }
}
