import MusterCore
import MusterLog

/// Finds the moments of a calendar's times: by the name of their zone, or by the zone that the file brings along.
///
/// A name of the IANA's list is believed before what the file says of it: rules change, and a file keeps what held when
/// it was made. What nobody knows is taken as the site's own zone and said: leaving an absence out would count somebody
/// as there who is not.
final class ICalZones {
    private enum Known {
        case named(SiteZone)
        case brought(ICalFileZone)
    }

    private let site: SiteZone
    private let brought: [ICalFileZone]
    private let file: String
    private let findings: FindingLog
    private var known: [String: Known] = [:]

    init(_ zones: [String], site: SiteZone, file: String, findings: FindingLog) {
        self.site = site
        (self.file, self.findings) = (file, findings)
        brought = zones.compactMap { ICalFileZone($0) }
    }

    /// The moment of a time; a whole day begins with its midnight at the site.
    func instant(_ time: ICalTime, line: Int) -> Instant {
        if time.isUTC { return Instant(milliseconds: time.wall) }
        guard time.second != nil, let name = time.zone else { return instant(time, in: site) }
        switch zone(name, line) {
        case .named(let zone): return instant(time, in: zone)
        case .brought(let zone): return zone.instant(time)
        }
    }

    /// The wall time that a moment has in the zone of another time.
    func wall(of moment: Instant, like time: ICalTime, line: Int) -> ICalTime {
        var wall = time
        // Two steps: the offset at the moment is not known before its wall time is, and near a turn it differs.
        wall.day = CivilDay(number: 0)
        wall.second = 0
        wall = wall.later(bySeconds: moment.milliseconds / 1000)
        for _ in 0..<2 {
            let error = moment.milliseconds - instant(wall, line: line).milliseconds
            wall = wall.later(bySeconds: error / 1000)
        }
        return wall
    }

    private func instant(_ time: ICalTime, in zone: SiteZone) -> Instant {
        let second = time.second ?? 0
        return zone.instant(time.day, minute: second / 60) + .seconds(Int64(second % 60))
    }

    private func zone(_ name: String, _ line: Int) -> Known {
        if let zone = known[name] { return zone }
        let found: Known
        if let zone = Self.iana(name) {
            found = .named(zone)
        } else if let zone = brought.first(where: { $0.name == name }) {
            found = .brought(zone)
        } else if let zone = WindowsZone.iana(name).flatMap({ SiteZone($0) }) {
            found = .named(zone)
        } else {
            findings.add(
                .calendarZone, file: file, line: line,
                "Nobody knows the time zone \"\(DutyTyped.line(name).prefix(60))\"; its times were taken as "
                    + "\(site.name). Look whether they are right.")
            found = .named(site)
        }
        known[name] = found
        return found
    }

    /// A name of the IANA's list, also with a prefix as some programs write it.
    private static func iana(_ name: String) -> SiteZone? {
        if let zone = SiteZone(name) { return zone }
        let parts = name.split(separator: "/")
        for count in [3, 2] where parts.count > count {
            if let zone = SiteZone(parts.suffix(count).joined(separator: "/")) { return zone }
        }
        return nil
    }
}
