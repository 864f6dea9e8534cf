package import MusterCore

extension SchoolSetup {
    /// Publishes an approved version of a site's plan for whoever sits at the machine.
    package func publishPlan(_ number: Int64, of site: SiteID) async throws {
        try await PlanKeeper(server, site).publish(number, by: Self.operators)
    }

    /// Gives a site the library as its first plan, with those who wrote, reviewed and approved it; does nothing where
    /// there is a version already.
    ///
    /// A server without the library is no worse off: it has no plan to show.
    package func publishLibrary(
        at site: SiteID, writtenBy writer: PersonID, reviewedBy reviewer: PersonID,
        approvedBy approver: PersonID
    ) async throws {
        let keeper = PlanKeeper(server, site)
        guard PlanLibrary(folder: server.configuration.plans).isThere else { return }
        var document: PlanDocument
        if let first = try await keeper.documents().first {
            document = first
        } else {
            document = try await keeper.start(by: writer)
        }
        // Each step again only where it was not done: a demo whose making was cut short is completed.
        guard document.number == 1 else { return }
        if document.state == .draft { document = try await keeper.step(1) { try $0.submit() } }
        if document.state == .inReview, document.reviewed == nil { try await keeper.review(1, by: reviewer) }
        if document.state == .inReview { try await keeper.approve(1, by: approver) }
        if try await keeper.document(1).state == .approved { try await publishPlan(1, of: site) }
    }
}
