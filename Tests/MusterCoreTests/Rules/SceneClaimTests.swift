import MusterCore
import Testing

@Suite(
    "Rule: two reports of scene command are both kept, and whoever looks after the incident says which is so")
struct SceneClaimTests {
    private static let police = Given().raised().seated().policeCommand()

    private static func report(_ given: Given, _ agency: Agency, by person: PersonID) -> Given {
        given.when(
            person,
            .recordSceneCommand(
                given.incident, agency, unified: false, since: given.now, source: Source(at: given.now),
                text: nil)
        )
    }

    @Test("A teacher's report of another agency stands beside the record and changes nothing")
    func beside() {
        let before = Self.police
        let claimed = Self.report(before, .fire, by: School.teacher).then(.sceneCommandRecorded)
        #expect(claimed.kept == nil, "an observation is taken in")
        #expect(claimed.it.scene == before.it.scene)
        #expect(claimed.it.otherScenes.map { $0.agency } == [.fire])
        #expect(claimed.it.otherScenes.map { $0.reportedBy } == [School.teacher])
        #expect(claimed.it.courses == before.it.courses)
        // The ending still hangs on the agency on record.
        claimed.ended(.agency).then(.actionEnded)
        // The same agency once more is no other claim, and an officer settles no more than a teacher.
        let borne = Self.report(claimed, .police, by: School.neighbour)
        #expect(borne.kept == nil && borne.it.otherScenes.count == 1)
        // Nor does bearing it out make it theirs to change.
        #expect(borne.it.scene == before.it.scene)
        Self.report(borne, .fire, by: School.neighbour).expect { $0.it.scene?.agency == .police }
        Self.report(before, .fire, by: School.sro).expect { $0.it.scene?.agency == .police }
    }

    @Test("The coordinator says which is so, and the other claim is settled")
    func settled() {
        let claimed = Self.report(Self.police, .fire, by: School.teacher)
        for agency in [Agency.police, .fire] {
            let settled = Self.report(claimed, agency, by: School.principal)
            #expect(settled.it.scene?.agency == agency && settled.it.otherScenes.isEmpty)
        }
        claimed.when(School.principal) { .withdrawSceneCommand($0) }
            .expect { $0.it.scene == nil && $0.it.otherScenes.isEmpty }
    }

    @Test("The first report is the record, whoever makes it, and whoever made it may put it right")
    func first() {
        let first = Self.report(Given().raised().seated(), .fire, by: School.teacher)
        #expect(first.it.scene?.agency == .fire)
        #expect(Self.report(first, .police, by: School.teacher).it.scene?.agency == .police)
        // Saying it again, or something else, takes nobody else's word away.
        let claimed = Self.report(first, .police, by: School.sro)
        Self.report(claimed, .fire, by: School.teacher)
            .expect { $0.it.scene?.agency == .fire && $0.it.otherScenes.map { $0.agency } == [.police] }
        Self.report(claimed, .police, by: School.teacher)
            .expect { $0.it.scene?.agency == .police && $0.it.otherScenes.isEmpty }
        Self.report(claimed, .medical, by: School.teacher)
            .expect { $0.it.scene?.agency == .medical }
            .expect { $0.it.otherScenes.map { $0.agency } == [.police] }
    }

    @Test("What was seen before the record was made, and comes late, stands beside it")
    func late() {
        let fire = Self.report(Given().raised().seated(), .fire, by: School.teacher)
        let later = fire.after(.minutes(2)).when(
            School.principal,
            .recordSceneCommand(
                fire.incident, .police, unified: false, since: fire.now,
                source: Source(at: fire.now + .seconds(-60)),
                text: nil))
        #expect(later.it.scene?.agency == .fire && later.it.otherScenes.map { $0.agency } == [.police])
        // Whoever bears the record out takes their own other claim back.
        let claimed = Self.report(fire, .police, by: School.nurse)
        Self.report(claimed, .fire, by: School.nurse).expect { $0.it.otherScenes.isEmpty }
    }

    private static func unified(_ given: Given, by person: PersonID) -> Given {
        given.when(
            person,
            .recordSceneCommand(
                given.incident, .police, unified: true, since: given.now, source: Source(at: given.now),
                text: nil))
    }

    @Test("That an agency commands together with others is another claim than that it commands alone")
    func unified() {
        let claimed = Self.unified(Self.police, by: School.teacher)
        #expect(claimed.kept == nil && claimed.it.scene?.unified == false)
        #expect(claimed.it.otherScenes.map { $0.unified } == [true])
        #expect(Briefing(claimed.it, claimed.state).otherScenes == claimed.it.otherScenes)
    }

    @Test("Of each person the last report stands, and nobody's word goes with another's")
    func byPerson() {
        let fire = Self.report(Given().raised().seated(), .fire, by: School.teacher)
        // The maker says what one of two others says: the other one's word stays.
        let nurse = Self.unified(fire, by: School.nurse)
        Self.report(nurse, .police, by: School.teacher).expect {
            $0.it.scene?.unified == false && $0.it.otherScenes.map { $0.reportedBy } == [School.nurse]
        }
        // One of two who claim the same takes it back.
        let both = Self.report(Self.report(fire, .police, by: School.nurse), .police, by: School.sro)
        #expect(both.it.otherScenes.count == 2 && both.it.sceneClaims.count == 1)
        Self.report(both, .fire, by: School.sro)
            .expect { $0.it.otherScenes.map { $0.reportedBy } == [School.nurse] }
        // The record becomes what others say, and their claims are that no longer.
        Self.report(both, .police, by: School.teacher)
            .expect { $0.it.scene?.agency == .police && $0.it.otherScenes.isEmpty }
    }

    @Test("Whoever passes on what others say takes no claim back by the next one")
    func relayed() {
        func relay(_ given: Given, _ agency: Agency, _ room: PlaceID) -> Given {
            given.when(
                School.nurse,
                .recordSceneCommand(
                    given.incident, agency, unified: false, since: given.now,
                    source: Source(.radio, at: given.now, place: room), text: nil))
        }
        let medical = relay(Given().raised().seated(), .medical, School.roomA1)
        let both = relay(relay(medical, .police, School.roomA2), .fire, School.roomB1)
        #expect(
            both.it.scene?.agency == .medical && both.it.sceneClaims.map { $0.agency } == [.police, .fire])
        // Nor does saying oneself what one has passed on make it one's own.
        let own = Self.report(
            relay(Given().raised().seated(), .police, School.roomA1), .police, by: School.nurse)
        let other = Self.report(own, .fire, by: School.nurse)
        #expect(
            [other.it.scene?.agency].compactMap { $0 } + other.it.sceneClaims.map { $0.agency } == [
                .police, .fire,
            ])
        let borne = relay(relay(both, .medical, School.roomB2), .fire, School.roomB2)
        #expect(
            borne.it.scene?.agency == .medical && borne.it.otherScenes.map { $0.agency } == [.police, .fire])
    }

    @Test("Every slice that sees the record sees the claim")
    func slices() {
        let claimed = Self.report(Self.police, .fire, by: School.teacher)
        let cut = claimed.state.cut(for: Slice(.responder))
        #expect(cut.incidents[claimed.incident]?.otherScenes.map { $0.agency } == [.fire])
    }
}
