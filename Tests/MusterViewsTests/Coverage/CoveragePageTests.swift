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
            "16:00 to 18:00 on Mon 7 Sep", "Dana Reyes: away", "Officer R. Imani: expected to respond",
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
        #expect(CoverageDigest(SampleCoverage.green).lines.last == "Nothing is to be mended.")
    }

    @Test func withoutHoursThePageSaysHowToEnterThem() {
        #expect(text(SampleCoverage.empty).contains("No working hours are known yet"))
        #expect(text(SampleCoverage.empty).contains("href=\"/duty\""))
    }

    @Test func aWhatIfSaysWhatOpens() {
        let text = text(SampleCoverage.trial, .trial)
        #expect(text.contains("If: Dana Whitlock is away."))
        #expect(text.contains("Nobody outside"))
        #expect(text.contains("No outside duty"))
    }

    @Test func theDigestTellsTheWeekInSentences() {
        let lines = CoverageDigest(SampleCoverage.settled).lines
        #expect(lines[0] == "Cedar Hill Elementary, Mon 7 Sep to Sun 13 Sep 2026.")
        #expect(lines[1].hasPrefix("People are on the site for 55 h."))
        #expect(lines.last == "1 finding is accepted as it is.")
    }

    @Test func theDistrictSeesTheGravestSiteFirst() {
        let page = DistrictPage.page(SampleCoverage.district, clock: clock, links: [])
        #expect(page.text.has("<th scope=\"row\">Cedar Ridge", before: "<th scope=\"row\">Alder Creek"))
        #expect(page.text.contains("Its data cannot be read now."))
        #expect(page.text.contains("1 site has nobody to count on"))
    }

    @Test func timesOfSeveralDaysAreToldOnce() {
        let stretches = (0..<3).map { day in
            Stretch(from: SampleCoverage.at(day, 15), to: SampleCoverage.at(day, 16, 30))
        }
        #expect(
            SampleCoverage.zone.words(of: stretches) == "15:00 to 16:30 on Mon 7 Sep, Tue 8 Sep, Wed 9 Sep")
        let night = Stretch(from: SampleCoverage.at(0, 22), to: SampleCoverage.at(1, 6))
        #expect(SampleCoverage.zone.words(of: [night]) == "22:00 to 06:00 the next day on Mon 7 Sep")
        let day = Stretch(from: SampleCoverage.at(0, 22), to: SampleCoverage.at(1, 0))
        #expect(SampleCoverage.zone.words(of: [day]) == "22:00 to 24:00 on Mon 7 Sep")
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
        ("coverage-digest", CoveragePage.page(SampleCoverage.settled, .digest, clock: SampleCoverage.clock)),
        ("district", DistrictPage.page(SampleCoverage.district, clock: SampleCoverage.clock, links: [])),
    ]

    @Test func everyPageIsWrittenAndWhole() throws {
        try Gallery.write(Self.pages)
    }
}
