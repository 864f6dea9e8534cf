import MusterCore
import MusterExchange
import MusterLog
import Testing

/// What the tables of duty data are read as.
struct DutyImportTests {
    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    @Test func aWholeSetIsReadWithoutAWord() throws {
        let draft = try DutyFixture.read(DutyFixture.whole)
        #expect(draft.findings.findings.isEmpty)
        #expect(draft.rows.count == 18 && draft.origins.count == 10)
        #expect(draft.tables.reduce(0) { $0 + $1.added } == 21)
        let book = DutyBook(draft.rows.map(\.entry))
        #expect(book.calendar.count == 4 && book.openings.count == 2 && book.hours.count == 3)
        #expect(book.sort(of: try day("2026-11-25")) == .school(until: 750))
        #expect(book.sort(of: try day("2026-11-26")) == .free)
        #expect(book.requirements == [Requirement(.schoolCoordinator, "is-100")])
        #expect(book.responders == [ExpectedResponder(id("finn2"), .nurse)])
        #expect(book.outside.first?.when == Recurrence(0, to: 1440, on: .everyDay, .all))
        let night = try #require(book.hours.first { $0.person == id("finn1") })
        #expect(night.when == Recurrence(1320, to: 360, on: .everyDay, Weekdays([.friday])) && !night.onSite)
        #expect(
            draft.lines == [
                PositionLine(
                    .schoolCoordinator,
                    [LineMember(DutyFixture.edda, onSite: true), LineMember(DutyFixture.dara, onSite: true)]),
                PositionLine(.liaison, [LineMember(id("finn1"), onSite: false)]),
            ])
    }

    @Test func timesAreOnTheClockOfTheSite() throws {
        let book = DutyBook(try DutyFixture.read(DutyFixture.whole).rows.map(\.entry))
        let zone = DutyFixture.zone
        // The first of November 2026 ends summer time: the two days are 48 hours all the same, the event was before.
        #expect(
            book.absences.map(\.when).sorted { $0.from < $1.from } == [
                Stretch(
                    from: zone.instant(try day("2026-11-02"), minute: 0),
                    to: zone.instant(try day("2026-11-04"), minute: 0)),
                Stretch(
                    from: zone.instant(try day("2026-11-09"), minute: 780),
                    to: zone.instant(try day("2026-11-09"), minute: 930)),
            ])
        #expect(
            book.events.first?.when.from
                == SiteClock(offsetMinutes: -300).instant(try day("2026-10-14"), minute: 1080))
        #expect(book.events.first?.people == [DutyFixture.edda, DutyFixture.dara])
    }

    @Test(arguments: [
        (DutyTable.hours, "Edda Headley,Mon-Fri,16:00,07:00,,,,", FindingCode.dutyOrder, 4),
        (.hours, "Edda Headley,Mon-Fri,07:00,07:00,,,,", .dutyEmpty, 4),
        (.hours, "Edda Headley,Mon-Fri,06:00,08:00+1,,,,", .dutyTime, 4),
        (.hours, "Edda Headley,Mon-Fri,25:00,26:00,,,,", .dutyTime, 3),
        (.hours, "Edda Headley,Mon-Fri,,16:00,,,,", .dutyTime, 3),
        (.hours, "Edda Headley,Mon-Frx,07:00,16:00,,,,", .dutyWeekday, 2),
        (.hours, "Edda Headley,Mon-Fri,07:00,16:00,weekends,,,", .dutyWord, 5),
        (.hours, "Edda Headley,Mon-Fri,07:00,16:00,,elsewhere,,", .dutyWord, 6),
        (.hours, "Edda Headley,Mon-Fri,07:00,16:00,,,2026-09-01,2026-08-01", .dutyOrder, 8),
        (.hours, "Edda Headley,Mon-Fri,07:00,16:00,,,2026-02-29,", .dutyDay, 7),
        (.hours, "Edda Headley,Mon-Fri,07:00,16:00,,,9/1/2026,", .dutyDay, 7),
        (.hours, "Ned Nobody,Mon-Fri,07:00,16:00,,,,", .dutyPersonUnknown, 1),
        (.hours, "Finn Second,Mon-Fri,07:00,16:00,,,,", .dutyPersonUnclear, 1),
        (.hours, ",Mon-Fri,07:00,16:00,,,,", .dutyBlank, 1),
        (.calendar, "half day,2026-11-25,,,", .dutyHalfDay, 4),
        (.calendar, "half day,2026-11-25,,12:30+1,", .dutyTime, 4),
        (.calendar, "strike,2026-11-25,,,", .dutyWord, 1),
        (.calendar, "term,2026-11-25,2026-11-24,,", .dutyOrder, 3),
        (.calendar, "term,,2026-11-24,,", .dutyBlank, 2),
        (.openings, ",Mon-Fri,07:00,16:00,,,", .dutyBlank, 1),
        (.events, "Concert,2026-10-14 21:00,18:00,", .dutyOrder, 3),
        (.events, "Concert,2026-10-14 21:00,21:00,", .dutyEmpty, 3),
        (.events, "Concert,2026-10-14 21:00,,", .dutyBlank, 3),
        (.events, "Concert,2026-10-14 21:00,22:00,Edda Headley; Ned Nobody", .dutyPersonUnknown, 4),
        (.absences, "Edda Headley,2026-10-14 25:00,2026-10-15", .dutyTime, 2),
        (.substitutes, "Edda Headley,edda0,2026-10-14,,", .dutyPersonTwice, 2),
        (.qualifications, "Edda Headley,,", .dutyBlank, 2),
        (.qualifications, "Edda Headley,IS-100,2026-13-01", .dutyDay, 3),
        (.requirements, "Boss,IS-100", .dutyWord, 1),
        (.responders, "Edda Headley,hero", .dutyWord, 2),
        (.lines, "Boss,1,Edda Headley,", .dutyWord, 1),
        (.lines, "liaison,first,Edda Headley,", .dutyLineOrder, 2),
        (.lines, "liaison,0,Edda Headley,", .dutyLineOrder, 2),
    ])
    func whatIsWrongIsSaidWithItsCell(table: DutyTable, row: String, code: FindingCode, column: Int) throws {
        let draft = try DutyFixture.read(table, row)
        let finding = try #require(draft.findings.findings.first, "\(row)")
        #expect(draft.findings.findings.count == 1, "\(draft.findings.findings)")
        #expect(finding.code == code.name && finding.column == column && finding.line == 2)
        #expect(finding.file == table.fileName && finding.message.hasSuffix("."))
        #expect(!draft.isSound && draft.rows.isEmpty && draft.lines.isEmpty)
    }

    @Test func severalThingsWrongWithARowAreAllSaid() throws {
        let draft = try DutyFixture.read(.hours, "Ned Nobody,Frx,16:00,07:00,weekends,moon,2026-02-30,x")
        #expect(draft.findings.errors == 7)
    }

    @Test func whoMayBeMeantIsNamed() throws {
        let alike = try DutyFixture.read(.hours, "Dara Techwell,,07:00,16:00,,,,").findings.findings[0]
        #expect(alike.message.contains("Dara Teachwell, Teacher (dara0)"))
        let both = try DutyFixture.read(.hours, "Finn Second,,07:00,16:00,,,,").findings.findings[0]
        #expect(both.message.contains("finn1") && both.message.contains("finn2"))
    }

    @Test func aZoneThatNobodyKnowsIsSaid() throws {
        let known = try DutyFixture.read([
            "absences.csv": "person,from,to,zone\nEdda Headley,2026-10-14 08:00,09:00,America/New_York\n"
        ])
        #expect(
            known.rows.map(\.entry) == [
                .absence(
                    Absence(
                        DutyFixture.edda,
                        Stretch(
                            from: SiteClock(offsetMinutes: -240).instant(try day("2026-10-14"), minute: 480),
                            to: SiteClock(offsetMinutes: -240).instant(try day("2026-10-14"), minute: 540))))
            ])
        let unknown = try DutyFixture.read([
            "absences.csv": "person,from,to,zone\nEdda Headley,2026-10-14 08:00,09:00,America/Gotham\n"
        ])
        #expect(unknown.findings.findings.map(\.code) == [FindingCode.dutyZone.name])
        #expect(unknown.findings.findings[0].column == 4)
    }

    @Test func aRowSaidTwiceCountsOnceAndTermsDoNotOverlap() throws {
        let twice = try DutyFixture.read(.responders, "Edda Headley,nurse", "u5,school nurse")
        #expect(twice.isSound && twice.rows.count == 1)
        #expect(twice.findings.findings.map(\.code) == [FindingCode.dutyDuplicate.name])
        let terms = try DutyFixture.read(
            .calendar, "term,2026-08-17,2026-12-18,,Fall", "term,2026-12-18,2027-06-04,,Spring")
        #expect(terms.findings.findings.map(\.code) == [FindingCode.dutyTermOverlap.name] && !terms.isSound)
        let holiday = try DutyFixture.read(
            .calendar, "term,2026-08-17,2026-12-18,,Fall", "holiday,2026-11-26,,,")
        #expect(holiday.findings.findings.isEmpty)
    }

    @Test func aLineHasEachPlaceAndEachPersonOnce() throws {
        let place = try DutyFixture.read(.lines, "liaison,1,Edda Headley,", "liaison,1,Dara Teachwell,")
        #expect(place.findings.findings.map(\.code) == [FindingCode.dutyLineOrder.name])
        let person = try DutyFixture.read(.lines, "liaison,1,Edda Headley,", "liaison,2,u5,")
        #expect(person.findings.findings.map(\.code) == [FindingCode.dutyPersonTwice.name])
        let two = try DutyFixture.read(.lines, "liaison,1,Edda Headley,", "safety,1,Edda Headley,")
        #expect(two.isSound && two.lines.count == 2)
    }

    @Test(arguments: [
        ("hours.csv", "person;from;to\nEdda Headley;07:00;16:00\n", FindingCode.separator),
        ("hours.csv", "person,from\nEdda Headley,07:00\n", .headerRequired),
        ("hours.csv", "person,from,to,from\nEdda Headley,07:00,16:00,\n", .headerDuplicate),
        ("hours.csv", "person,from,to\nEdda Headley,07:00,16:00,extra\n", .rowLongRefused),
        ("hours.csv", "", .headerRequired),
        ("timetable.csv", "person,from,to\n", .dutyWrongName),
        ("hours.csv", "person,from,to\n\"Edda Headley,07:00,16:00\n", .quoteOpen),
        ("hours.csv", "person,from,to\nEdda Headle\u{0}y,07:00,16:00\n", .dutyPersonUnknown),
    ])
    func aTableThatIsNoneIsRefused(name: String, text: String, code: FindingCode) throws {
        let draft = try DutyFixture.read([name: text])
        #expect(draft.findings.findings.map(\.code) == [code.name])
        #expect(!draft.isSound && draft.rows.isEmpty)
    }

    @Test func spreadsheetsSaveInManyWays() throws {
        let text = "\u{FEFF}Person,Days,FROM,to\r\n\"edda  HEADLEY\", mon - fri ,7:30 AM,15:30:00\r\n,,,\r\n"
        let draft = try DutyFixture.read(["Hours.CSV": text])
        #expect(draft.isSound && draft.findings.warnings == 0)
        #expect(
            draft.rows.map(\.entry) == [
                .hours(WorkingHours(DutyFixture.edda, Recurrence(450, to: 930, on: .schoolDays, .workdays)))
            ])
    }

    @Test func anEmptyTableTakesAwayWhatItBrought() throws {
        let first = try DutyFixture.read(.responders, "Edda Headley,nurse")
        let again = try DutyFixture.read(["responders.csv": "person,as\n"], held: first.rows)
        #expect(again.isSound && again.rows.isEmpty && again.origins == ["csv:responders.csv"])
        #expect(again.tables[0].removed == 1)
    }

    @Test func whatWasThereKeepsItsID() throws {
        let first = try DutyFixture.read(DutyFixture.whole)
        let again = try DutyFixture.read(DutyFixture.whole, held: first.rows)
        #expect(again.rows == first.rows)
        #expect(
            again.tables.filter { $0.name != "lines.csv" }.allSatisfy { $0.added == 0 && $0.removed == 0 })
    }

    @Test func whatIsWrittenOutIsReadAsTheSame() throws {
        let first = try DutyFixture.read(DutyFixture.whole)
        // An absence that begins in the hour that comes twice, the second time.
        let late = Instant(
            milliseconds: SiteClock(offsetMinutes: -360).instant(try day("2026-11-01"), minute: 90)
                .milliseconds)
        let odd = DutyRow(
            id("odd"), .absence(Absence(DutyFixture.edda, Stretch(from: late, to: late + .minutes(600)))),
            origin: "page")
        let tables = DutyExport.tables(first.rows + [odd], first.lines, DutyFixture.context)
        #expect(tables.count == DutyTable.allCases.count)
        let files = Dictionary(
            uniqueKeysWithValues: tables.map { ($0.table.fileName, String(decoding: $0.text, as: UTF8.self)) }
        )
        let second = try DutyFixture.read(files)
        #expect(second.findings.findings.isEmpty)
        func texts(_ rows: [DutyRow]) -> [String] {
            rows.map { String(decoding: $0.entry.encoded(), as: UTF8.self) }.sorted()
        }
        #expect(texts(second.rows) == texts(first.rows + [odd]))
        #expect(second.lines == first.lines)
    }

    @Test func aNameDoesNotMakeASpreadsheetCalculate() throws {
        let draft = try DutyFixture.read(.events, "\"=HYPERLINK(\"\"x\"\")\",2026-10-14 18:00,21:00,")
        guard case .event(let event)? = draft.rows.first?.entry else {
            Issue.record("an event was read")
            return
        }
        #expect(event.name == "HYPERLINK(\"x\")")
    }
}
