import MusterCore
import Testing

@Suite("Rule: an act means the site as it was when it was made")
struct LatenessTests {
    private let late = TimeSpan.seconds(121)

    @Test(
        "An action set too late is a report to be judged, and alarms nobody",
        arguments: [ProtectiveAction.lockdown, .evade, .evacuate])
    func strengthens(action: ProtectiveAction) {
        let held = Given().raised(.hold).seated()
        let act: (IncidentID) -> Command = {
            .setAction($0, places: [School.site], action: action, hazard: .fire)
        }
        held.when(School.nurse, late: .seconds(120), act).expect { $0.action(at: School.site) == action }
        let kept = held.when(School.nurse, late: late, act).then(.raiseLate)
        #expect(kept.action(at: School.site) == .hold && kept.kept == .report)
        let report = kept.state.lateRaises.rows.first
        #expect(report?.raise.action == action && report?.raise.places == [School.site])
        #expect(report?.raise.source.observedAt == kept.now + .seconds(-121) && report?.by == School.nurse)
        held.when(School.student, late: late, act).expect { $0.state.lateRaises.isEmpty }
        // Also where the incident was closed meanwhile.
        held.ended(.coordinator).when(School.principal) { .closeIncident($0) }
            .when(School.nurse, late: late, act).then(.raiseLate)
    }

    @Test("An action that weakens, pressed before the stronger one was set, does not replace it")
    func weakens() {
        let held = Given().raised(.secure).seated()
        let stronger = held.after(.seconds(10)).set(.evacuate, at: [School.buildingA], by: School.nurse)
        let hold: (IncidentID) -> Command = {
            .setAction($0, places: [School.buildingA], action: .hold, hazard: nil)
        }
        stronger.when(School.principal, late: .seconds(11), hold).refused(.tooLate)
        stronger.when(School.principal, late: late, hold).refused(.tooLate)
        stronger.after(.seconds(1)).when(School.principal, hold).then(.actionSet)
    }

    @Test("“This is real” that comes too late is a report of what was played", arguments: [true, false])
    func turnActual(isOver: Bool) {
        var drill = Given().raised(by: School.principal, at: [School.buildingA], kind: .drill).seated()
        if isOver {
            drill = drill.ended(.announcementAndKey).when(School.principal) { .closeIncident($0) }
        }
        let kept = drill.when(School.teacher, late: late) { .turnActual($0) }.then(.raiseLate)
        let raise = kept.state.lateRaises.rows.first?.raise
        #expect(raise?.kind == .actual && raise?.action == .lockdown && raise?.places == [School.buildingA])
        #expect(kept.it.kind == .drill)
        drill.when(School.student, late: late) { .turnActual($0) }.refused(.notAllowed(.lockDown))
    }

    @Test("In a practice nothing late becomes an alarm")
    func practice() {
        Given().raised(.hold, by: School.principal, kind: .drill).seated().when(School.principal, late: late)
        {
            .setAction($0, places: [School.site], action: .lockdown, hazard: nil)
        }.refused(.tooLate)
    }

    @Test("What ends, closes, reopens, corrects or undoes is not done late", arguments: 0..<5)
    func ends(index: Int) {
        let open = Given().raised(.secure).seated().jump(.minutes(3))
        let over = open.ended(.coordinator)
        let claimed = open.when(School.teacher) { .claimMistake($0) }
        let acts: [(Given, (IncidentID) -> Command)] = [
            (open, { .endAction($0, places: [School.site], method: .coordinator) }),
            (over, { .closeIncident($0) }),
            (over.when(School.principal) { .closeIncident($0) }, { .reopenIncident($0) }),
            (open, { .sendCorrection($0, text: "Stay inside.") }),
            (claimed, { .recordCallBack($0, .mistakeConfirmed) }),
        ]
        let (school, act) = acts[index]
        school.when(School.principal, late: late, act).refused(.tooLate)
        school.when(School.principal, late: .seconds(100), act).expect { (try? $0.outcome.get()) != nil }
    }

    @Test("A duress word is never too late")
    func duress() {
        Given().raised().seated().when(School.teacher) { .claimMistake($0) }
            .when(School.principal, late: late) { .recordCallBack($0, .duress) }.then(.callBackRecorded)
    }

    @Test("What a replaced holder pressed before is a suggestion, however late it comes")
    func replaced() {
        let replaced = Given().raised(.secure).seated().when(School.principal) { .handOver($0, to: nil) }
            .seated(School.deputy)
        let suggested = replaced.when(School.principal, late: late) {
            .endAction($0, places: [School.site], method: .coordinator)
        }.then(.suggestionKept)
        #expect(suggested.kept == .suggestion)
        replaced.when(School.principal, late: late) { .sendCorrection($0, text: "Stay.") }
            .then(.suggestionKept)
    }
}
