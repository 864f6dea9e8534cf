import MusterCore
import Testing

@Suite("Coverage: who would coordinate, at any hour")
struct CoverageTests {
    @Test("A rural school with fourteen staff has nothing to mend")
    func ruralIsGreen() {
        #expect(DutySchool.rural.coverage.findings == [])
        let noon = DutySchool.rural.coverage.at(DutySchool.rural.at(2, 12))
        #expect(noon?.depth == 3)
        #expect(noon?.first == DutySchool.principal)
        #expect(noon?.outsideDuty == DutySchool.district)
    }

    @Test("On a free day nobody need be there, and outside duty is asked for all the same")
    func freeDays() {
        let labourDay = DutySchool.rural.with {
            $0.book.calendar.append(CalendarSpan(.holiday, from: DutySchool.monday, to: DutySchool.monday))
        }
        #expect(labourDay.coverage.at(labourDay.at(0, 10))?.isOccupied == false)
        #expect(labourDay.coverage.findings == [])
        let nights = DutySchool.rural.with { $0.book.outside.removeLast() }
        #expect(nights.finding(.noOutsideDuty)?.when.count == 8)
        #expect(nights.finding(.noOutsideDuty)?.minutes == 4200)
    }

    @Test("An evening event without anybody of the line is a time with nobody, with who is not there and why")
    func eveningEvent() throws {
        let school = DutySchool.rural.with {
            $0.book.events = [SiteEvent("Concert", Stretch(from: $0.at(3, 18), to: $0.at(3, 21)))]
        }
        // Until 20:00 the district's coordinator is reachable: one, and nobody after that one.
        let alone = try #require(school.finding(.oneDeep))
        #expect(alone.hit.persons == [DutySchool.district])
        #expect(alone.when == [Stretch(from: school.at(3, 18), to: school.at(3, 20))])
        #expect(alone.hit.notCounted.map(\.why) == [.off, .off])
        // Then the county, on outside duty.
        let later = school.coverage.at(school.at(3, 20, 30))
        #expect(later?.standby.map(\.person) == [DutySchool.county])
    }

    @Test("A half day ends the hours and the school, and an event on its afternoon must be covered")
    func halfDay() {
        let school = DutySchool.rural.with {
            let wednesday = DutySchool.monday.advanced(by: 2)
            $0.book.calendar.append(CalendarSpan(.halfDay, from: wednesday, to: wednesday, ends: 720))
        }
        #expect(school.coverage.findings == [])
        #expect(school.coverage.at(school.at(2, 11, 59))?.isOccupied == true)
        #expect(school.coverage.at(school.at(2, 12))?.isOccupied == false)
    }

    @Test("The School Resource Officer named as coordinator is nobody to count on")
    func officerAsCoordinator() throws {
        var school = DutySchool()
        school.works(DutySchool.officer, 420, 960)
        school.book.responders = [ExpectedResponder(DutySchool.officer, .sro)]
        school.plan.outsideDuty = DutySchool.officer
        school.line(DutySchool.officer)
        let finding = try #require(school.finding(.onlyResponders))
        #expect(finding.hit.persons == [DutySchool.officer])
        #expect(finding.minutes == 2100)
        #expect(school.question.mend(finding) == [.find(.schoolCoordinator)])
        // With a secretary who works anyway the smallest change is to put her in the line.
        school.works(DutySchool.secretary, 420, 990)
        #expect(
            school.question.mend(finding)
                == [.addToLine(.schoolCoordinator, DutySchool.secretary, onSite: true)])
    }

    @Test("One person, and who is away that day")
    func absence() throws {
        let school = DutySchool.rural.with {
            $0.book.absences = [
                Absence(DutySchool.secretary, Stretch(from: $0.at(1, 0), to: $0.at(2, 0))),
                Absence(DutySchool.district, Stretch(from: $0.at(1, 12), to: $0.at(1, 24))),
            ]
        }
        let finding = try #require(school.finding(.oneDeep))
        #expect(finding.hit.persons == [DutySchool.principal])
        #expect(finding.when == [Stretch(from: school.at(1, 12), to: school.at(1, 15))])
        #expect(finding.hit.notCounted.map(\.person) == [DutySchool.secretary, DutySchool.district])
        #expect(finding.hit.notCounted.map(\.why) == [.absent, .absent])
        #expect(school.finding(.nobodyOutside)?.minutes == 180)
        // A teacher who is there anyway.
        let mend = school.question.mend(finding)
        #expect(mend == [.addToLine(.schoolCoordinator, PersonID("teacher", 1), onSite: true)])
    }

    @Test("Who has left is not counted, and who has arrived is")
    func presence() {
        let school = DutySchool.rural.with {
            $0.book.presences = [
                PresenceMark(DutySchool.principal, at: $0.at(0, 10), arrived: false),
                PresenceMark(DutySchool.secretary, at: $0.at(5, 9), arrived: true),
            ]
        }
        #expect(school.coverage.at(school.at(0, 9, 59))?.first == DutySchool.principal)
        #expect(school.coverage.at(school.at(0, 10))?.first == DutySchool.secretary)
        #expect(school.coverage.at(school.at(1, 10))?.first == DutySchool.principal)
        #expect(school.coverage.at(school.at(5, 9))?.standby.first?.person == DutySchool.secretary)
        #expect(school.coverage.at(school.at(5, 13))?.standby.first?.person == DutySchool.district)
    }

    @Test("A substitute works the hours; only one who is named for it stands in the line")
    func substitutes() {
        func school(inLine: Bool) -> DutySchool {
            DutySchool.rural.with {
                $0.book.substitutes = [
                    Substitute(
                        DutySchool.deputy, for: DutySchool.principal, from: DutySchool.monday,
                        to: DutySchool.monday.advanced(by: 1), inLine: inLine)
                ]
            }
        }
        let teacher = school(inLine: false)
        #expect(teacher.coverage.at(teacher.at(0, 10))?.first == DutySchool.secretary)
        let acting = school(inLine: true)
        #expect(acting.coverage.at(acting.at(0, 10))?.first == DutySchool.deputy)
        #expect(acting.coverage.at(acting.at(2, 10))?.first == DutySchool.principal)
        #expect(acting.coverage.findings == [])
    }

    @Test("A qualification holds through its last day, and whoever would be asked first needs it")
    func qualifications() throws {
        let school = DutySchool.rural.with {
            $0.book.requirements = [Requirement(.schoolCoordinator, "is-100")]
            for person in [DutySchool.principal, DutySchool.secretary, DutySchool.district] {
                $0.book.qualifications.append(
                    Qualification(
                        person, "is-100",
                        expires: person == DutySchool.principal
                            ? DutySchool.monday.advanced(by: 1) : nil))
            }
        }
        let finding = try #require(school.finding(.unqualified))
        #expect(finding.hit.persons == [DutySchool.principal])
        #expect(finding.when.map(\.from) == [2, 3, 4].map { school.at($0, 8) })
        #expect(school.question.mend(finding) == [.qualify(DutySchool.principal, ["is-100"])])
        #expect(Coverage(school.question.after(.qualify(DutySchool.principal, ["is-100"]))).findings == [])
    }

    @Test("Two positions that only one person could take are a finding, and none in a small school")
    func fallsToOne() throws {
        let large = DutySchool.rural.with {
            $0.plan.smallSchool = false
            $0.plan.lines.put(PositionLine(.liaison, [LineMember(DutySchool.principal, onSite: true)]))
            $0.plan.line = [LineMember(DutySchool.principal, onSite: true)]
            $0.book.outside = []
        }
        let finding = try #require(large.finding(.fallsToOne, .liaison))
        #expect(finding.hit.persons == [DutySchool.principal])
        #expect(large.with { $0.plan.smallSchool = true }.finding(.fallsToOne, .liaison) == nil)
        // Each of two with a choice gets somebody, whoever stands first.
        let swapped = large.with { $0.plan.line.append(LineMember(DutySchool.secretary, onSite: true)) }
        #expect(swapped.finding(.fallsToOne, .liaison) == nil)
    }

    @Test("An officer who is at two sites at once is counted once")
    func countedTwice() throws {
        let school = DutySchool.rural.with {
            $0.works(DutySchool.deputy, 480, 900)
            $0.plan.line.append(LineMember(DutySchool.deputy, onSite: true))
            $0.book.elsewhere = [Absence(DutySchool.deputy, Stretch(from: $0.at(4, 10), to: $0.at(4, 12)))]
        }
        let finding = try #require(school.finding(.countedTwice))
        #expect(finding.hit.persons == [DutySchool.deputy])
        #expect(finding.minutes == 120)
        #expect(school.question.mend(finding) == [.oneSite(DutySchool.deputy)])
    }

    @Test("A line that is short and hours that nobody entered are said, whatever the hour")
    func standing() {
        let school = DutySchool.rural.with { $0.plan.line.removeLast() }
        #expect(school.finding(.shortLine)?.hit.persons == [DutySchool.principal, DutySchool.secretary])
        let unknown = DutySchool.rural.with {
            $0.plan.line.append(LineMember(DutySchool.deputy, onSite: true))
        }
        #expect(unknown.finding(.hoursUnknown)?.hit.persons == [DutySchool.deputy])
        let finding = unknown.finding(.hoursUnknown) ?? CoverageFinding()
        #expect(unknown.question.mend(finding) == [.enterHours(DutySchool.deputy)])
    }

    @Test("A school without any data is covered by nobody, and asks for everything")
    func nothingKnown() {
        let empty = CoverageQuestion(
            SitePlan(), DutyBook(), SiteClock(offsetMinutes: 0),
            Stretch(from: .zero, to: .zero + .minutes(1440)))
        #expect(Coverage(empty).findings.map(\.hit.gap) == [.noOutsideDuty, .shortLine])
        let never = CoverageQuestion(
            SitePlan(), DutyBook(), SiteClock(offsetMinutes: 0), Stretch(from: .zero, to: .zero))
        #expect(Coverage(never).stretches == [])
    }
}
