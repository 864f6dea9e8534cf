import MusterCore
import MusterDesk
import MusterLog
import MusterViews

/// Gathers what the pages of the plan show to a visitor.
struct PlanDesk {
    let server: Server
    let visit: Visit

    var keeper: PlanKeeper { PlanKeeper(server, visit.session.site) }

    /// The pages' facts; whoever may not review sees no version but the one in force.
    func overview() async throws -> PlanOverview {
        let book = try await server.books.book(of: visit.session.site)
        let state = try await server.registry.desk(visit.session.site).replica.state
        var overview = PlanOverview(site: book.card.name)
        overview.mode = Mode(of: state.incidents.rows.filter(\.isOpen))
        overview.links = PageLink.all(for: visit.viewer, on: "/plan")
        overview.plan = state.plan
        overview.isTrue = try await keeper.isTrue()
        overview.viewer = visit.session.person
        overview.mayEdit = PlanDocument.mayBeWritten(by: visit.roles)
        overview.mayReview = PlanDocument.mayBeReviewed(by: visit.roles)
        overview.reviewers = try await keeper.reviewers()
        overview.documents = try await keeper.documents()
            .filter { overview.mayReview || $0.number == state.plan.document }
        for adult in book.adults {
            var entry = PersonEntry()
            entry.person = adult.person
            entry.name = adult.name
            overview.people.put(entry)
        }
        return overview
    }
}
