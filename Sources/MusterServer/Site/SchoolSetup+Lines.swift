package import MusterCore
import MusterLog

extension SchoolSetup {
    /// Sets the lines of positions; a position that is not named keeps its own, one without members has none any more.
    ///
    /// The outside duty person stays as long as that person stands in the line of the school coordinator; otherwise it
    /// is the first one off site.
    package func setLines(_ lines: [PositionLine], at site: SiteID, by actor: Actor? = nil) async throws {
        var outsideDuty = try await plan(of: site).outsideDuty
        if let line = lines.first(where: { $0.position == .schoolCoordinator })?.members {
            guard !line.isEmpty else {
                throw SetupError("The line of the school coordinator needs somebody: name a person.")
            }
            if !line.contains(where: { $0.person == outsideDuty }) {
                outsideDuty = line.first { !$0.onSite }?.person
            }
            try await giveLine(line, at: site)
        }
        try await changePlan(of: site, by: actor) { [outsideDuty] plan in
            for line in lines where line.position != .schoolCoordinator {
                plan.lines[line.position] = line.members.isEmpty ? nil : line
            }
            if let line = lines.first(where: { $0.position == .schoolCoordinator }) {
                plan.line = line.members
                plan.outsideDuty = outsideDuty
            }
        }
    }
}
