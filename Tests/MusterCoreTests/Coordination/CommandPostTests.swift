import MusterCore
import Testing

@Suite("Rule: only a declared command post can be silent, and takeover is offered, never done")
struct CommandPostTests {
    /// The principal coordinates, and their command post was heard until this long ago.
    private static func silent(_ given: Given, _ span: TimeSpan, by person: PersonID = School.principal)
        -> Given
    {
        reported(given, [PostSign(person, heardAt: given.now + TimeSpan(milliseconds: -span.milliseconds))])
    }

    /// The server looks at the declared command posts, as it does every few seconds.
    private static func reported(_ given: Given, _ posts: [PostSign], listening: Instant = .zero) -> Given {
        given.state.reports(of: posts, listening: listening, at: given.now)
            .reduce(given) { $0.when(School.timer, $1) }
    }

    private static let seated = Given().raised(.hold).seated().after(.minutes(3))

    @Test("Silence for a minute is told once, and takeover is offered to the line")
    func silence() {
        #expect(
            Self.seated.state.reports(
                of: [PostSign(School.principal, heardAt: Self.seated.now + .seconds(-60))],
                listening: .zero, at: Self.seated.now
            ).isEmpty)
        let told = Self.silent(Self.seated, .seconds(61)).then(.commandPostReported)
        #expect(told.it.coordination.silentPosts.rows.map { $0.since } == [told.now + .seconds(-61)])
        Self.silent(told, .seconds(61)).then(.commandPostReported).expect {
            $0.records.count == told.records.count
        }
        let offered = told.after(.seconds(0)).then(.takeoverOffered)
        #expect(offered.coordinator == School.principal)
        #expect(offered.asked == [School.county, School.deputy, School.duty])
        // Once; after that the plan's time counts.
        offered.after(.minutes(4)).expect { $0.records.count == offered.records.count }
        offered.after(.minutes(5)).then(.takeoverOffered)
        offered.seated(School.deputy).then(.positionTaken)
    }

    @Test("Heard again, the offer that was made for its silence is taken back, and the holder stays")
    func heardAgain() {
        let offered = Self.silent(Self.seated, .seconds(61)).after(.seconds(0)).then(.takeoverOffered)
        let back = Self.silent(offered, .seconds(2)).then(.commandPostReported)
        #expect(back.it.coordination.silentPosts.isEmpty && back.asked.isEmpty)
        #expect(back.it.coordination.takeoverOfferedAt == nil && back.coordinator == School.principal)
        back.seated(School.deputy).refused(.alreadyHeld(by: School.principal))
        // The person themselves still has the plan's time. A weak network that comes and goes asks nobody again and again:
        // once since the coordinator's last sign.
        back.after(.minutes(2)).then(.takeoverOffered)
        Self.silent(back.after(.seconds(64)), .seconds(62)).then(.commandPostReported).after(.seconds(0))
            .expect { $0.it.coordination.takeoverOfferedAt == nil && !$0.it.coordination.silentPosts.isEmpty }
        // What the plan's time offered no sign of the device takes back: its deadline is used once.
        let late = Self.silent(back.after(.seconds(64)), .seconds(62)).after(.minutes(2)).then(
            .takeoverOffered)
        Self.silent(late, .seconds(1)).then(.commandPostReported)
            .expect { $0.it.coordination.takeoverOfferedAt != nil }
            .after(.minutes(5)).then(.takeoverOffered)
        let acted = back.after(.seconds(1)).noted("Back.", by: School.principal).after(.seconds(70))
        Self.silent(acted, .seconds(65)).then(.commandPostReported).after(.seconds(0)).then(.takeoverOffered)
    }

    @Test(
        "Whoever gives a sign elsewhere has the plan's time: a laptop that is shut is not a person who is gone"
    )
    func signElsewhere() {
        let busy = Self.seated.noted("At the gate.", by: School.principal)
        let told = Self.silent(busy.after(.seconds(1)), .seconds(90)).then(.commandPostReported)
        // The act came within the minute, so the line is asked when the minute is over.
        told.after(.seconds(58)).expect { $0.it.coordination.takeoverOfferedAt == nil }
        told.after(.seconds(59)).then(.takeoverOffered)
        let acting = told.after(.seconds(30)).noted("I am on foot.", by: School.principal)
        acting.after(.minutes(4)).expect { $0.it.coordination.takeoverOfferedAt == nil }
        acting.after(.minutes(5)).then(.takeoverOffered)
        #expect(!acting.it.coordination.silentPosts.isEmpty)
    }

    @Test("A device that was not in use, the server's own absence, and who holds nothing are no silence")
    func noSilence() {
        func reports(_ posts: [PostSign], listening: Instant = .zero) -> [Command] {
            Self.seated.state.reports(of: posts, listening: listening, at: Self.seated.now)
        }
        let now = Self.seated.now
        let begun = Self.seated.it.raisedAt
        #expect(reports([PostSign(School.principal, heardAt: begun + .seconds(-61))]).isEmpty)
        #expect(reports([PostSign(School.principal, heardAt: begun + .seconds(-60))]).count == 1)
        #expect(
            reports([PostSign(School.principal, heardAt: begun)], listening: now + .seconds(-60)).isEmpty)
        #expect(reports([PostSign(School.nurse, heardAt: begun)]).isEmpty)
        // Of two devices of one person the one that is heard counts.
        #expect(
            reports([
                PostSign(School.principal, heardAt: begun), PostSign(School.principal, heardAt: now),
            ]).isEmpty)
    }

    @Test("What is over is forgotten: not declared any more, not held any more, closed")
    func over() {
        let told = Self.silent(Self.seated, .seconds(61)).then(.commandPostReported)
        let last = [PostSign(School.principal, heardAt: told.now, then: .takenBack)]
        Self.reported(told, last).then(.commandPostReported).expect { $0.it.coordination.silentPosts.isEmpty }
        // That nothing is left of the device is no sign of whoever it was: what was offered stays, until they act.
        let offered = told.after(.seconds(0)).then(.takeoverOffered)
        let since = told.now + .seconds(-61)
        for sequel in [PostSequel.takenBack, .cutOff(at: since)] {
            let gone = [PostSign(School.principal, heardAt: since, then: sequel)]
            for posts in [[], gone] {
                #expect(offered.state.reports(of: posts, listening: .zero, at: offered.now).isEmpty)
                let acted = Self.reported(offered.noted("I am here.", by: School.principal), posts)
                    .then(.commandPostReported)
                #expect(acted.it.coordination.silentPosts.isEmpty)
                // What cannot speak any more is not silent once more.
                #expect(acted.state.reports(of: posts, listening: .zero, at: acted.now).isEmpty)
            }
        }
        // One whose session somebody ended is silent like one that is dead.
        let cut = [PostSign(School.principal, heardAt: since, then: .cutOff(at: since + .seconds(9)))]
        #expect(Self.seated.state.reports(of: cut, listening: .zero, at: told.now).count == 1)
        // So is one whose person pressed something between its last sign and its end.
        let pressed = Given().raised(.hold).seated().after(.minutes(1)).noted(
            "At the gate.", by: School.principal)
        for (ended, count) in [(TimeSpan.seconds(5), 1), (.seconds(-1), 0)] {
            let sign = PostSign(
                School.principal, heardAt: pressed.now + .seconds(-5), then: .cutOff(at: pressed.now + ended))
            let reports = pressed.state.reports(
                of: [sign], listening: .zero, at: pressed.now + .seconds(60))
            #expect(reports.count == count)
        }
        // A phone that was taken back ends no silence of the laptop that is still declared.
        let two = [
            PostSign(School.principal, heardAt: since),
            PostSign(School.principal, heardAt: told.now, then: .takenBack),
        ]
        #expect(told.state.reports(of: two, listening: .zero, at: told.now).isEmpty)
        // The record says of nobody's dead laptop that it is heard, whoever coordinates by now and however old the server is.
        let passed = told.after(.seconds(0)).seated(School.deputy)
        #expect(Watch(passed.it, passed.state, at: passed.now).findings.isEmpty)
        let dead = [PostSign(School.principal, heardAt: told.now + .seconds(-61))]
        #expect(passed.state.reports(of: dead, listening: .zero, at: passed.now).isEmpty)
        #expect(told.state.reports(of: dead, listening: told.now, at: told.now).isEmpty)
        told.when(School.principal) { .endAction($0, places: [School.site], method: .coordinator) }
            .when(School.principal) { .closeIncident($0) }
            .expect { !$0.it.isOpen && $0.it.coordination.silentPosts.isEmpty }
            .expect { $0.state.reports(of: [], listening: .zero, at: $0.now).isEmpty }
    }

    @Test("The watch names it for any position, and takeover is the coordinator's alone")
    func watched() {
        let liaison = Self.seated.when(School.principal) { .offerPosition($0, .liaison, to: School.deputy) }
            .when(School.deputy) { .acceptPosition($0, .liaison) }
        let told = Self.silent(liaison, .seconds(70), by: School.deputy).then(.commandPostReported)
        #expect(
            Watch(told.it, told.state, at: told.now).findings
                == [.postSilent(School.deputy, since: told.now + .seconds(-70))])
        told.after(.minutes(2)).expect { $0.it.coordination.takeoverOfferedAt == nil }
    }

    @Test("In a Lockdown nobody on the site is rung for it")
    func lockdown() {
        let told = Self.silent(Given().raised().seated().after(.minutes(3)), .seconds(61))
        told.after(.seconds(0)).then(.takeoverOffered).expect { $0.asked == [School.county, School.duty] }
        // A screen that its holder shut to hide is told of where takeover can follow, and nowhere else.
        let liaison = Given().raised().seated().when(School.principal) {
            .offerPosition($0, .liaison, to: School.deputy)
        }.when(School.deputy) { .acceptPosition($0, .liaison) }.after(.minutes(3))
        let hiding = Self.silent(liaison, .seconds(70), by: School.deputy).then(.commandPostReported)
        #expect(!hiding.it.coordination.silentPosts.isEmpty)
        #expect(
            !Watch(hiding.it, hiding.state, at: hiding.now).findings.contains { finding in
                if case .postSilent = finding { true } else { false }
            })
    }
}
