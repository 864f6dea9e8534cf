import MusterCore
import Testing

@Suite(
    "Rule: a plan is written, reviewed by somebody else, approved and published, and never changed after that"
)
struct PlanDocumentTests {
    static let now = Instant(milliseconds: 1_700_000_000_000)
    static let later = now + .minutes(60)

    /// The library as a draft of the office's.
    static func draft() throws -> PlanDocument {
        var library = PlanDocument()
        for annex in try PlanLibrary.annexes() { library.annexes.put(annex) }
        library.basic = try PlanLibrary.basicPlan()
        return library.draft(1, by: School.office, at: now)
    }

    static func approved() throws -> PlanDocument {
        var document = try draft()
        try document.submit()
        try document.review(by: School.principal, at: later, among: reviewers, smallSchool: false)
        try document.approve(by: School.office, at: later, [])
        return document
    }

    static let reviewers = [School.office, School.principal]

    @Test("From the library to publication, each state follows the one before")
    func life() throws {
        var document = try Self.draft()
        #expect(document.state == .draft && document.authors == [School.office] && document.revision == 1)
        #expect(document.basedOn == nil && document.findings(in: School.plan()).allSatisfy { !$0.isGrave })
        #expect(throws: PlanRefusal.notNow(.draft)) {
            try document.review(by: School.principal, at: Self.now, among: [], smallSchool: false)
        }
        #expect(throws: PlanRefusal.notNow(.draft)) { try document.requirePublishable([]) }
        document = try Self.approved()
        #expect(throws: PlanRefusal.notNow(.approved)) { try document.submit() }
        let sealed = document.contents
        try document.publish(by: School.office, at: Self.later)
        #expect(document.state == .published && document.contents == sealed)
        try document.supersede(at: Self.later + .minutes(1))
        #expect(document.contents == sealed && document.state == .superseded)
        #expect(try PlanDocument.decoded(document.encoded()) == document)
    }

    @Test("What is published is not changed; a new draft is made from it")
    func frozen() throws {
        var document = try Self.approved()
        try document.publish(by: School.office, at: Self.later)
        #expect(throws: PlanRefusal.notNow(.published)) {
            try document.change(by: School.office, at: Self.later) { $0.settings.smallSchool = true }
        }
        #expect(throws: PlanRefusal.notNow(.published)) { try document.takeBack() }
        let next = document.draft(2, by: School.principal, at: Self.later)
        #expect(next.basedOn == 1 && next.number == 2 && next.authors == [School.principal])
        #expect(next.approved == nil && next.reviewed == nil && next.changes(from: document).isEmpty)
        var forged = document
        forged.revision += 1
        #expect(forged.mayReplace(document))
        forged.annexes.remove(forged.annexes.rows[0].id)
        #expect(!forged.mayReplace(document) && !document.mayReplace(document))
    }

    @Test("Whoever wrote in it does not review it, unless nobody else may or the school is small")
    func review() throws {
        var document = try Self.draft()
        try document.change(by: School.deputy, at: Self.later) { $0.settings.underAgency = .deputy }
        try document.submit()
        #expect(document.authors == [School.deputy, School.office].sorted())
        #expect(throws: PlanRefusal.reviewerIsAuthor) {
            try document.review(
                by: School.deputy, at: Self.later, among: Self.reviewers, smallSchool: false)
        }
        #expect(document.mayReview(School.deputy, among: [School.office, School.deputy], smallSchool: false))
        #expect(document.mayReview(School.deputy, among: Self.reviewers, smallSchool: true))
        #expect(throws: PlanRefusal.notNow(.inReview)) {
            try document.approve(by: School.office, at: Self.later, [])
        }
        try document.review(by: School.principal, at: Self.later, among: Self.reviewers, smallSchool: false)
        try document.takeBack()
        #expect(document.reviewed == nil && document.state == .draft)
    }

    @Test("A grave finding keeps it from being approved and from being published; others do not")
    func grave() throws {
        var document = try Self.draft()
        let grave = PlanFinding(.noCourse)
        try document.submit()
        try document.review(by: School.principal, at: Self.later, among: [], smallSchool: false)
        #expect(throws: PlanRefusal.grave(1)) {
            try document.approve(by: School.office, at: Self.later, [grave])
        }
        try document.approve(by: School.office, at: Self.later, [PlanFinding(.refersToNone)])
        #expect(throws: PlanRefusal.grave(2)) { try document.requirePublishable([grave, grave]) }
    }

    @Test("What is wrong with the document as a whole is found, the grave first", arguments: 0..<8)
    func findings(index: Int) throws {
        let lockdown = try #require(try PlanLibrary.annexes().first { $0.id.text == "lockdown" })
        let slips: [(PlanProblem, Bool, (inout PlanDocument) -> Void)] = [
            (.missingAnnex(lockdown.id), true, { $0.annexes.remove(lockdown.id) }),
            (.refersNowhere(lockdown.id), true, { $0.annexes.remove(lockdown.id) }),
            (.emptySection, false, { $0.basic.parts.remove(.training) }),
            (.toBeWritten, false, { _ in }),
            (
                .sameCourse, true,
                { document in
                    document.annexes.updateAll { $0.courses = lockdown.courses }
                }
            ),
            (.unsafe(.noWayToEnd), true, { $0.settings.lockdownEnds = [] }),
            (.unsafe(.nobodyMay(.endLockdown)), true, { $0.settings.rights = [Right(.endLockdown, [])] }),
            (
                .tooLong(140), true,
                { document in
                    let steps = [String(repeating: "x", count: 141)]
                    document.settings.wording = [Wording(.hold, announcement: "Hold.", steps: steps)]
                }
            ),
        ]
        var document = try Self.draft()
        slips[index].2(&document)
        let found = document.findings(in: School.plan())
        #expect(found.contains { $0.problem == slips[index].0 && $0.isGrave == slips[index].1 })
        #expect(found.map(\.isGrave) == found.map(\.isGrave).sorted { $0 && !$1 })
    }

    @Test("A position with tasks and nobody named for it is found, except in a small school")
    func positions() throws {
        var document = try Self.draft()
        let plan = School.plan { $0.lines.put(PositionLine(.logistics, $0.line)) }
        let found = document.findings(in: plan).map(\.problem)
        #expect(found.contains(.nobodyFor(.publicInformation)))
        #expect(!found.contains(.nobodyFor(.logistics)) && !found.contains(.nobodyFor(.schoolCoordinator)))
        document.settings.smallSchool = true
        #expect(!document.findings(in: plan).contains { $0.problem == .nobodyFor(.publicInformation) })
    }

    @Test("A draft says what it changes")
    func changes() throws {
        let old = try Self.draft()
        var new = old
        let first = old.annexes.rows[0].id
        let second = old.annexes.rows[1].id
        let third = old.annexes.rows[2].id
        new.annexes.remove(first)
        new.annexes.update(second) { $0.during.goal = "Another goal." }
        new.annexes.update(third) { $0.courses[0].title = "Another title" }
        new.basic.parts.put(BasicPart(.training, ["Other words."]))
        new.settings.smallSchool = true
        new.settings.underAgency = .deputy
        new.settings.lockdownEnds = [.agency]
        new.settings.rights = [Right(.endLockdown, [.coordinator, .agency]), Right(.close, [.coordinator])]
        new.settings.wording = [Wording(.evade, announcement: "Run.", steps: [])]
        #expect(
            new.changes(from: old) == [
                .annexChanged(second, texts: true, courses: false),
                .annexChanged(third, texts: false, courses: true), .annexRemoved(first),
                .sectionChanged(.training), .rightChanged(.endLockdown), .lockdownEndsChanged,
                .smallSchoolChanged, .relationChanged, .wordingChanged(.evade),
            ])
        #expect(old.changes(from: new).contains(.annexAdded(first)))
    }

    @Test(
        "Its publication brings every course of action and every setting to the plan, and leaves the line alone"
    )
    func taking() throws {
        var document = try Self.draft()
        document.settings.lockdownEnds = [.agency]
        document.settings.wording = [Wording(.evade, announcement: "Run.", steps: [])]
        let plan = School.plan().taking(document, digest: "d1")
        #expect(plan.line == School.plan().line && plan.timings == School.plan().timings)
        #expect(plan.courses.rows.count == document.annexes.rows.flatMap(\.courses).count)
        #expect(PlanSettings(plan) == document.settings)
        #expect(plan.document == 1 && plan.documentDigest == "d1")
        let next = School.plan {
            $0 = plan
            $0.version = 2
        }
        Given().when(School.office, .publishPlan(next)).then(.planPublished)
            .expect { $0.state.plan.courses == plan.courses }
    }
}

@Suite("Rule: everybody who works here reads the plan, the line reviews it, administrators write it")
struct PlanReaderTests {
    @Test(
        "Who may do what with a version",
        arguments: [
            (Role.staff, [true, false, false]), (.line, [true, true, false]),
            (.administrator, [true, true, true]),
            (.schoolOfficial, [true, false, false]), (.sro, [true, false, false]),
            (.agency, [false, false, false]),
        ])
    func roles(role: Role, may: [Bool]) {
        let roles = [role]
        #expect(
            [
                PlanDocument.mayBeRead(by: roles), PlanDocument.mayBeReviewed(by: roles),
                PlanDocument.mayBeWritten(by: roles),
            ] == may)
        #expect(!PlanDocument.mayBeRead(by: []))
    }
}
