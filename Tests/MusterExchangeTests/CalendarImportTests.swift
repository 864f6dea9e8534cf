import MusterCore
import MusterExchange
import MusterLog
import Testing

/// Calendars read into absences, events and holidays.
struct CalendarImportTests {
    private func draft(
        _ lines: String..., purpose: CalendarPurpose = .absences(of: DutyFixture.dara),
        from first: String = "2026-08-01", to last: String = "2027-07-31", whole: Bool = false,
        limits: ICalLimits = ICalLimits()
    ) throws -> DutyDraft {
        let body = lines.joined(separator: "\r\n")
        let text = whole ? body : "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(body)\r\nEND:VCALENDAR\r\n"
        return try CalendarImport.read(
            ArrayByteStream(Array(text.utf8), chunk: 7), file: "away.ics", for: purpose,
            days: try #require(CivilDay(first))...(try #require(CivilDay(last))), zone: DutyFixture.zone,
            held: [],
            limits: limits)
    }

    private func event(_ lines: String...) -> String {
        (["BEGIN:VEVENT", "UID:1"] + lines + ["END:VEVENT"]).joined(separator: "\r\n")
    }

    /// The times of a draft on the site's clock, as `2026-09-01 07:30 to 2026-09-01 08:30`.
    private func times(_ draft: DutyDraft) -> [String] {
        let writer = DutyCellWriter(DutyFixture.context)
        return draft.rows.compactMap { row in
            let when: Stretch
            switch row.entry {
            case .absence(let absence): when = absence.when
            case .event(let event): when = event.when
            case .calendar(let span): return "\(span.first.text) to \(span.last.text) \(span.name)"
            default: return nil
            }
            return "\(writer.moment(when.from)) to \(writer.moment(when.to))"
        }
    }

    private func codes(_ draft: DutyDraft) -> [String] { draft.findings.findings.map(\.code) }

    @Test func anAbsenceKeepsItsTimesAndNothingElse() throws {
        let draft = try draft(
            event(
                "DTSTART:20260901T123000Z", "DTEND:20260901T140000Z", "SUMMARY:Secret surgery",
                "DESCRIPTION:Secret clinic", "ATTENDEE;CN=Secret:mailto:secret@example.org"))
        #expect(times(draft) == ["2026-09-01 07:30 to 2026-09-01 09:00"])
        #expect(draft.rows.allSatisfy { !String(decoding: $0.encoded(), as: UTF8.self).contains("ecret") })
        #expect(draft.rows[0].origin == "ical:absences:dara0" && draft.findings.findings.isEmpty)
    }

    @Test func wholeDaysAreThoseOfTheSite() throws {
        let draft = try draft(
            event("DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261103"),
            event("DTSTART;VALUE=DATE:20270105"), event("DTSTART;VALUE=DATE:20270112", "DURATION:P2D"),
            event("DTSTART;VALUE=DATE:20270119", "DTEND;VALUE=DATE:20270119"))
        #expect(
            times(draft) == [
                "2026-11-01 00:00 to 2026-11-03 00:00", "2027-01-05 00:00 to 2027-01-06 00:00",
                "2027-01-12 00:00 to 2027-01-14 00:00", "2027-01-19 00:00 to 2027-01-20 00:00",
            ])
    }

    @Test func floatingTimesAreThoseOfTheSiteAndZonesTheirOwn() throws {
        let draft = try draft(
            event("DTSTART:20260901T073000", "DURATION:PT1H"),
            event(
                "DTSTART;TZID=America/New_York:20260902T083000", "DTEND;TZID=America/New_York:20260902T093000"
            ),
            event("DTSTART;TZID=Eastern Standard Time:20260903T083000", "DURATION:PT1H"),
            event(
                "DTSTART;TZID=\"/citadel.org/20250101_1/America/New_York\":20260904T083000", "DURATION:PT1H"),
            event("DTSTART;TZID=Lord Howe Standard Time:20260905T083000", "DURATION:PT1H"))
        #expect(
            times(draft) == [
                "2026-09-01 07:30 to 2026-09-01 08:30", "2026-09-02 07:30 to 2026-09-02 08:30",
                "2026-09-03 07:30 to 2026-09-03 08:30", "2026-09-04 07:30 to 2026-09-04 08:30",
                "2026-09-04 17:00 to 2026-09-04 18:00",
            ])
        #expect(draft.findings.findings.isEmpty)
    }

    private let customZone = """
        BEGIN:VTIMEZONE\r
        TZID:Customized Time Zone\r
        BEGIN:STANDARD\r
        DTSTART:16010101T020000\r
        TZOFFSETFROM:-0400\r
        TZOFFSETTO:-0500\r
        RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r
        END:STANDARD\r
        BEGIN:DAYLIGHT\r
        DTSTART:16010101T020000\r
        TZOFFSETFROM:-0500\r
        TZOFFSETTO:-0400\r
        RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r
        END:DAYLIGHT\r
        END:VTIMEZONE
        """

    @Test func aZoneThatTheFileBringsIsTaken() throws {
        let draft = try draft(
            customZone, event("DTSTART;TZID=Customized Time Zone:20260902T083000", "DURATION:PT1H"),
            event("DTSTART;TZID=Customized Time Zone:20270112T083000", "DURATION:PT1H"))
        #expect(
            times(draft) == ["2026-09-02 07:30 to 2026-09-02 08:30", "2027-01-12 07:30 to 2027-01-12 08:30"])
    }

    @Test func aZoneThatNobodyKnowsIsTheSitesOwnAndSaidOnce() throws {
        let draft = try draft(
            event("DTSTART;TZID=Gotham:20260902T083000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2"))
        #expect(
            times(draft) == ["2026-09-02 08:30 to 2026-09-02 09:30", "2026-09-09 08:30 to 2026-09-09 09:30"])
        #expect(codes(draft) == [FindingCode.calendarZone.name] && draft.isSound)
        #expect(draft.findings.findings[0].line == 5)
    }

    @Test func rulesAreFollowedOnTheWallClockWithinTheDays() throws {
        let weekly = try draft(
            event(
                "DTSTART;TZID=America/Chicago:20200106T080000", "DTEND;TZID=America/Chicago:20200106T090000",
                "RRULE:FREQ=WEEKLY;BYDAY=MO"), from: "2026-10-24", to: "2026-11-10")
        #expect(
            times(weekly) == [
                "2026-10-26 08:00 to 2026-10-26 09:00", "2026-11-02 08:00 to 2026-11-02 09:00",
                "2026-11-09 08:00 to 2026-11-09 09:00",
            ])
        let monthly = try draft(
            event("DTSTART;VALUE=DATE:20260908", "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3"))
        #expect(
            times(monthly) == [
                "2026-09-08 00:00 to 2026-09-09 00:00", "2026-10-13 00:00 to 2026-10-14 00:00",
                "2026-11-10 00:00 to 2026-11-11 00:00",
            ])
    }

    @Test(arguments: [
        // 13:00 UTC is 08:00 in summer: the third time is the last one.
        ("RRULE:FREQ=DAILY;UNTIL=20260903T130000Z", 3), ("RRULE:FREQ=DAILY;UNTIL=20260903T125959Z", 2),
        ("RRULE:FREQ=DAILY;UNTIL=20260903", 3), ("RRULE:FREQ=DAILY;UNTIL=20260903T080000", 3),
        ("RRULE:FREQ=DAILY;COUNT=4", 4), ("RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1", 1),
    ])
    func aRuleEndsWhereItSays(rule: String, count: Int) throws {
        let draft = try draft(
            event("DTSTART;TZID=America/Chicago:20260901T080000", "DURATION:PT1H", rule))
        #expect(draft.rows.count == count && draft.findings.findings.isEmpty)
    }

    @Test func datesAreLeftOutPutInAndMoved() throws {
        let draft = try draft(
            event(
                "DTSTART;TZID=America/Chicago:20260901T080000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=5",
                "EXDATE;TZID=America/Chicago:20260902T080000,20260903T080000",
                "RDATE;TZID=America/Chicago:20260910T080000",
                "RDATE;VALUE=PERIOD:20260911T130000Z/20260911T150000Z,20260912T130000Z/PT3H"),
            event(
                "RECURRENCE-ID;TZID=America/Chicago:20260904T080000",
                "DTSTART;TZID=America/Chicago:20260904T100000", "DURATION:PT2H"),
            event(
                "RECURRENCE-ID:20260905T130000Z", "DTSTART;TZID=America/Chicago:20260905T080000",
                "DURATION:PT1H", "STATUS:CANCELLED"))
        #expect(
            times(draft) == [
                "2026-09-01 08:00 to 2026-09-01 09:00", "2026-09-04 10:00 to 2026-09-04 12:00",
                "2026-09-10 08:00 to 2026-09-10 09:00", "2026-09-11 08:00 to 2026-09-11 10:00",
                "2026-09-12 08:00 to 2026-09-12 11:00",
            ])
    }

    @Test func whatWasCancelledOrHasNoLengthIsLeftOut() throws {
        let draft = try draft(
            event("DTSTART:20260901T080000", "DURATION:PT1H", "STATUS:CANCELLED"),
            event("DTSTART:20260902T080000"), event("DTSTART:20260903T080000", "DURATION:PT1H"))
        #expect(times(draft) == ["2026-09-03 08:00 to 2026-09-03 09:00"])
        #expect(codes(draft) == [FindingCode.calendarEmpty.name] && draft.isSound)
    }

    @Test(arguments: [
        (["DTSTART:20260901T080000", "DTEND:20260901T070000"], FindingCode.calendarOrder, 6),
        (["DTSTART;VALUE=DATE:20260903", "DTEND;VALUE=DATE:20260901"], .calendarOrder, 6),
        (["DTEND:20260901T070000"], .calendarNoStart, 3),
        (["DTSTART:tomorrow", "DURATION:PT1H"], .calendarLine, 5),
        (["DTSTART:20260230T080000", "DURATION:PT1H"], .calendarLine, 5),
        (["DTSTART:20260901T080000", "DURATION:soon"], .calendarLine, 6),
        (["DTSTART:20260901T080000", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES"], .calendarLine, 7),
        (
            ["DTSTART:20260901T080000", "DURATION:PT1H", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
            .calendarLine, 7
        ),
        (["DTSTART:20260901T080000", "DURATION:PT1H", "RRULE:FREQ=SECONDLY"], .calendarTooOften, 7),
        (["DTSTART:20260901T080000", "DURATION:PT1H", "RRULE:FREQ=HOURLY"], .calendarTooOften, 7),
        (["DTSTART:20260901T080000", "DURATION:PT1H", "EXDATE:never"], .calendarLine, 7),
    ])
    func whatCannotBeReadIsSaidWithItsLine(lines: [String], code: FindingCode, line: Int) throws {
        let body = (["BEGIN:VEVENT", "UID:1"] + lines + ["END:VEVENT"]).joined(separator: "\r\n")
        let draft = try draft(body)
        #expect(codes(draft) == [code.name] && !draft.isSound)
        #expect(draft.findings.findings[0].line == line, "\(draft.findings.findings)")
    }

    @Test func aChangeOfAllThatFollowIsSaid() throws {
        let draft = try draft(
            event("DTSTART:20260901T080000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"),
            event(
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20260902T080000", "DTSTART:20260902T100000",
                "DURATION:PT1H"))
        #expect(codes(draft) == [FindingCode.calendarRange.name] && draft.rows.count == 3)
    }

    @Test func linesAreUnfoldedAndEventsKeepTheirNames() throws {
        let draft = try draft(
            event(
                "DTSTART;TZID=America/Chicago:2026090", " 1T180000", "DURATION:PT2H",
                "SUMMARY;LANGUAGE=en:Fall concert\\, choir", "\t and band\\nin the gym", "BEGIN:VALARM",
                "TRIGGER:-PT15M", "SUMMARY:Alarm", "END:VALARM"), purpose: .events)
        #expect(times(draft) == ["2026-09-01 18:00 to 2026-09-01 20:00"])
        guard case .event(let event)? = draft.rows.first?.entry else {
            Issue.record("an event was read")
            return
        }
        #expect(event.name == "Fall concert, choir and band in the gym")
        #expect(draft.rows[0].origin == "ical:events:away.ics")
    }

    @Test func holidaysAreWholeDays() throws {
        let draft = try draft(
            event("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261128", "SUMMARY:Thanksgiving"),
            event("DTSTART:20261221T120000", "DURATION:PT4H", "SUMMARY:Early release"), purpose: .holidays)
        #expect(times(draft) == ["2026-11-26 to 2026-11-27 Thanksgiving"])
        #expect(codes(draft) == [FindingCode.calendarNotADay.name])
    }

    @Test(arguments: [
        "", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        "BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\n" + String(repeating: "BEGIN:VEVENT\r\n", count: 100_000),
    ])
    func whatIsNoCalendarIsRefused(text: String) throws {
        let draft = try draft(text, whole: true)
        #expect(codes(draft) == [FindingCode.calendarBroken.name] && !draft.isSound && draft.rows.isEmpty)
    }

    @Test func aHugeCalendarIsRefused() throws {
        var limits = ICalLimits()
        limits.bytes = 1000
        let long = try draft(event("X-LONG:" + String(repeating: "x", count: 2000)), limits: limits)
        #expect(codes(long) == [FindingCode.calendarTooLarge.name])
        limits = ICalLimits()
        limits.events = 2
        let events = try draft(event("A:1"), event("A:1"), event("A:1"), limits: limits)
        #expect(codes(events) == [FindingCode.calendarTooLarge.name])
        limits = ICalLimits()
        limits.occurrences = 10
        let often = try draft(
            event("DTSTART:20260901T080000", "DURATION:PT1H", "RRULE:FREQ=DAILY"), limits: limits)
        #expect(codes(often) == [FindingCode.calendarTooLarge.name] && often.rows.isEmpty)
    }

    @Test func aCalendarOfOtherDaysIsSaid() throws {
        let draft = try draft(event("DTSTART:20200901T080000", "DURATION:PT1H"))
        #expect(codes(draft) == [FindingCode.calendarNothing.name] && draft.isSound)
    }

    @Test(arguments: 0..<300)
    func damagedCalendarsNeverCrash(seed: Int) throws {
        var random = Damage(seed: seed, 3)
        let whole =
            "BEGIN:VCALENDAR\r\n" + customZone + "\r\n"
            + event(
                "DTSTART;TZID=Customized Time Zone:20260901T080000", "DURATION:PT1H",
                "RRULE:FREQ=MONTHLY;BYDAY=2TU,-1FR;BYSETPOS=1;COUNT=9", "EXDATE:20260902T130000Z",
                "RDATE;VALUE=PERIOD:20260911T130000Z/PT3H", "SUMMARY:A\\, b")
            + "\r\n" + event("RECURRENCE-ID:20260908T120000Z", "DTSTART;VALUE=DATE:20260909")
            + "\r\nEND:VCALENDAR\r\n"
        var bytes = Array(whole.utf8)
        let pieces: [[UInt8]] = [
            [0x0A], [0x0D, 0x0A, 0x20], [0xFF], [0x00], Array(";".utf8), Array(":".utf8), Array("-".utf8),
            Array("9999999999".utf8), Array("BEGIN:VEVENT\r\n".utf8), Array("\"".utf8), Array(",".utf8),
        ]
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            let piece = pieces.randomElement(using: &random) ?? []
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.remove(at: position)
            case 1: bytes.insert(contentsOf: piece, at: position)
            case 2: bytes.replaceSubrange(position...position, with: piece)
            default: bytes.removeLast(bytes.count - position)
            }
        }
        for purpose in [CalendarPurpose.absences(of: DutyFixture.dara), .events, .holidays] {
            let draft = try CalendarImport.read(
                ArrayByteStream(bytes), file: "away.ics", for: purpose,
                days: try #require(CivilDay("2026-08-01"))...(try #require(CivilDay("2027-07-31"))),
                zone: DutyFixture.zone, held: [])
            #expect(draft.isSound == (draft.findings.errors == 0))
            #expect(draft.rows.allSatisfy { $0.entry == (try? DutyEntry.decoded($0.entry.encoded())) })
        }
    }
}
