extension CoverageQuestion {
    /// When a person is due on the site: by working hours and events, without whoever is away.
    package func dueOnSite(_ person: PersonID) -> [Stretch] {
        var found: [Stretch] = []
        var day = clock.shows(period.from).day.advanced(by: -1)
        let last = clock.shows(period.to).day
        while day <= last {
            let sort = book.sort(of: day)
            for hours in book.hours where hours.person == person && hours.onSite {
                if let when = hours.when.stretch(on: day, sort, clock) { found.append(when) }
            }
            day = day.advanced(by: 1)
        }
        for event in book.events where event.people.contains(person) { found.append(event.when) }
        let away = book.absences.filter { $0.person == person }.map { $0.when }
        return found.flatMap { $0.without(away) }.filter { $0.meets(period) }
    }

    /// Everybody of the lines and of outside duty, and who stands in for somebody of them.
    package var peopleInLines: [PersonID] {
        var people: [PersonID] = []
        func add(_ person: PersonID) { if !people.contains(person) { people.append(person) } }
        for position in plan.positionsToFill {
            for member in plan.members(for: position) { add(member.person) }
        }
        for duty in book.outside { add(duty.person) }
        if let duty = plan.outsideDuty { add(duty) }
        for row in book.substitutes where row.inLine && people.contains(row.absent) { add(row.substitute) }
        return people
    }
}
