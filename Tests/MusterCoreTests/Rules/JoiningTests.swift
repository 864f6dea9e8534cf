import MusterCore
import Testing

@Suite("Rule: raises join, and nothing weakens a Lockdown")
struct JoiningTests {
    @Test("The second raise for an overlapping place confirms the first")
    func confirms() {
        Given().raised(at: [School.buildingA]).raised(by: School.neighbour, at: [School.roomA1])
            .then(.incidentConfirmed).expect { $0.it.confirmedBy == [School.neighbour] }
            .expect { $0.state.incidents.rows.count == 1 }
            .raised(by: School.neighbour, at: [School.roomA1]).expect { $0.it.confirmedBy.count == 1 }
    }

    @Test("Evacuate raised over Hold takes effect; Hold raised over Evacuate does not")
    func strengthens() {
        Given().raised(.hold).raised(.evacuate, by: School.neighbour).then(.incidentConfirmed, .actionSet)
            .expect { $0.action(at: School.roomA1) == .evacuate }
            .raised(.hold, by: School.nurse).then(.incidentConfirmed)
    }

    @Test(
        "Nothing that is raised weakens a Lockdown, neither in it nor around it",
        arguments: ProtectiveAction.allCases)
    func neverWeakens(action: ProtectiveAction) {
        Given().raised().raised(action, by: School.neighbour, at: [School.roomA1]).then(.incidentConfirmed)
            .expect { $0.action(at: School.roomA1) == .lockdown }
        Given().raised(at: [School.buildingA]).raised(action, by: School.neighbour, at: [School.site])
            .expect { $0.action(at: School.roomA1) == .lockdown && $0.action(at: School.roomB1) == action }
    }

    @Test("What is raised above never weakens what stands below")
    func above() {
        Given().raised(.evacuate, at: [School.buildingA]).raised(.hold, by: School.neighbour)
            .expect { $0.action(at: School.roomA1) == .evacuate && $0.action(at: School.roomB1) == .hold }
        Given().raised(.evacuate, at: [School.buildingA]).set(.hold, at: [School.site], by: School.neighbour)
            .expect { $0.action(at: School.roomA1) == .evacuate }
    }

    @Test("A raise reaches the wing where the action was ended before")
    func endedWing() {
        Given().raised().seated().ended(.announcementAndKey, at: [School.buildingA])
            .raised(by: School.neighbour).then(.incidentConfirmed, .actionSet)
            .expect { $0.action(at: School.roomA1) == .lockdown && $0.action(at: School.roomB1) == .lockdown }
    }

    @Test("Two people who ask for help are two calls, unless they are in the same room")
    func calls() {
        let call = Given().raised(nil, at: [School.roomA1], level: .medical)
        call.raised(nil, by: School.neighbour, at: [School.roomB1], level: .medical)
            .expect { $0.state.incidents.rows.count == 2 }
        call.raised(nil, by: School.neighbour, at: [School.site], level: .medical)
            .raised(nil, by: School.nurse, at: [School.site], level: .medical)
            .expect { $0.state.incidents.rows.count == 3 }
        call.raised(nil, by: School.neighbour, at: [School.roomA1], level: .medical).then(.incidentConfirmed)
    }

    @Test("A strengthened everyday call is joined by the alarm for the same place")
    func escalated() {
        Given().raised(nil, level: .assist).set(.hold, at: [School.buildingA], by: School.nurse)
            .raised(by: School.neighbour).then(.incidentConfirmed, .actionSet, .coordinatorAsked)
            .expect { $0.state.incidents.rows.count == 1 && $0.it.hasLockdown }
    }

    @Test("Only who may end an action weakens it by setting another")
    func weakening() {
        let school = Given().raised(.evacuate).seated()
        school.set(.hold, at: [School.site], by: School.teacher).refused(.notAllowed(.endAction))
        school.set(.hold, at: [School.site]).then(.actionSet)
        school.set(.lockdown, at: [School.site], by: School.teacher).then(.actionSet)
        school.ended(.coordinator, by: School.teacher).refused(.notAllowed(.endAction))
        school.ended(.mistake).refused(.methodNotInPlan)
        school.ended(.coordinator).then(.actionEnded)
    }
}
