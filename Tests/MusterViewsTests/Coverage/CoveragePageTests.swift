import Foundation
import MusterCore
import Testing

@testable import MusterViews

/// Who would coordinate, as the page tells it.
struct CoveragePageTests {
    private let clock = SampleCoverage.clock

    private func text(_ sheet: CoverageSheet, _ section: CoverageSection = .week) -> String {
        CoveragePage.page(sheet, section, clock: clock).text
    }

    @Test func saysWhoWouldBeAskedNowAndWhoIsNotCountedOn() {
        let text = text(SampleCoverage.sheet())
        #expect(text.contains("Dana Reyes would be asked first"))
        #expect(text.contains("Then Dana Whitlock (outside)."))
        #expect(text.contains("Not counted on, since expected to respond: Officer R. Imani."))
        #expect(text.contains("Outside duty: Dana Whitlock."))
        #expect(text.contains("href=\"/district\""))
    }

    @Test func everyHourOfTheWeekIsABoxWithItsNumber() {
        let text = text(SampleCoverage.sheet())
        #expect(text.count(of: "class=\"hour\"") + text.count(of: "class=\"hour hour-filled\"") == 7 * 24)
        #expect(text.contains("aria-hidden=\"true\""))
        #expect(text.contains("<caption>Who would coordinate</caption>"))
    }

    @Test func anHourThatTheClockLeapsOverIsNoHour() {
        var question = SampleCoverage.question
        let day = CivilDay("2026-03-02") ?? SampleCoverage.monday
        question.clock = SiteClock([
            SiteClock.Turn(from: .zero, offsetMinutes: -300),
            SiteClock.Turn(from: Instant(milliseconds: 1_772_953_200_000), offsetMinutes: -240),
        ])
        question.period = Stretch(
            from: question.clock.instant(day, minute: 0),
            to: question.clock.instant(day.advanced(by: 7), minute: 0))
        var sheet = SampleCoverage.sheet(question)
        sheet.clock = question.clock
        sheet.first = day
        #expect(text(sheet).count(of: "hour-none") == 1)
    }

    @Test func aFindingSaysWhoWhenWhyAndWhatToDo() {
        let text = text(SampleCoverage.sheet(), .findings)
        for words in [
            "Dana Whitlock alone could be school coordinator; there is no backup.",
            "16:00 to 18:00", "Dana Reyes: neither working nor reachable, or away",
            "Officer R. Imani: expected to respond",
            "Put Lee Okafor in the line for school coordinator, who is there anyway.",
            "Nobody would be seated if the line does not answer: no outside duty person is named.",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func findingsAreSettledByWhoeverMay() {
        #expect(text(SampleCoverage.sheet(), .findings).contains("action=\"/coverage/assign\""))
        var sheet = SampleCoverage.settled
        #expect(text(sheet, .findings).contains("Seen to by"))
        #expect(text(sheet, .findings).has("Assign", before: "Accepted as it is"))
        #expect(text(sheet, .findings).contains("action=\"/coverage/reopen\""))
        sheet.maySettle = false
        #expect(!text(sheet, .findings).contains("action=\"/coverage/"))
    }

    @Test func nothingToMendIsSaid() {
        let text = text(SampleCoverage.green)
        #expect(text.contains("Nothing to mend in these seven days"))
        #expect(CoverageDigest(SampleCoverage.green).rest == ["Nothing is to be mended."])
    }

    @Test func withoutOpeningTimesNothingIsEverGood() {
        var sheet = SampleCoverage.green
        sheet.caveats = [.noOpenings]
        for section in CoverageSection.allCases {
            #expect(text(sheet, section).contains("No opening times are entered"))
            #expect(!text(sheet, section).contains("Nothing to mend"))
            #expect(!text(sheet, section).contains("Nothing is to be mended"))
        }
        sheet.caveats = [.noZone]
        #expect(text(sheet).contains("No time zone is chosen") && text(sheet).contains("Nothing to mend"))
    }

    @Test func withoutHoursThePageSaysHowToEnterThem() {
        #expect(text(SampleCoverage.empty).contains("No working hours are known yet"))
        #expect(text(SampleCoverage.empty).contains("href=\"/duty\""))
    }

    @Test func aWhatIfSaysWhatOpens() {
        let text = text(SampleCoverage.trial, .trial)
        #expect(text.contains("If: Dana Reyes is away. Dana Whitlock is away."))
        #expect(text.contains("Nobody outside"))
        #expect(text.contains("No outside duty"))
        #expect(text.contains("value=\"whitlock\" checked") && !text.contains("value=\"okafor\" checked"))
        #expect(text.contains("Then nobody is asked."))
        #expect(text.has("While people are on the site", before: "While nobody is due on the site"))
        #expect(text.has("<h2", before: "<h3"))
    }

    @Test func whoIsAskedThenIsSaidInOrder() {
        var sheet = SampleCoverage.green
        let question = SampleCoverage.question
        sheet.trial = CoverageTrial([.withoutPerson(SampleCoverage.imani)], question, before: sheet.coverage)
        #expect(text(sheet, .trial).contains("Then asked: Dana Reyes, then Dana Whitlock."))
    }

    @Test func oneHourIsAnsweredAndAskedForWithSomeAway() {
        var sheet = SampleCoverage.sheet()
        let at = SampleCoverage.at(3, 10, 30)
        sheet.hour = CoverageHour(SampleCoverage.question, at: at, without: [SampleCoverage.reyes])
        let page = text(sheet, .hour)
        #expect(page.contains("Thu 10 Sep, 10:30, without Dana Reyes"))
        #expect(page.contains("Dana Whitlock would be asked first"))
        #expect(page.contains("value=\"2026-09-10\" selected") && page.contains("value=\"10:30\""))
        #expect(page.contains("value=\"reyes\" checked"))
        #expect(
            text(sheet).contains("href=\"/coverage?view=hour&amp;from=2026-09-07&amp;at=2026-09-10T10:00\""))
        sheet.hour = CoverageHour(SampleCoverage.question, at: SampleCoverage.at(9, 10), without: [])
        #expect(text(sheet, .hour).contains("does not lie in the days that are shown"))
    }

    @Test func oneDeepLooksLikeNothingElse() {
        let tones = [CoverageGrade.fine, .attention, .thin, .serious, .gravest].map { $0.tone }
        #expect(Set(tones).count == 5)
        #expect(CoverageGap.oneDeep.grade == .thin && CoverageGap.oneDeep.mark == "B")
        #expect(CoverageGap.allCases.filter { $0.grade == .thin } == [.oneDeep])
        let marks = CoverageGap.allCases.map { $0.mark }.filter { !$0.isEmpty }
        #expect(Set(marks).count == marks.count)
    }

    @Test func theDigestTellsTheWeekInLists() {
        let digest = CoverageDigest(SampleCoverage.settled)
        #expect(digest.title == "Cedar Hill Elementary, Mon 7 Sep to Sun 13 Sep 2026")
        #expect(digest.facts.first == "55 h with people on the site.")
        #expect(digest.rest == ["1 finding is accepted as it is."])
        #expect(digest.items.contains { $0.assigned == "Lee Okafor" && $0.when.isEmpty })
        #expect(digest.items.contains { $0.when.contains("Fri 11 Sep 18:30 to 21:00") })
    }

    @Test func whatIsGraverThanWasAcceptedIsOpenAndSaysSo() {
        var sheet = SampleCoverage.sheet()
        sheet.items = sheet.items.map { item in
            var note = CoverageNote()
            note.accept(
                item.finding, because: "as ever", on: sheet.clock, by: SampleCoverage.reyes,
                at: SampleCoverage.at(0, 9))
            note.hours = item.finding.hit.gap.isStanding ? note.hours : []
            return CoverageItem(item.finding, mend: item.mend, notes: [note], on: sheet.clock, at: clock.now)
        }
        #expect(sheet.open.allSatisfy { $0.standing == .outgrown } && !sheet.open.isEmpty)
        #expect(text(sheet, .findings).contains("Was accepted for fewer hours of the week"))
        #expect(text(sheet, .findings).has("Assign or accept", before: "Accepted as it is"))
    }

    @Test func aLearnedCourseIsWrittenAsPeopleWriteIt() {
        #expect(DutyText.qualification("is-100") == "IS-100")
        #expect(DutyText.qualification("is-100.c") == "IS-100.c")
        #expect(DutyText.qualification("first-aid") == "first aid")
        #expect(DutyText.qualification("CPR") == "CPR")
    }

    @Test func theDistrictSeesTheGravestSiteFirst() {
        let page = DistrictPage.page(SampleCoverage.district, clock: clock, links: [])
        #expect(page.text.has("<th scope=\"row\">Cedar Ridge", before: "<th scope=\"row\">Alder Creek"))
        #expect(page.text.contains("Its data cannot be read now."))
        #expect(page.text.contains("At 1 site nobody would be asked first now"))
        #expect(page.text.contains("At 1 site it cannot be read who would be asked"))
        #expect(page.text.contains("Cedar Ridge High School."))
    }

    @Test func noSiteIsGoodWithoutAnybodyWhoIsAskedFirst() {
        var night = DistrictRow(SiteID("elm") ?? .none, "Elm Academy")
        var stretch = CoverageStretch()
        stretch.outsideDuty = SampleCoverage.whitlock
        night.now = stretch
        let page = DistrictPage.page([night], clock: clock, links: []).text
        #expect(page.contains("At 1 site nobody would be asked first now") && page.contains("Elm Academy."))
        #expect(!page.contains("At every site"))
        var unknown = SampleCoverage.district[0]
        #expect(DistrictPage.page([unknown], clock: clock, links: []).text.contains("At every site"))
        unknown.caveats = [.noOpenings]
        let other = DistrictPage.page([unknown], clock: clock, links: []).text
        #expect(!other.contains("At every site") && other.contains("no opening times are entered"))
    }

    @Test func timesOfSeveralDaysAreToldOnce() {
        let stretches = (0..<3).map { day in
            Stretch(from: SampleCoverage.at(day, 15), to: SampleCoverage.at(day, 16, 30))
        }
        #expect(
            SampleCoverage.zone.words(of: stretches) == "Mon to Wed 15:00 to 16:30")
        #expect(
            SampleCoverage.zone.words(of: Array(stretches.prefix(2)))
                == "Mon 7 Sep and Tue 8 Sep 15:00 to 16:30")
        let night = Stretch(from: SampleCoverage.at(0, 22), to: SampleCoverage.at(1, 6))
        #expect(SampleCoverage.zone.words(of: [night]) == "Mon 7 Sep 22:00 to 06:00 the next day")
        let day = Stretch(from: SampleCoverage.at(0, 22), to: SampleCoverage.at(1, 0))
        #expect(SampleCoverage.zone.words(of: [day]) == "Mon 7 Sep 22:00 to 24:00")
        let long = Stretch(from: SampleCoverage.at(0, 6), to: SampleCoverage.at(7, 0))
        #expect(SampleCoverage.zone.words(of: [long]) == "Mon 7 Sep 06:00 to Mon 14 Sep 00:00")
        let whole = Stretch(from: SampleCoverage.at(0, 0), to: SampleCoverage.at(7, 0))
        #expect(SampleCoverage.zone.words(of: [whole]) == "Mon 7 Sep 00:00 to Mon 14 Sep 00:00")
        let weeks = (0..<12 as Range<Int32>).filter { $0 % 7 < 5 }.map { day in
            Stretch(from: SampleCoverage.at(day, 15), to: SampleCoverage.at(day, 16))
        }
        #expect(SampleCoverage.zone.words(of: weeks) == "Mon to Fri, 7 Sep to 18 Sep, 15:00 to 16:00")
    }
}

/// Writes the coverage pages as plain files, to be looked at.
struct CoverageGalleryTests {
    static let pages: [(name: String, page: Page)] = [
        ("coverage-week", CoveragePage.page(SampleCoverage.sheet(), .week, clock: SampleCoverage.clock)),
        ("coverage-green", CoveragePage.page(SampleCoverage.green, .week, clock: SampleCoverage.clock)),
        ("coverage-empty", CoveragePage.page(SampleCoverage.empty, .week, clock: SampleCoverage.clock)),
        (
            "coverage-findings",
            CoveragePage.page(SampleCoverage.settled, .findings, clock: SampleCoverage.clock)
        ),
        ("coverage-what-if", CoveragePage.page(SampleCoverage.trial, .trial, clock: SampleCoverage.clock)),
        ("coverage-hour", CoveragePage.page(SampleCoverage.asked, .hour, clock: SampleCoverage.clock)),
        ("coverage-digest", CoveragePage.page(SampleCoverage.settled, .digest, clock: SampleCoverage.clock)),
        ("district", DistrictPage.page(SampleCoverage.district, clock: SampleCoverage.clock, links: [])),
    ]

    @Test func everyPageIsWrittenAndWhole() throws {
        try Gallery.write(Self.pages)
    }
}
