import MusterCore
import Testing

@Suite("Rule: no plan can leave the school unable to act, and an incident keeps the rules of its raise")
struct KeptRulesTests {
    @Test(
        "What only agencies may do is not safe, and the coordinator may do it all the same",
        arguments: SitePlan.vitalActs)
    func agencies(act: Act) {
        for who in [[], [Authority.agency]] {
            let plan = School.plan { $0.rights = [Right(act, who)] }
            #expect(plan.unsafeSettings == [.nobodyMay(act)])
            #expect(plan.allows(act, [.staff], isCoordinator: true))
        }
        let plan = School.plan { $0.rights = [Right(act, [.agency, .administrator])] }
        #expect(plan.isSafe)
    }

    @Test("A right that is published while a Lockdown stands changes nothing in it")
    func rights() {
        let seated = Given().raised().seated()
        let later = School.plan {
            $0.version = 2
            $0.rights = [Right(.endLockdown, [.administrator]), Right(.assign, [.administrator])]
            $0.lockdownEnds = [.agency]
        }
        let published = seated.when(School.office, .publishPlan(later)).then(.planPublished)
        #expect(published.state.plan(of: published.it).lockdownEnds.contains(.announcementAndKey))
        published.ended(.announcementAndKey).then(.actionEnded)
        published.when(School.principal) { .offerPosition($0, .safety, to: School.deputy) }.then(
            .positionOffered)
        // What begins after it goes by the new plan.
        let next = Given(later).raised().seated()
        next.ended(.announcementAndKey).refused(.notAllowed(.endLockdown))
    }

    @Test("Whoever hides: a room of theirs is in Lockdown, or all of the site where no room is known")
    func hiding() {
        let all = Given().raised()
        #expect(all.state.isInLockdown(School.teacher, in: all.it))
        #expect(all.state.isInLockdown(School.principal, in: all.it))
        #expect(all.state.isInLockdown(School.nurse, in: all.it))
        #expect(!all.state.isInLockdown(School.county, in: all.it))
        #expect(!all.state.isInLockdown(School.duty, in: all.it))
        let part = Given().raised(at: [School.buildingA])
        #expect(part.state.isInLockdown(School.teacher, in: part.it))
        #expect(!part.state.isInLockdown(School.principal, in: part.it))
        let both = part.set(.lockdown, at: [School.buildingB], by: School.principal)
        #expect(both.state.isInLockdown(School.principal, in: both.it))
        let hold = Given().raised(.hold)
        #expect(!hold.state.isInLockdown(School.teacher, in: hold.it))
    }

    @Test("The call to 911 is done once somebody records that 911 is on the line; what waits for it goes on")
    func call() {
        let plan = School.fullPlan {
            var course = School.courses[0]
            course.steps[0].is911Call = true
            $0.courses.put(course)
        }
        let raised = Given(plan).raised().seated()
        #expect(raised.task(School.lockdownCourse, 1)?.state == .open)
        #expect(raised.task(School.lockdownCourse, 2)?.isReady == false)
        let called = raised.when(School.teacher) { .recordCall911($0, ended: false, source: raised.seen()) }
        #expect(called.task(School.lockdownCourse, 1)?.state == .done)
        #expect(called.task(School.lockdownCourse, 1)?.isReady == false)
        #expect(called.task(School.lockdownCourse, 2)?.isReady == true)
        // So it is where the task had been handed on before.
        let handed = raised.when(School.principal) {
            .handTask($0, TaskID(School.lockdownCourse, 1), to: .liaison)
        }
        .when(School.teacher) { .recordCall911($0, ended: false, source: raised.seen()) }
        #expect(handed.task(School.lockdownCourse, 1)?.state == .done)
        // Somebody's own word of it stands before what follows from the call.
        let undone = called.when(School.teacher) {
            .reportTask(
                $0, TaskID(School.lockdownCourse, 1), .notPossible, source: called.seen(), text: nil)
        }
        #expect(undone.task(School.lockdownCourse, 1)?.state == .notPossible)
    }

    @Test("Whoever is hands-on is given no task")
    func busy() {
        let seated = Given(School.fullPlan()).raised().seated()
        #expect(seated.state.nextStep(of: School.principal, in: seated.it) != nil)
        let busy = seated.responding(School.principal)
        #expect(busy.state.nextStep(of: School.principal, in: busy.it) == nil)
        #expect(busy.task(School.lockdownCourse, 1)?.hold == .busy)
        let passed = busy.when(School.deputy) { .acceptPosition($0, .schoolCoordinator) }
        #expect(passed.task(School.lockdownCourse, 1)?.isReady == true)
    }
}
