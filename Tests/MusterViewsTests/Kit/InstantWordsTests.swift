import MusterCore
import Testing

@testable import MusterViews

struct InstantWordsTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (1_772_460_192_999, "2026-03-02T14:03:12Z"), (4_107_542_399_000, "2100-02-28T23:59:59Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00Z"),
        ] as [(Int64, String)])
    func aMomentIsWrittenInUTC(milliseconds: Int64, iso: String) {
        #expect(Instant(milliseconds: milliseconds).iso == iso)
    }

    @Test func theTimeOfDayIsTheSites() {
        let moment = Instant(milliseconds: 1_772_460_192_000)
        #expect(moment.timeOfDay(utcOffsetMinutes: -360) == "08:03:12")
        #expect(moment.timeOfDay(utcOffsetMinutes: 345) == "19:48:12")
        #expect(moment.timeOfDay(utcOffsetMinutes: -900) == "23:03:12")
    }

    @Test(
        arguments: [
            (-30, "just now"), (0, "just now"), (4, "just now"), (5, "5 s ago"), (59, "59 s ago"),
            (60, "1 min ago"),
            (3599, "59 min ago"), (3600, "1 h ago"), (7500, "2 h 5 min ago"), (86_399, "23 h 59 min ago"),
            (86_400, "1 day ago"), (259_200, "3 days ago"),
        ] as [(Int64, String)])
    func anAgeIsSaidInWords(seconds: Int64, words: String) {
        let clock = PageClock(now: Instant(milliseconds: 1_772_460_192_000))
        #expect(clock.ago(clock.now + .seconds(-seconds)) == words)
    }

    @Test(arguments: [(-5, "0:00"), (12, "0:12"), (724, "12:04"), (3729, "1:02:09")] as [(Int64, String)])
    func aClockRunsInMinutesAndSeconds(seconds: Int64, words: String) {
        let start = Instant(milliseconds: 0)
        #expect(PageClock.span(from: start, to: start + .seconds(seconds)) == words)
    }
}
