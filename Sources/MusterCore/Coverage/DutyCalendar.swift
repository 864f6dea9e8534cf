/// What a span of days is in the school's calendar.
package enum CalendarSort: String, WireName {
    /// School is held from Monday to Friday.
    case term
    /// Summer school, or another session outside the terms.
    case summer
    /// No school, whatever else the calendar says.
    case holiday
    /// School ends early.
    case halfDay
}

/// Some days of the school calendar.
package struct CalendarSpan: WireValue, Equatable, Sendable {
    /// What they are.
    package var sort = CalendarSort.term
    /// The first day.
    package var first = CivilDay.unread
    /// The last day; the first one for a single day.
    package var last = CivilDay.unread
    /// When a half day ends, in minutes from midnight; of no meaning for the others.
    package var ends: Int32?
    /// What people call it.
    package var name = ""

    /// A blank span, to be filled by the codec.
    package init() {}

    /// Some days of the calendar.
    package init(
        _ sort: CalendarSort, from first: CivilDay, to last: CivilDay, ends: Int32? = nil, name: String = ""
    ) {
        self.sort = sort
        self.first = first
        self.last = last
        self.ends = ends
        self.name = name
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("sort", &sort)
        visitor.field("first", &first)
        visitor.field("last", &last)
        visitor.field("ends", &ends)
        visitor.field("name", &name)
    }
}

/// What a day is.
package enum DaySort: Equatable, Sendable {
    /// A day of school; `until` is the minute at which a half day ends.
    case school(until: Int32?)
    /// A day of a session outside the terms.
    case summer(until: Int32?)
    /// No school.
    case free
}

/// On which days something recurs.
package enum DutyDays: String, WireName {
    /// On days of school, half days included: whatever would go on after the end of a half day ends with it.
    case schoolDays
    /// On days of summer school.
    case summerDays
    /// On days without either.
    case freeDays
    /// On every day, whatever the calendar says.
    case everyDay

    /// Whether a day of this sort is among them.
    func includes(_ sort: DaySort) -> Bool {
        switch (self, sort) {
        case (.everyDay, _), (.schoolDays, .school), (.summerDays, .summer), (.freeDays, .free): true
        default: false
        }
    }
}

/// A stretch of the wall clock that comes back on certain days.
package struct Recurrence: WireValue, Hashable, Sendable {
    /// Of the week's days these.
    package var weekdays = Weekdays.workdays
    /// Of the calendar's days these.
    package var days = DutyDays.schoolDays
    /// When it begins, in minutes from midnight, 0 to 1439.
    package var begins: Int32 = 0
    /// When it ends, in minutes from midnight, 1 to 1440; not after its beginning, it ends on the next day.
    package var ends: Int32 = 0
    /// The first day on which it may begin, where it has one.
    package var first: CivilDay?
    /// The last day on which it may begin, where it has one.
    package var last: CivilDay?

    /// A blank recurrence, to be filled by the codec.
    package init() {}

    /// A stretch from one minute to another.
    package init(
        _ begins: Int32, to ends: Int32, on days: DutyDays = .schoolDays, _ weekdays: Weekdays = .workdays,
        from first: CivilDay? = nil, until last: CivilDay? = nil
    ) {
        self.begins = begins
        self.ends = ends
        self.days = days
        self.weekdays = weekdays
        self.first = first
        self.last = last
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("weekdays", &weekdays)
        visitor.field("days", &days)
        visitor.field("begins", &begins)
        visitor.field("ends", &ends)
        visitor.field("first", &first)
        visitor.field("last", &last)
    }
}
