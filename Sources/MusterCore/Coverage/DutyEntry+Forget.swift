extension DutyEntry {
    /// What is left of it once a person is forgotten: itself where it does not name the person; `nil` where it says
    /// nothing without that name.
    package func forgetting(_ person: PersonID) -> DutyEntry? {
        guard people.contains(person) else { return self }
        guard case .event(var event) = self else { return nil }
        event.people.removeAll { $0 == person }
        return .event(event)
    }
}
