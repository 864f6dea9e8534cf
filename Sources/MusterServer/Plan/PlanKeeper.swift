package import MusterCore
import MusterDesk
import MusterLog

/// Takes the versions of a site's plan through their life: for the pages, the command line and the demo.
///
/// Publication writes to the log first, and to the documents after that (decision 0019). A publication that was cut
/// short between the two is completed when it is done again, and when the server starts.
package struct PlanKeeper: Sendable {
    private let server: Server
    private let site: SiteID
    private var store: any PlanDocumentStore { server.stores.directory }
    private var now: Instant { server.stores.time.wall }

    /// The keeper of a site's plan.
    package init(_ server: Server, _ site: SiteID) {
        self.server = server
        self.site = site
    }

    /// All versions, the newest first.
    package func documents() async throws -> [PlanDocument] { try await store.planDocuments(of: site) }

    /// One version; the newest where no number is named.
    /// - Throws: ``SetupError`` where there is none.
    package func document(_ number: Int64? = nil) async throws -> PlanDocument {
        let all = try await documents()
        guard let found = number.map({ number in all.first { $0.number == number } }) ?? all.first else {
            throw SetupError(
                number.map { "There is no version \($0) of the plan." }
                    ?? "There is no version of the plan yet. Start one: muster plan start.")
        }
        return found
    }

    /// What is the matter with a version.
    package func findings(_ document: PlanDocument) async throws -> [PlanFinding] {
        document.findings(in: try await plan())
    }

    /// Makes a draft: of the plan in force, or from the library where none is in force yet.
    package func start(by person: PersonID?) async throws -> PlanDocument {
        let all = try await documents()
        let plan = try await plan()
        var base: PlanDocument
        if let inForce = all.first(where: { $0.number == plan.document }) {
            base = inForce
        } else {
            base = try PlanLibrary(folder: server.configuration.plans).document()
        }
        // The profile of a site may have been set since: what is in force now is what a draft begins with.
        base.settings = PlanSettings(plan)
        let draft = base.draft((all.first?.number ?? 0) + 1, by: person, at: now)
        try await store.keep(draft, of: site)
        return draft
    }

    /// Does a step of a version's life, or changes it, and keeps what comes out.
    ///
    /// `revision` is the one that whoever does it has seen; `nil` for whatever is kept now.
    @discardableResult
    package func step(
        _ number: Int64, revision: Int64? = nil, _ body: (inout PlanDocument) throws -> Void
    ) async throws -> PlanDocument {
        var document = try await document(number)
        guard revision == nil || revision == document.revision else { throw DirectoryError.stalePlan }
        try body(&document)
        try await store.keep(document, of: site)
        return document
    }

    /// Takes down that somebody read it.
    package func review(_ number: Int64, revision: Int64? = nil, by person: PersonID?) async throws {
        let (reviewers, plan, now) = (try await reviewers(), try await plan(), now)
        try await step(number, revision: revision) { document in
            try document.review(by: person, at: now, among: reviewers, smallSchool: plan.smallSchool)
        }
    }

    /// Approves it.
    package func approve(_ number: Int64, revision: Int64? = nil, by person: PersonID?) async throws {
        let (plan, now) = (try await plan(), now)
        try await step(number, revision: revision) { document in
            try document.approve(by: person, at: now, document.findings(in: plan))
        }
    }

    /// Has incidents run by it from now on.
    package func publish(_ number: Int64, revision: Int64? = nil, by actor: Actor) async throws {
        let document = try await document(number)
        guard revision == nil || revision == document.revision else { throw DirectoryError.stalePlan }
        let plan = try await plan()
        let isInLog = plan.document == number && plan.documentDigest == document.digest
        if !(isInLog && document.state.isPublic) {
            try document.requirePublishable(document.findings(in: plan))
        }
        if !isInLog {
            var next = plan.taking(document, digest: document.digest)
            next.version = plan.version + 1
            try await server.carryOut(.publishPlan(next), at: site, by: actor)
        }
        try await settle(by: actor.person.isNone ? nil : actor.person)
    }

    /// Brings the documents to what the log says is in force.
    package func settle(by person: PersonID? = nil) async throws {
        let plan = try await plan()
        for document in try await documents() {
            let isInForce = document.number == plan.document
            if isInForce, document.state == .approved, document.digest == plan.documentDigest {
                let now = now
                try await step(document.number) { try $0.publish(by: person, at: now) }
            } else if !isInForce, document.state == .published {
                let now = now
                try await step(document.number) { try $0.supersede(at: now) }
            }
        }
    }

    /// Whether what is kept as the version in force is what was published; `nil` where none is in force.
    package func isTrue() async throws -> Bool? {
        let plan = try await plan()
        guard plan.document > 0 else { return nil }
        return try await documents().contains {
            $0.number == plan.document && $0.digest == plan.documentDigest
        }
    }

    /// The plan by which incidents run now.
    package func plan() async throws -> SitePlan {
        try await server.registry.desk(site).replica.state.plan
    }

    /// Who may review at this site.
    package func reviewers() async throws -> [PersonID] {
        try await server.stores.directory.adults(of: site, at: now)
            .filter { PlanDocument.mayBeReviewed(by: $0.roles) }.map(\.person)
    }
}
