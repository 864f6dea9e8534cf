import MusterCore
import Testing

@Suite("Rule: what the plan calls for becomes tasks of positions, and no alarm waits for it")
struct TaskTests {
    private let plan = School.fullPlan()

    @Test(
        "A raise, an action, scene command, a mistake and a medical call each begin their courses, after the alarm"
    )
    func triggers() {
        let raised = Given(plan).raised()
        raised.then(.incidentRaised, .actionSet, .rosterTaken, .coordinatorAsked, .courseOpened)
        raised.policeCommand().then(.sceneCommandRecorded, .courseOpened, .courseOpened)
        raised.when(School.teacher) { .claimMistake($0) }.then(.mistakeClaimed, .courseOpened)
        // A second one is under way already.
        raised.raised(by: School.neighbour).then(.incidentConfirmed)
        Given(plan).raised(nil, level: .medical).expect { $0.task(School.firstAid, 1)?.isReady == true }
        Given(plan).raised(.hold).expect { $0.it.courses.begun.isEmpty }
            .set(.evacuate, at: [School.buildingA], by: School.principal)
            .expect { $0.task(School.evacuation, 1)?.isReady == true }
    }

    @Test("A danger that is named calls for its course, and another one does not")
    func hazards() {
        let fire = School.course(School.id("fire"), .action, [School.step(1, .safety)]) {
            $0.hazards = [.fire]
        }
        let both = School.course(School.id("both"), .action, [School.step(1, .safety)]) {
            ($0.actions, $0.hazards) = ([.evacuate], [.fire])
        }
        let any = School.course(School.id("any"), .action, [School.step(1, .safety)])
        let plan = School.plan { for course in [fire, both, any] { $0.courses.put(course) } }
        func begun(_ given: Given) -> [String] { given.it.courses.begun.rows.map { $0.key.text } }
        #expect(begun(Given(plan).raised(.evacuate, hazard: .fire)) == ["any", "both", "fire"])
        #expect(begun(Given(plan).raised(.evacuate, hazard: .gas)) == ["any"])
        #expect(begun(Given(plan).raised(.hold, hazard: .fire)) == ["any", "fire"])
        #expect(begun(Given(plan).raised(nil, level: .assist, hazard: .fire)) == ["fire"])
        #expect(begun(Given(plan).raised(nil, level: .assist)).isEmpty)
    }

    @Test("The coordinator asks for a course by name, and takes that back; nobody else does")
    func request() {
        let seated = Given(plan).raised(.hold).seated()
        let asked = seated.when(School.principal) { .openCourse($0, School.reunification) }
        asked.then(.courseOpened).expect { $0.task(School.reunification, 2)?.isReady == true }
        asked.when(School.principal) { .openCourse($0, School.reunification) }.then()
        asked.when(School.principal) { .closeCourse($0, School.reunification) }.then(.courseClosed)
            .expect { $0.task(School.reunification, 2)?.isOver == true }
            .when(School.principal) { .closeCourse($0, School.hoax) }.refused(.unknownTask)
        seated.when(School.principal) { .openCourse($0, School.id("none")) }.refused(.unknownTask)
        seated.when(School.teacher) { .openCourse($0, School.reunification) }.refused(.notAllowed(.assign))
        let replaced = seated.when(School.principal) { .handOver($0, to: nil) }.seated(School.deputy)
        replaced.when(School.principal) { .openCourse($0, School.reunification) }.then(.suggestionKept)
    }

    @Test("An incident keeps the courses it was raised with, whatever is published meanwhile")
    func version() {
        let later = School.fullPlan {
            $0.version = 2
            $0.courses = Table()
        }
        let open = Given(plan).raised(.hold).seated().when(School.office, .publishPlan(later))
        open.set(.evacuate, at: [School.site], by: School.principal).expect {
            $0.it.courses.begun[School.evacuation]?.version == 1
        }
        open.when(School.principal) { .openCourse($0, School.reunification) }.then(.courseOpened)
        // A third version does not take the place of the first either.
        let third = School.fullPlan { ($0.version, $0.courses) = (3, Table()) }
        open.when(School.office, .publishPlan(third)).when(School.principal) {
            .openCourse($0, School.reunification)
        }.then(.courseOpened)
        Given(plan).when(School.office, .publishPlan(later)).raised()
            .expect { $0.it.courses.version == 2 && $0.it.courses.begun.isEmpty }
    }

    @Test("Who holds the position has the task, and the school coordinator what nobody holds")
    func owner() {
        let seated = Given(plan).raised().seated()
        #expect(seated.task(School.lockdownCourse, 1)?.owner == School.principal)
        #expect(seated.task(School.lockdownCourse, 1)?.isHeld == false)
        let held = seated.when(School.principal) { .offerPosition($0, .caller911, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .caller911) }
        #expect(held.task(School.lockdownCourse, 1)?.owner == School.nurse)
        #expect(held.task(School.lockdownCourse, 1)?.isHeld == true)
        #expect(held.state.nextStep(of: School.nurse, in: held.it)?.id.step == 1)
        #expect(held.state.nextStep(of: School.teacher, in: held.it) == nil)
        Given(plan).raised().expect { $0.task(School.lockdownCourse, 1)?.owner == nil }
    }

    @Test(
        "A step waits for those before it: done or not possible; one that the plan does not have holds back nothing"
    )
    func order() {
        let raised = Given(plan).raised(.evacuate).seated()
        #expect(raised.task(School.evacuation, 2)?.waitsFor.map { $0.number } == [1])
        #expect(raised.state.nextStep(of: School.principal, in: raised.it)?.id.step == 1)
        let started = raised.told(School.evacuation, 1, .started)
        #expect(started.task(School.evacuation, 2)?.isReady == false)
        #expect(started.task(School.evacuation, 1)?.isReady == true)
        #expect(started.state.nextStep(of: School.principal, in: started.it) == nil)
        for progress in [TaskState.done, .notPossible] {
            let next = started.told(School.evacuation, 1, progress)
            #expect(next.task(School.evacuation, 2)?.isReady == true)
            #expect(next.state.nextStep(of: School.principal, in: next.it)?.id.step == 2)
        }
        raised.told(School.evacuation, 2).expect { $0.task(School.evacuation, 3)?.isReady == true }
    }

    @Test("How far it is said to be is never refused, and the newest stands; each has a way back")
    func observed() {
        let raised = Given(plan).raised().seated()
        let done = raised.told(School.lockdownCourse, 1, by: School.police, text: "On the line.")
        done.then(.taskReported).expect {
            $0.kept == nil && $0.task(School.lockdownCourse, 1)?.state == .done
        }
        #expect(done.records.last?.text == "On the line.")
        done.told(School.lockdownCourse, 1, .open).expect {
            $0.task(School.lockdownCourse, 1)?.isReady == true
        }
        // What was seen longer ago than what stands, and arrives late, is kept and changes nothing.
        let later = done.after(.minutes(5)).told(School.lockdownCourse, 1, .notPossible)
        later.told(School.lockdownCourse, 1, .started, ago: .minutes(3)).then(.taskReported).expect {
            $0.kept == .late && $0.task(School.lockdownCourse, 1)?.state == .notPossible
        }
        done.told(School.reunification, 1).then(.taskReported).expect { $0.kept == .late }
        done.told(School.lockdownCourse, 77).then(.taskReported).expect { $0.kept == .late }
    }

    @Test(
        "A task is handed on by who has it or by the coordinator; a replaced holder's late act is a suggestion"
    )
    func handed() {
        let held = Given(plan).raised().seated()
            .when(School.principal) { .offerPosition($0, .caller911, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .caller911) }
        let hand: (IncidentID) -> Command = { .handTask($0, TaskID(School.lockdownCourse, 1), to: .liaison) }
        for person in [School.nurse, School.principal] {
            held.when(person, hand).then(.taskHanded).expect {
                $0.task(School.lockdownCourse, 1)?.position == .liaison
                    && $0.task(School.lockdownCourse, 1)?.owner == School.principal
            }
        }
        held.when(School.teacher, hand).refused(.notAllowed(.assign))
        held.when(School.nurse) { .handTask($0, TaskID(School.hoax, 1), to: .liaison) }.refused(.unknownTask)
        held.when(School.nurse) { .handTask($0, TaskID(School.lockdownCourse, 1), to: .caller911) }.then()
        // Given back, it is what the plan says.
        held.when(School.principal, hand)
            .when(School.principal) { .handTask($0, TaskID(School.lockdownCourse, 1), to: .caller911) }
            .expect { $0.task(School.lockdownCourse, 1)?.owner == School.nurse }
        let replaced = held.when(School.principal) { .offerPosition($0, .caller911, to: School.neighbour) }
            .when(School.neighbour) { .acceptPosition($0, .caller911) }
        replaced.when(School.nurse, hand).then(.suggestionKept)
            .expect { $0.task(School.lockdownCourse, 1)?.position == .caller911 }
        replaced.when(School.nurse, late: .minutes(3), hand).then(.suggestionKept)
        held.when(School.nurse, late: .minutes(3), hand).refused(.tooLate)
    }

    @Test(
        "No task moves staff inside a place in Lockdown: it waits without a clock and comes up when that has ended"
    )
    func lockdown() {
        let course: (IncidentID) -> Command = { .openCourse($0, School.reunification) }
        let locked = Given(plan).raised(at: [School.buildingA]).seated().when(School.principal, course)
        let held = locked.task(School.reunification, 1)
        #expect(held?.hold == .place && held?.isReady == false && held?.due == nil)
        #expect(locked.task(School.reunification, 2)?.isReady == true)
        #expect(locked.state.nextStep(of: School.principal, in: locked.it)?.step.movesPeople == false)
        locked.ended(.announcementAndKey, at: [School.buildingA])
            .expect { $0.task(School.reunification, 1)?.isReady == true }
    }

    @Test("A Lockdown elsewhere holds back no evacuation, a Lockdown inside does, whichever incident says so")
    func lockdownElsewhere() {
        let moving = Given(plan).raised(.evacuate, at: [School.buildingB]).seated()
        #expect(moving.task(School.evacuation, 1)?.isReady == true)
        moving.set(.lockdown, at: [School.buildingA]).expect {
            $0.task(School.evacuation, 1)?.isReady == true
        }
        let around = Given(plan).raised(.evacuate).seated().set(.lockdown, at: [School.roomA1])
        #expect(around.task(School.evacuation, 1)?.hold == .place)
        let before = around.now
        // The clock of what was held back runs from when nothing holds it back any more.
        let free = around.after(.minutes(20)).ended(.announcementAndKey, at: [School.roomA1])
        #expect(free.task(School.evacuation, 1)?.isReady == true)
        #expect(free.task(School.evacuation, 1)?.due == before + .minutes(25))
        #expect(free.task(School.evacuation, 1)?.isOverdue(at: free.now) == false)
        #expect(free.task(School.evacuation, 1)?.isOverdue(at: free.now + .minutes(6)) == true)
    }

    @Test("Whoever is in a room in Lockdown is given no task that moves people")
    func ownerHides() {
        // The teacher answers for room A1.
        let led = Given(plan).raised(.evacuate, at: [School.buildingB]).seated()
            .when(School.principal) { .offerPosition($0, .safety, to: nil) }
            .when(School.teacher) { .acceptPosition($0, .safety) }
        #expect(led.state.nextStep(of: School.teacher, in: led.it)?.id.step == 1)
        let hiding = led.set(.lockdown, at: [School.buildingA])
        #expect(hiding.task(School.evacuation, 1)?.hold == .owner)
        #expect(hiding.state.nextStep(of: School.teacher, in: hiding.it) == nil)
        #expect(led.state.nextStep(of: School.teacher, in: led.it, isHiding: true) == nil)
        hiding.cleared(School.roomA1).expect { $0.task(School.evacuation, 1)?.isReady == true }
    }

    @Test("With its action a course's open tasks are over, and not done; said again it begins once more")
    func over() {
        let raised = Given(plan).raised(.evacuate).seated().told(School.evacuation, 1)
        let ended = raised.ended(.coordinator)
        #expect(ended.task(School.evacuation, 1)?.state == .done)
        #expect(ended.task(School.evacuation, 2)?.isOver == true)
        #expect(ended.state.nextStep(of: School.principal, in: ended.it) == nil)
        let anew = ended.after(.seconds(30)).set(.evacuate, at: [School.site])
        anew.then(.actionSet, .courseOpened)
        #expect(anew.task(School.evacuation, 1)?.state == .open)
        // What was seen of the first says nothing of the second.
        anew.told(School.evacuation, 1, ago: .seconds(20)).expect {
            $0.kept == .late && $0.task(School.evacuation, 1)?.state == .open
        }
    }

    @Test("A press that is taken back leaves the tasks of what it covered where they were")
    func withdrawn() {
        let hold = School.course(School.id("hold"), .action, [School.step(1, .safety)]) {
            $0.actions = [.hold]
        }
        let covered = Given(School.plan { $0.courses.put(hold) }).raised(.hold).seated()
            .told(hold.id, 1).raised(.evacuate, by: School.neighbour)
        #expect(covered.task(hold.id, 1)?.isOver == true)
        let back = covered.when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
        #expect(back.task(hold.id, 1)?.isOver == false && back.task(hold.id, 1)?.state == .done)
    }

    @Test("A drill that turns real begins its tasks anew, without what was asked for in it")
    func turned() {
        let drill = Given(plan).raised(by: School.principal, kind: .drill).seated()
            .told(School.lockdownCourse, 1)
            .when(School.principal) { .openCourse($0, School.reunification) }
            .after(.seconds(20))
        #expect(drill.task(School.lockdownCourse, 1)?.state == .done)
        let real = drill.when(School.teacher) { .turnActual($0) }
        #expect(real.task(School.lockdownCourse, 1)?.isReady == true)
        #expect(real.task(School.reunification, 2)?.isOver == true)
        real.told(School.lockdownCourse, 1, ago: .seconds(5)).expect {
            $0.task(School.lockdownCourse, 1)?.state == .open
        }
        let late = real.after(.seconds(5))
        late.when(School.principal, late: .seconds(10)) { .openCourse($0, School.reunification) }.refused(
            .tooLate)
    }

    @Test("Closing ends the tasks, and reopening brings them back")
    func closing() {
        let closed = Given(plan).raised(.evacuate).seated().when(School.principal) {
            .openCourse($0, School.reunification)
        }.told(School.reunification, 1).ended(.coordinator).when(School.principal) { .closeIncident($0) }
        #expect(closed.task(School.reunification, 2)?.isOver == true)
        let open = closed.when(School.principal) { .reopenIncident($0) }
        #expect(open.task(School.reunification, 2)?.isReady == true)
        #expect(open.task(School.reunification, 1)?.state == .done)
    }
}
