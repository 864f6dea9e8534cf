import MusterCore
import Testing

@Suite("Rule: the plans that Muster ships are whole, plain, and never against the rules of a real day")
struct PlanLibraryTests {
    @Test(
        "Every file is an annex that is named for it and has nothing the matter", arguments: PlanLibrary.names
    )
    func annex(name: String) throws {
        let annex = try Annex.decoded(try PlanLibrary.text(name))
        #expect(name == annex.id.text + ".json")
        #expect(annex.findings.isEmpty)
        #expect(!annex.sources.isEmpty)
        #expect(annex.courses.allSatisfy { $0.annex == annex.id.text })
        let ids = try PlanLibrary.annexes().map(\.id)
        #expect(annex.refersTo.allSatisfy { ids.contains($0) })
        #expect(annex.courses.contains { course in course.steps.contains { $0.within != nil } })
    }

    @Test("Twelve annexes, each of the five actions among them, and every section of the basic plan")
    func whole() throws {
        let annexes = try PlanLibrary.annexes()
        #expect(annexes.count == 12)
        for action in ProtectiveAction.allCases where action != .evade {
            #expect(annexes.contains { $0.kind == .functional && $0.id.text == action.rawValue })
            #expect(annexes.flatMap(\.courses).contains { $0.trigger == .action && $0.actions == [action] })
        }
        for trigger in CourseTrigger.allCases {
            #expect(annexes.flatMap(\.courses).contains { $0.trigger == trigger })
        }
        for agency in [Agency.police, .fire, .medical] {
            let courses = annexes.flatMap(\.courses).filter { $0.agencies.contains(agency) }
            #expect(courses.count == 1 && courses.allSatisfy { $0.trigger == .sceneCommand })
        }
        #expect(try PlanLibrary.basicPlan().parts.rows.map(\.section) == BasicSection.allCases)
    }

    @Test("Every course of action has a name of its own")
    func courses() throws {
        let ids = try PlanLibrary.annexes().flatMap(\.courses).map(\.id)
        #expect(Set(ids).count == ids.count && ids.count > 20)
    }

    @Test("Nobody is moved for the sake of a Lockdown, and nobody is sent to a door in one")
    func still() throws {
        for course in try PlanLibrary.annexes().flatMap(\.courses)
        where course.trigger == .action && course.actions.contains(.lockdown) {
            for step in course.steps {
                #expect(!step.movesPeople)
                #expect(!step.text.lowercased().contains("door"), "\(course.id) \(step.number)")
            }
        }
    }

    @Test("The words say what they order first: 911 and the announcement wait for nothing")
    func nothingWaits() throws {
        for course in try PlanLibrary.annexes().flatMap(\.courses) where course.trigger == .action {
            for step in course.steps where step.position == .caller911 {
                #expect(step.after.isEmpty, "\(course.id) \(step.number)")
            }
            let first = try #require(course.steps.first)
            #expect(first.after.isEmpty)
        }
    }

    /// Memorial School, 5 December 2016: 911, the order, the count, the second site, the return, the message to families.
    @Test("An evacuation for a smell of gas has no more steps than the day on which it went well")
    func gasSmell() throws {
        let called = try PlanLibrary.annexes().flatMap(\.courses).filter { course in
            switch course.trigger {
            case .action:
                (course.actions.isEmpty || course.actions.contains(.evacuate))
                    && (course.hazards.isEmpty || course.hazards.contains(.gas))
            case .sceneCommand: course.agencies.isEmpty || course.agencies.contains(.fire)
            default: false
            }
        }
        #expect(called.map(\.id.text) == ["evacuate", "fire-command"])
        #expect(called.flatMap(\.steps).count <= 6)
    }

    @Test("The words of the design are kept", arguments: PlanLibrary.names + ["basic-plan.json"])
    func words(name: String) throws {
        let text = String(decoding: try PlanLibrary.text(name), as: UTF8.self).lowercased()
        for word in [
            "release", "all-clear", "all clear", "retract", "victim", "incident commander", "lockout",
        ] {
            #expect(!text.contains(word), "\(word) in \(name)")
        }
    }
}
