extension FindingCode {
    /// The file is no calendar, or breaks off.
    package static let calendarBroken = FindingCode("ical.broken", .error)
    /// More than a school's calendar holds.
    package static let calendarTooLarge = FindingCode("ical.too-large", .error)
    /// A line that cannot be read, on which the time of an event hangs.
    package static let calendarLine = FindingCode("ical.line", .error)
    /// An event without a beginning.
    package static let calendarNoStart = FindingCode("ical.no-start", .error)
    /// An event that ends before it begins.
    package static let calendarOrder = FindingCode("ical.ends-before", .error)
    /// An event without a length; it was left out.
    package static let calendarEmpty = FindingCode("ical.no-length", .note)
    /// A zone that neither the file nor anybody else knows; the site's own was taken.
    package static let calendarZone = FindingCode("ical.zone", .warning)
    /// A change to an event and all after it, of which only the one was taken.
    package static let calendarRange = FindingCode("ical.this-and-future", .warning)
    /// Something with a time of day where whole days are asked for; it was left out.
    package static let calendarNotADay = FindingCode("ical.not-a-day", .warning)
    /// A rule that recurs more often than daily, or that nobody would come to the end of.
    package static let calendarTooOften = FindingCode("ical.too-often", .error)
    /// Nothing of the file lies in the days that were asked for.
    package static let calendarNothing = FindingCode("ical.nothing", .warning)
}
