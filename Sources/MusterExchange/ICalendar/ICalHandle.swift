import CLibICal
import MusterCore
import MusterLog

/// A day or a moment as a calendar writes it, before anybody knows its zone.
struct ICalTime: Equatable {
    /// The day.
    var day: CivilDay
    /// Seconds from midnight; nothing for a whole day.
    var second: Int32?
    /// Whether it is in UTC.
    var isUTC = false
    /// The name of its zone.
    var zone: String?

    /// Milliseconds since 1970 as if the wall clock were in UTC.
    var wall: Int64 { (Int64(day.number) * 86_400 + Int64(second ?? 0)) * 1000 }
}

/// What a property of an event holds.
enum ICalValue: Equatable {
    case time(ICalTime)
    case period(ICalTime, end: ICalTime)
    /// In seconds.
    case duration(Int64)
}

/// The one place that talks to libical: reads a line's value, follows a rule, keeps a zone.
enum ICalHandle {
    /// The values of a line; `nil` when it cannot be read.
    static func values(of line: ICalLine) -> [ICalValue]? {
        icalerror_set_errors_are_fatal(0)
        let text = "BEGIN:VEVENT\r\n\(line.text)\r\nEND:VEVENT\r\n"
        guard !text.utf8.contains(0), let event = unsafe icalparser_parse_string(text) else { return nil }
        defer { unsafe icalcomponent_free(event) }
        var found: [ICalValue] = []
        var next = unsafe icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY)
        while let property = unsafe next {
            guard unsafe icalproperty_isa(property) != ICAL_XLICERROR_PROPERTY,
                let value = unsafe value(of: property)
            else { return nil }
            found.append(value)
            unsafe next = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY)
        }
        return found.isEmpty ? nil : found
    }

    private static func value(of property: OpaquePointer) -> ICalValue? {
        guard let value = unsafe icalproperty_get_value(property) else { return nil }
        let zone = unsafe icalproperty_get_parameter_as_string(property, "TZID").map {
            unsafe String(cString: $0)
        }
        switch unsafe icalvalue_isa(value) {
        case ICAL_DATE_VALUE: return unsafe time(icalvalue_get_date(value), zone).map { .time($0) }
        case ICAL_DATETIME_VALUE: return unsafe time(icalvalue_get_datetime(value), zone).map { .time($0) }
        case ICAL_DATETIMEPERIOD_VALUE:
            let both = unsafe icalvalue_get_datetimeperiod(value)
            if unsafe icaltime_is_null_time(both.time) == 0 {
                return unsafe time(both.time, zone).map { .time($0) }
            }
            return unsafe period(both.period, zone)
        case ICAL_PERIOD_VALUE: return unsafe period(icalvalue_get_period(value), zone)
        case ICAL_DURATION_VALUE:
            let duration = unsafe icalvalue_get_duration(value)
            guard icaldurationtype_is_bad_duration(duration) == 0 else { return nil }
            return .duration(Int64(icaldurationtype_as_int(duration)))
        default: return nil
        }
    }

    private static func period(_ period: icalperiodtype, _ zone: String?) -> ICalValue? {
        guard let start = unsafe time(period.start, zone) else { return nil }
        if unsafe icaltime_is_null_time(period.end) == 0 {
            return unsafe time(period.end, zone).map { .period(start, end: $0) }
        }
        let length = unsafe Int64(icaldurationtype_as_int(period.duration))
        return .period(start, end: start.later(bySeconds: length))
    }

    private static func time(_ time: icaltimetype, _ zone: String?) -> ICalTime? {
        guard unsafe icaltime_is_null_time(time) == 0,
            let day = unsafe CivilDay(year: time.year, month: time.month, day: time.day)
        else { return nil }
        let isDay = unsafe time.is_date != 0
        let second = unsafe time.hour * 3600 + time.minute * 60 + min(time.second, 59)
        guard unsafe (0...23).contains(time.hour), unsafe (0...59).contains(time.minute) else { return nil }
        return ICalTime(
            day: day, second: isDay ? nil : second, isUTC: unsafe !isDay && icaltime_is_utc(time) != 0,
            zone: isDay ? nil : zone)
    }

    /// What came of following a rule.
    enum Followed: Equatable {
        /// The wall times at which it recurs.
        case times([ICalTime])
        /// It recurs more often than daily, or does not come to an end in time.
        case tooOften
        /// It is no rule.
        case unreadable
    }

    /// When a rule says that it ends; nothing where it says none.
    static func until(of rule: String) -> ICalTime? {
        icalerror_set_errors_are_fatal(0)
        return unsafe time(muster_ical_rule_until(rule), nil)
    }

    /// Follows a rule on the wall clock of its beginning, up to and with a wall time; at most so many steps.
    static func follow(_ rule: String, from start: ICalTime, until end: ICalTime, steps: Int) -> Followed {
        icalerror_set_errors_are_fatal(0)
        guard !rule.utf8.contains(0) else { return .unreadable }
        switch unsafe muster_ical_rule_is_calm(rule) {
        case 1: break
        case 0: return .tooOften
        default: return .unreadable
        }
        var last = end
        if start.second == nil { last.second = nil } else { last.second = end.second ?? 86_399 }
        guard let iterator = unsafe muster_ical_rule_begin(rule, start.raw, last.raw) else {
            return .unreadable
        }
        defer { unsafe icalrecur_iterator_free(iterator) }
        var found: [ICalTime] = []
        for _ in 0..<steps {
            guard let next = unsafe time(icalrecur_iterator_next(iterator), start.zone),
                next.wall <= last.wall
            else { return .times(found) }
            var occurrence = next
            occurrence.isUTC = start.isUTC
            found.append(occurrence)
        }
        return .tooOften
    }
}

extension ICalTime {
    /// The wall time some seconds later, on a clock that never turns.
    func later(bySeconds seconds: Int64) -> ICalTime {
        let moved = Int64(day.number) * 86_400 + Int64(second ?? 0) + seconds
        var later = self
        let days = moved >= 0 ? moved / 86_400 : (moved + 1) / 86_400 - 1
        later.day = CivilDay(number: Int32(clamping: days))
        later.second = second == nil ? nil : Int32(moved - days * 86_400)
        return later
    }

    /// The wall time as libical has it, in no zone.
    fileprivate var raw: icaltimetype {
        let (year, month, day) = self.day.date
        var raw = unsafe icaltime_null_time()
        unsafe (raw.year, raw.month, raw.day) = (Int32(year), Int32(month), Int32(day))
        let second = second ?? 0
        unsafe (raw.hour, raw.minute, raw.second) = (second / 3600, second / 60 % 60, second % 60)
        unsafe raw.is_date = self.second == nil ? 1 : 0
        return unsafe raw
    }
}

/// A time zone that a calendar brings along (`VTIMEZONE`).
@safe
final class ICalFileZone {
    // Owned by this object alone, and freed once, in deinit; it owns the component that it was made of.
    private let zone: OpaquePointer

    /// The name by which the file's times mean it.
    let name: String

    /// Reads a zone; `nil` when it cannot be read.
    init?(_ text: String) {
        icalerror_set_errors_are_fatal(0)
        guard !text.utf8.contains(0), let component = unsafe icalparser_parse_string(text) else { return nil }
        guard unsafe icalcomponent_isa(component) == ICAL_VTIMEZONE_COMPONENT,
            let zone = unsafe icaltimezone_new()
        else {
            unsafe icalcomponent_free(component)
            return nil
        }
        guard unsafe icaltimezone_set_component(zone, component) != 0,
            let name = unsafe icaltimezone_get_tzid(zone)
        else {
            unsafe icaltimezone_free(zone, 1)
            unsafe icalcomponent_free(component)
            return nil
        }
        unsafe self.zone = unsafe zone
        self.name = unsafe String(cString: name)
    }

    deinit { unsafe icaltimezone_free(zone, 1) }

    /// The moment that a wall time is in the zone.
    func instant(_ time: ICalTime) -> Instant {
        var raw = unsafe time.raw
        unsafe raw.is_date = 0
        var isSummer: Int32 = 0
        let offset = unsafe icaltimezone_get_utc_offset(zone, &raw, &isSummer)
        return Instant(milliseconds: time.wall - Int64(offset) * 1000)
    }
}
