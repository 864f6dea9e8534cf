import MusterCore
import Testing

@Suite("Coverage: who is asked if the first two are away, and at one hour")
struct CoverageShiftTests {
    @Test("Whoever is asked then is said for each time that changes, and for no other")
    func shifts() throws {
        let school = DutySchool.rural
        let after = Coverage(
            school.question.after([
                .withoutPerson(DutySchool.principal), .withoutPerson(DutySchool.secretary),
            ]))
        let shifts = CoverageShift.all(from: school.coverage, to: after)
        let open = try #require(shifts.first)
        #expect(open.isOccupied && open.asked == [DutySchool.district])
        #expect(open.outsideDuty == DutySchool.district)
        #expect(open.when.map(\.from) == (0..<5).map { school.at($0, 8) })
        // Before and after school, with nobody due: told after the others.
        #expect(shifts.dropFirst().allSatisfy { !$0.isOccupied })
        #expect(CoverageShift.all(from: school.coverage, to: school.coverage) == [])
    }

    @Test("A time is read as it is written, and nothing else is one")
    func moments() {
        let clock = DutySchool.rural.clock
        let moment = DutySchool.rural.at(3, 16, 30)
        #expect(clock.text(at: moment) == "2026-09-10T16:30")
        #expect(clock.moment("2026-09-10T16:30") == moment)
        for text in [
            "2026-09-10", "2026-09-10 16:30", "2026-09-10T24:00", "2026-02-30T10:00", "2026-09-10T1:30", "",
        ] {
            #expect(clock.moment(text) == nil, "\(text)")
        }
    }
}
