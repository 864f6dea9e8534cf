import Foundation
package import MusterCore

/// The time zone of a site, by its IANA name: what the core, which knows no zones, is given clocks from.
package struct SiteZone: Equatable, Sendable {
    /// The IANA name, such as `America/Chicago`.
    package let name: String
    private let zone: TimeZone

    /// The zone of that name; `nil` when there is none.
    ///
    /// Names of the form `GMT+3` are none: they know no summer time, and people mean different things by their sign.
    package init?(_ name: String) {
        guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.zone = zone
    }

    /// The zone of this machine, which stands in the school unless somebody says otherwise.
    package static var server: SiteZone { SiteZone(TimeZone.current) }

    private init(_ zone: TimeZone) {
        name = zone.identifier
        self.zone = zone
    }

    /// The clock of the site between two moments, and somewhat beyond.
    package func clock(from start: Instant, to end: Instant) -> SiteClock {
        let first = start + .minutes(-Self.margin)
        let last = end + .minutes(Self.margin)
        var turns = [SiteClock.Turn(from: first, offsetMinutes: offset(at: first))]
        var moment = first
        while let next = transition(after: moment), next < last {
            let offset = offset(at: next)
            if offset != turns.last?.offsetMinutes {
                turns.append(SiteClock.Turn(from: next, offsetMinutes: offset))
            }
            moment = next
        }
        return SiteClock(turns)
    }

    /// The clock of the site in the year after a moment, which differs only when the clocks are changed.
    package func clock(ahead moment: Instant) -> SiteClock {
        var turns = clock(from: moment, to: moment + .minutes(366 * 1440)).turns
        turns[0].from = .zero
        return SiteClock(turns)
    }

    /// The clock of the site on a few days around one.
    package func clock(around day: CivilDay) -> SiteClock {
        let noon = Instant(milliseconds: (Int64(day.number) * 1440 + 720) * 60_000)
        return clock(from: noon, to: noon)
    }

    /// The moment at which the site's clock shows this minute of this day.
    package func instant(_ day: CivilDay, minute: Int32) -> Instant {
        clock(around: day).instant(day, minute: minute)
    }

    /// The day and the minute that the site's clock shows at a moment.
    package func shows(_ moment: Instant) -> (day: CivilDay, minute: Int32) {
        clock(from: moment, to: moment).shows(moment)
    }

    /// Minutes ahead of UTC at a moment.
    package func offset(at moment: Instant) -> Int32 {
        Int32(zone.secondsFromGMT(for: Date(moment)) / 60)
    }

    /// A clock shows no day further away than this from UTC: three days, since Samoa once left one out.
    private static let margin: Int64 = 3 * 24 * 60

    private func transition(after moment: Instant) -> Instant? {
        guard let next = zone.nextDaylightSavingTimeTransition(after: Date(moment)) else { return nil }
        let found = Instant(milliseconds: Int64((next.timeIntervalSince1970 * 1000).rounded()))
        return found > moment ? found : nil
    }
}

extension Date {
    fileprivate init(_ moment: Instant) {
        self.init(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
    }
}
