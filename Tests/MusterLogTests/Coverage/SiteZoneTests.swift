import MusterCore
import MusterLog
import Testing

/// Clocks of zones, where their wall clocks jump.
struct SiteZoneTests {
    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    /// The UTC time at which the clock of a zone shows a minute of a day.
    private func utc(_ zone: String, _ text: String, _ minute: Int32) throws -> String {
        let zone = try #require(SiteZone(zone))
        let moment = zone.instant(try day(text), minute: minute)
        let minutes = moment.milliseconds / 60_000
        let shown = SiteClock(offsetMinutes: 0).shows(moment)
        #expect(moment.milliseconds.isMultiple(of: 60_000))
        return "\(shown.day.text) \(minutes % 1440 / 60):\(minutes % 60)"
    }

    @Test func theNorthernSummerBeginsInMarchAndEndsInNovember() throws {
        #expect(try utc("America/Chicago", "2027-03-13", 480) == "2027-03-13 14:0")
        #expect(try utc("America/Chicago", "2027-03-14", 480) == "2027-03-14 13:0")
        // 02:30 is leapt over; what begins in it begins at the leap.
        #expect(try utc("America/Chicago", "2027-03-14", 150) == "2027-03-14 8:0")
        #expect(try utc("America/Chicago", "2027-11-07", 480) == "2027-11-07 14:0")
        // 01:30 comes twice: the first is meant.
        #expect(try utc("America/Chicago", "2027-11-07", 90) == "2027-11-07 6:30")
    }

    @Test func theSouthernSummerEndsInApril() throws {
        #expect(try utc("Australia/Sydney", "2027-04-03", 480) == "2027-04-02 21:0")
        #expect(try utc("Australia/Sydney", "2027-04-04", 480) == "2027-04-03 22:0")
        #expect(try utc("Australia/Sydney", "2027-10-03", 480) == "2027-10-02 21:0")
    }

    @Test func lordHoweTurnsByHalfAnHour() throws {
        #expect(try utc("Australia/Lord_Howe", "2027-04-03", 480) == "2027-04-02 21:0")
        #expect(try utc("Australia/Lord_Howe", "2027-04-04", 480) == "2027-04-03 21:30")
        #expect(try utc("Australia/Lord_Howe", "2027-10-03", 480) == "2027-10-02 21:0")
    }

    @Test func aZoneWithoutSummerNeverTurns() throws {
        let zone = try #require(SiteZone("America/Phoenix"))
        let clock = zone.clock(
            from: zone.instant(try day("2026-01-01"), minute: 0),
            to: zone.instant(try day("2028-01-01"), minute: 0))
        #expect(clock.turns.count == 1 && clock.turns[0].offsetMinutes == -420)
    }

    @Test func theClockOfTheYearAheadChangesOnlyWithTheClocks() throws {
        let zone = try #require(SiteZone("America/Chicago"))
        let june = zone.instant(try day("2027-06-01"), minute: 0)
        let clock = zone.clock(ahead: june)
        #expect(clock == zone.clock(ahead: june + .minutes(60 * 1440)))
        for days in stride(from: Int64(0), to: 366, by: 5) {
            let moment = june + .minutes(days * 1440)
            #expect(clock.offset(at: moment) == zone.offset(at: moment))
        }
    }

    @Test func samoaHadNoThirtiethOfDecember() throws {
        #expect(try utc("Pacific/Apia", "2011-12-29", 1380) == "2011-12-30 9:0")
        // No clock there showed that day; what was to begin on it began with the next.
        #expect(try utc("Pacific/Apia", "2011-12-30", 600) == "2011-12-30 10:0")
        #expect(try utc("Pacific/Apia", "2011-12-31", 0) == "2011-12-30 10:0")
        #expect(try utc("Pacific/Apia", "2011-12-31", 60) == "2011-12-30 11:0")
    }

    @Test(arguments: [
        "America/Chicago", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
        "America/St_Johns", "Africa/Casablanca", "America/Sao_Paulo",
    ])
    func aMomentIsShownAsTheMinuteThatLeadsBackToIt(name: String) throws {
        let zone = try #require(SiteZone(name))
        let start = Instant(milliseconds: 1_300_000_000_000)
        let end = start + .minutes(20 * 365 * 1440)
        let clock = zone.clock(from: start, to: end)
        var moment = start
        while moment < end {
            #expect(clock.shows(moment) == zone.shows(moment))
            let (day, minute) = clock.shows(moment)
            let back = clock.instant(day, minute: minute)
            // In an hour that comes twice the first is meant.
            #expect(back == moment || clock.shows(back) == (day, minute) && back < moment)
            #expect(zone.instant(day, minute: minute) == back)
            moment = moment + .minutes(5 * 1440 + 37)
        }
    }

    @Test func farDatesHaveAClock() throws {
        let zone = try #require(SiteZone("America/Chicago"))
        #expect(zone.shows(zone.instant(try day("1900-01-01"), minute: 600)).day == (try day("1900-01-01")))
        #expect(zone.shows(zone.instant(try day("2199-07-01"), minute: 600)).minute == 600)
    }

    @Test func aNameThatIsNoZoneIsNone() {
        for name in ["", "America/Nowhere", "GMT+3", "Eastern Standard Time", "EST5EDT", "../etc/passwd"] {
            #expect(SiteZone(name) == nil, "\(name)")
        }
        #expect(SiteZone("UTC") != nil)
    }
}
