extension FindingCode {
    /// A file whose name is none of the tables.
    package static let dutyFileUnknown = FindingCode("duty.file-unknown", .warning)
    /// The only file has a name that is none of the tables, so that nobody knows what it is.
    package static let dutyWrongName = FindingCode("duty.file-name", .error)
    /// A row that says what an earlier one of the file says; it was taken once.
    package static let dutyDuplicate = FindingCode("duty.duplicate", .warning)
    /// A cell that may not be blank.
    package static let dutyBlank = FindingCode("duty.blank", .error)
    /// Nobody is called so.
    package static let dutyPersonUnknown = FindingCode("duty.person-unknown", .error)
    /// Several people are called so.
    package static let dutyPersonUnclear = FindingCode("duty.person-unclear", .error)
    /// The same person twice where two are needed.
    package static let dutyPersonTwice = FindingCode("duty.person-twice", .error)
    /// A day that the calendar does not have, or that can be read in two ways.
    package static let dutyDay = FindingCode("duty.day", .error)
    /// Not a time of day.
    package static let dutyTime = FindingCode("duty.time", .error)
    /// Something ends before it begins.
    package static let dutyOrder = FindingCode("duty.ends-before", .error)
    /// Something ends when it begins.
    package static let dutyEmpty = FindingCode("duty.no-length", .error)
    /// Not a day of the week.
    package static let dutyWeekday = FindingCode("duty.weekday", .error)
    /// A word that is not on the column's list.
    package static let dutyWord = FindingCode("duty.word", .error)
    /// A half day without the time at which it ends.
    package static let dutyHalfDay = FindingCode("duty.half-day", .error)
    /// Two terms that have days in common.
    package static let dutyTermOverlap = FindingCode("duty.terms-overlap", .error)
    /// A zone that nobody knows.
    package static let dutyZone = FindingCode("duty.zone", .error)
    /// A place in a line that is no number, or stands there twice.
    package static let dutyLineOrder = FindingCode("duty.line-order", .error)
    /// More rows than a site can need.
    package static let dutyTooMany = FindingCode("duty.too-many", .error)
    /// A text that is too long for a name.
    package static let dutyTooLong = FindingCode("duty.too-long", .error)
}
