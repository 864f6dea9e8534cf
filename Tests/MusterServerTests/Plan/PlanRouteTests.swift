import HTTPTypes
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import Testing

@testable import MusterServer

/// The pages of the plan: from the library to a plan in force, by plain forms.
struct PlanRouteTests {
    @Test func aPlanIsWrittenReviewedApprovedAndPublished() async throws {
        try await ServerFixture.run { school, client in
            let writer = try await PlanVisitor(school, client, .principal)
            #expect(
                try await client.ask("/plan", cookie: writer.cookie).text.contains("No plan is published yet")
            )
            let started = try await writer.post("/plan/start", "")
            #expect(started.headers[.location] == "/plan/draft?document=1")
            let text = "document=1&revision=1&what=section&which=training&lines=We+train+each+term."
            #expect(try await writer.post("/plan/change", text).status == .seeOther)
            #expect(try await writer.step("submit", revision: 2).status == .seeOther)
            // Nobody else at this school may review: the principal is the only one of the line.
            #expect(try await writer.step("review", revision: 3).status == .seeOther)
            #expect(try await writer.step("approve", revision: 4).status == .seeOther)
            #expect(try await writer.plan().document == 0)
            #expect(try await writer.step("publish", revision: 5).headers[.location] == "/plan")
            let plan = try await writer.plan()
            let document = try #require(
                try await school.directory.planDocuments(of: ServerFixture.site).first)
            #expect(
                plan.document == 1 && plan.documentDigest == document.digest && plan.courses.rows.count > 20)
            #expect(plan.line.map(\.person) == [ServerFixture.Who.principal.person])
            #expect(document.state == .published && document.authors == [ServerFixture.Who.principal.person])
            let teacher = try await PlanVisitor(school, client, .teacher)
            let page = try await client.ask("/plan", cookie: teacher.cookie)
            #expect(page.text.contains("Version 1, in force") && !page.text.contains("<form"))
            let annex = try await client.ask("/plan/annex?document=1&id=lockdown", cookie: teacher.cookie)
            #expect(annex.status == .ok && annex.text.contains("Tasks that Muster gives out"))
            #expect(try await client.ask("/plan/whole?document=1", cookie: teacher.cookie).status == .ok)
        }
    }

    @Test func draftsAreForThoseWhoWriteAndReview() async throws {
        try await ServerFixture.run { school, client in
            let writer = try await PlanVisitor(school, client, .principal)
            _ = try await writer.post("/plan/start", "")
            for path in [
                "draft?document=1", "basic?document=1", "annex?document=1&id=hold",
                "edit?document=1&settings=1",
            ] {
                #expect(try await client.ask("/plan/\(path)", cookie: writer.cookie).status == .ok, "\(path)")
                for who in [ServerFixture.Who.teacher, .official, .officer] {
                    let cookie = try await school.signIn(who)
                    #expect(
                        try await client.ask("/plan/\(path)", cookie: cookie).status == .notFound, "\(path)")
                }
            }
            let teacher = try await PlanVisitor(school, client, .teacher)
            #expect(try await teacher.post("/plan/start", "").status == .forbidden)
            #expect(try await teacher.step("submit", revision: 1).status == .forbidden)
            #expect(try await teacher.step("review", revision: 1).status == .forbidden)
            let foreign = try await client.form("/plan/start", "token=wrong", cookie: writer.cookie)
            #expect(foreign.status == .forbidden && foreign.code == "foreign-origin")
        }
    }

    @Test func whatSomebodyElseChangedMeanwhileIsNotUndone() async throws {
        try await ServerFixture.run { school, client in
            let writer = try await PlanVisitor(school, client, .principal)
            _ = try await writer.post("/plan/start", "")
            let text = "document=1&revision=1&what=section&which=training&lines="
            #expect(try await writer.post("/plan/change", text + "First.").status == .seeOther)
            let second = try await writer.post("/plan/change", text + "Second.")
            #expect(second.status == .conflict && second.text.contains("Somebody else changed"))
            // What was typed is not lost, and can be kept over what stands now.
            #expect(second.text.contains("Second.") && second.text.contains("name=\"revision\" value=\"2\""))
            let kept = try await school.directory.planDocuments(of: ServerFixture.site)
            #expect(kept.first?.basic.parts[.training]?.lines == ["First."])
            #expect(
                try await writer.post("/plan/change", "document=1&revision=2&what=nothing").status
                    == .notFound)
        }
    }

    @Test func anUnsafeTableOfRightsIsShownAndNotApproved() async throws {
        try await ServerFixture.run { school, client in
            let writer = try await PlanVisitor(school, client, .principal)
            _ = try await writer.post("/plan/start", "")
            let nobody = "document=1&revision=1&what=settings&end=inPerson"
            #expect(try await writer.post("/plan/change", nobody).status == .seeOther)
            let page = try await client.ask("/plan/draft?document=1", cookie: writer.cookie)
            #expect(page.text.contains("Nobody may do this: end a Lockdown. Name somebody who may."))
            #expect(page.text.contains("Must be put right"))
            _ = try await writer.step("submit", revision: 2)
            _ = try await writer.step("review", revision: 3)
            let approved = try await writer.step("approve", revision: 4)
            #expect(approved.status == .conflict && approved.text.contains("put them right first"))
            #expect(try await writer.plan().document == 0)
        }
    }

    @Test func aPublicationThatWasCutShortIsCompleted() async throws {
        let school = try await ServerFixture()
        let keeper = PlanKeeper(school.server, ServerFixture.site)
        let approved = try await keeper.approvedDraft()
        var plan = try await keeper.plan().taking(approved, digest: approved.digest)
        plan.version += 1
        let operators = Actor(.none, roles: [.administrator], device: id("setup"))
        try await school.server.carryOut(.publishPlan(plan), at: ServerFixture.site, by: operators)
        #expect(try await keeper.document(1).state == .approved)
        #expect(try await keeper.isTrue() == true)
        await SchoolSetup(school.server).complete()
        #expect(try await keeper.document(1).state == .published)
        let version = try await keeper.plan().version
        try await SchoolSetup(school.server).publishPlan(1, of: ServerFixture.site)
        #expect(try await keeper.plan().version == version)
    }

    @Test func anotherVersionTakesThePlaceOfTheOneInForce() async throws {
        let school = try await ServerFixture()
        let keeper = PlanKeeper(school.server, ServerFixture.site)
        let setup = SchoolSetup(school.server)
        _ = try await keeper.approvedDraft()
        try await setup.publishPlan(1, of: ServerFixture.site)
        let second = try await keeper.approvedDraft { $0.settings.underAgency = .deputy }
        let first = try await keeper.document(1)
        #expect(second.basedOn == 1 && second.changes(from: first) == [.relationChanged])
        try await setup.publishPlan(2, of: ServerFixture.site)
        #expect(try await keeper.documents().map(\.state) == [.published, .superseded])
        #expect(try await keeper.plan().underAgency == .deputy)
        // The line changes without a new version, and the log still names the document.
        try await setup.changePlan(of: ServerFixture.site) {
            $0.outsideDuty = ServerFixture.Who.neighbour.person
        }
        #expect(try await keeper.plan().document == 2)
        #expect(try await keeper.isTrue() == true)
    }

    @Test func theDemoHasThePlanOfTheLibraryInForce() async throws {
        let school = try NewSchool()
        #expect(try await DemoSetup(school.server).makeIfEmpty())
        for card in try await school.directory.sites() {
            let keeper = PlanKeeper(school.server, card.site)
            #expect(try await keeper.plan().document == 1)
            let document = try await keeper.document()
            #expect(document.state == .published && document.annexes.rows.count == 12)
            let reviewer = try #require(document.reviewed?.person)
            #expect(!document.authors.isEmpty && !document.authors.contains(reviewer))
            #expect(try await keeper.findings(document).allSatisfy { !$0.isGrave })
        }
    }
}

/// Somebody who sends the forms of the plan.
private struct PlanVisitor {
    let school: ServerFixture
    let client: any TestClientProtocol
    let cookie: String

    init(_ school: ServerFixture, _ client: any TestClientProtocol, _ who: ServerFixture.Who) async throws {
        self.school = school
        self.client = client
        cookie = try await school.signIn(who)
    }

    func post(_ path: String, _ body: String) async throws -> Heard {
        try await client.form(path, body + "&token=\(try await school.token(cookie))", cookie: cookie)
    }

    func step(_ step: String, revision: Int64) async throws -> Heard {
        try await post("/plan/step", "document=1&revision=\(revision)&step=\(step)")
    }

    func plan() async throws -> SitePlan {
        try await school.server.registry.desk(ServerFixture.site).replica.state.plan
    }
}

extension PlanKeeper {
    /// A draft that somebody wrote, another reviewed, and a third approved.
    fileprivate func approvedDraft(
        _ change: (inout PlanDocument) -> Void = { _ in }
    ) async throws -> PlanDocument {
        let draft = try await start(by: ServerFixture.Who.teacher.person)
        try await step(draft.number) { document in
            try document.change(by: ServerFixture.Who.teacher.person, at: document.started.at, change)
        }
        try await step(draft.number) { try $0.submit() }
        try await review(draft.number, by: ServerFixture.Who.principal.person)
        try await approve(draft.number, by: ServerFixture.Who.principal.person)
        return try await document(draft.number)
    }
}
