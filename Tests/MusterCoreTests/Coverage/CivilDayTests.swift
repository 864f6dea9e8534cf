import Foundation
import MusterCore
import Testing

@Suite("Days of the calendar and the wall clock of a site")
struct CivilDayTests {
    @Test("Days of 800 years have the date, the weekday and the text that Foundation gives it")
    func days() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: Int32(-141_000), through: 150_000, by: 97) {
            let day = CivilDay(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let (year, month, dayOfMonth) = day.date
            #expect(Int(year) == parts.year && Int(month) == parts.month && Int(dayOfMonth) == parts.day)
            let weekday = try #require(parts.weekday)
            #expect(day.weekday == Weekday.allCases[(weekday + 5) % 7])
            #expect(CivilDay(year: Int32(year), month: Int32(month), day: Int32(dayOfMonth)) == day)
            #expect(CivilDay(day.text) == day)
        }
    }

    @Test(
        "What is no day is none",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "2026-1-01", "today", "",
        ])
    func noDay(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test("A leap day is one in 2028 and in 2000, and none in 2100")
    func leapDays() {
        #expect(CivilDay("2028-02-29") != nil)
        #expect(CivilDay("2000-02-29") != nil)
        #expect(CivilDay("2100-02-29") == nil)
    }

    @Test("A minute that is leapt over is the leap; of a minute shown twice the first is meant")
    func turns() throws {
        let spring = SiteClock([
            SiteClock.Turn(from: .zero, offsetMinutes: -300),
            SiteClock.Turn(from: Instant(milliseconds: 1_772_953_200_000), offsetMinutes: -240),
        ])
        let day = try #require(CivilDay("2026-03-08"))
        let leap = Instant(milliseconds: 1_772_953_200_000)
        #expect(spring.instant(day, minute: 119) == leap + .minutes(-1))
        #expect(spring.instant(day, minute: 150) == leap)
        #expect(spring.instant(day, minute: 180) == leap)
        #expect(spring.shows(leap).minute == 180)
        let autumn = SiteClock([
            SiteClock.Turn(from: .zero, offsetMinutes: -240),
            SiteClock.Turn(from: Instant(milliseconds: 1_793_512_800_000), offsetMinutes: -300),
        ])
        let november = try #require(CivilDay("2026-11-01"))
        let back = Instant(milliseconds: 1_793_512_800_000)
        #expect(autumn.instant(november, minute: 90) == back + .minutes(-30))
        #expect(autumn.shows(back + .minutes(30)).minute == 90)
        #expect(autumn.instant(november, minute: 120) == back + .minutes(60))
    }
}
