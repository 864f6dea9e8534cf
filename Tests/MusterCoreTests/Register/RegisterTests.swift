import MusterCore
import Testing

/// Who may read the register of armed and uniformed adults, and what belongs in it.
struct RegisterTests {
    private let holder: PersonID = School.id("holder")
    private let chief: PersonID = School.id("chief")

    private var setting: RegisterSetting {
        var setting = RegisterSetting()
        setting.isAllowed = true
        setting.legalNote = "Board policy 7.12 of May 2026, counsel"
        setting.holders = [holder]
        setting.command = [chief]
        return setting
    }

    private func roles(_ person: PersonID) -> [Role] {
        switch person {
        case holder: [.line, .staff]
        case chief: [.agency]
        default: []
        }
    }

    private func claims(_ kind: IncidentKind?, agenciesInDrills: Bool = false) -> SliceClaims {
        var plan = School.plan()
        plan.agenciesInDrills = agenciesInDrills
        var given = Given(plan)
        if let kind { given = given.raised(by: School.principal, kind: kind) }
        return SliceClaims(given.state, at: given.now)
    }

    @Test func withoutAWordOnTheLawThereIsNone() {
        var without = setting
        without.legalNote = "ok"
        #expect(without.refusal(roles) == .noLegalNote)
        #expect(setting.refusal(roles) == nil)
        var nobody = setting
        nobody.holders = []
        #expect(nobody.refusal(roles) == .noHolder)
        var stranger = setting
        stranger.holders = [School.id("stranger")]
        #expect(stranger.refusal(roles) == .unknownPerson)
    }

    @Test func onlyLawEnforcementIsNamedAsItsCommand() {
        var teacher = setting
        teacher.command = [holder]
        #expect(teacher.refusal(roles) == .notLawEnforcement)
    }

    @Test func commandReadsWhileSomethingRealIsGoingOn() {
        #expect(setting.access(of: chief, [.agency], by: claims(nil)) == .waits)
        #expect(setting.access(of: chief, [.agency], by: claims(.drill)) == .waits)
        #expect(setting.access(of: chief, [.agency], by: claims(.drill, agenciesInDrills: true)) == .reads)
        #expect(setting.access(of: chief, [.agency], by: claims(.actual)) == .reads)
    }

    @Test func aCallForOnePersonOpensNothing() {
        let call = Given().when(
            School.teacher,
            .raise(Raise(nil, at: [School.roomA1], level: .assist, source: Source(at: Given().now))))
        let claims = SliceClaims(call.state, at: call.now)
        #expect(claims.agencyIncidents.count == 1)
        #expect(setting.access(of: chief, [.agency], by: claims) == .waits)
    }

    @Test func whoeverIsNotNamedLearnsNothing() {
        let claims = claims(.actual)
        #expect(setting.access(of: School.id("other"), [.agency, .sro, .administrator], by: claims) == .none)
        #expect(setting.access(of: holder, [.line], by: claims) == .holds)
        // Whoever has left the site has lost it with the role.
        #expect(setting.access(of: holder, [], by: claims) == .none)
        #expect(setting.access(of: chief, [.staff], by: claims) == .none)
        #expect(RegisterSetting().access(of: holder, [.line], by: claims) == .none)
    }

    @Test func whoIsArmedAndLooksLikeAnybodyComesFirst() {
        let now = Instant(milliseconds: 1_000_000_000_000)
        func adult(_ name: String, armed: Bool, _ dress: Dress, here: Bool? = nil) -> ArmedAdult {
            var adult = ArmedAdult()
            adult.id = School.id("row-" + name.lowercased())
            adult.name = name
            adult.appearance = "Band"
            adult.isArmed = armed
            adult.dress = dress
            adult.isHere = here
            adult.seenAt = now
            return adult
        }
        let adults = [
            adult("Gone", armed: true, .plain, here: false), adult("Guard", armed: false, .uniform),
            adult("Officer", armed: true, .uniform), adult("Plain", armed: true, .plain),
        ]
        #expect(adults.inReadingOrder(at: now).map(\.name) == ["Plain", "Officer", "Guard", "Gone"])
        let later = now + ArmedAdult.staysHere + .seconds(1)
        #expect(adults.inReadingOrder(at: later).map(\.name).prefix(2) == ["Gone", "Plain"])
        #expect(adults[0].isHere(at: later) == nil)
    }

    @Test func whoeverIsNeitherArmedNorInUniformStaysOut() {
        var adult = ArmedAdult()
        #expect(adult.refusal == .missing(.name))
        adult.name = "A"
        #expect(adult.refusal == .missing(.appearance))
        adult.appearance = "Green band"
        #expect(adult.refusal == .notOfRegister)
        adult.isArmed = true
        #expect(adult.refusal == nil)
        adult.post = String(repeating: "x", count: Int(ArmedAdult.longestText) + 1)
        #expect(adult.refusal == .tooLong(.post, ArmedAdult.longestText))
    }
}
