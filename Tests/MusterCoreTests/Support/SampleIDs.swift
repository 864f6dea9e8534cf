import MusterCore

/// Fills the blank ids of an event by a visitor, so that tests can write an event of every name.
enum SampleIDs {
    static func filled(_ event: Event) -> Event {
        var copy = event
        var filler = Filler()
        copy.visit(&filler)
        return copy
    }

    private struct Filler: FieldVisitor {
        var next: Int64 = 1

        mutating func field<F: WireField>(_ name: StaticString, _ value: inout F) {
            next += 1
            if let id = Self.id(next, as: F.self) { value = id }
            if var nested = value as? any WireValue {
                visit(&nested)
                if let filled = nested as? F { value = filled }
            }
        }

        mutating func field<F: WireField>(_ name: StaticString, _ value: inout F?) {
            next += 1
            if let id = Self.id(next, as: F.self) { value = id }
        }

        mutating func field<F: WireField>(
            _ name: StaticString, _ value: inout F, default: F
        ) {
            field(name, &value)
        }

        mutating func union<U: WireUnion>(
            _ name: StaticString, _ body: StaticString, _ value: inout U
        ) {
            value.visit(&self)
        }

        private mutating func visit(_ value: inout some WireValue) {
            value.visit(&self)
        }

        private static func id<F>(_ number: Int64, as type: F.Type) -> F? {
            let candidates: [Any] = [
                IncidentID("i", number), PersonID("p", number), PlaceID("l", number), ReportID("r", number),
                NoteID("n", number), TenantID("t", number), SiteID("s", number), DeadlineID("d", number),
                CourseID("k", number), ResourceID("g", number),
            ]
            return candidates.lazy.compactMap { $0 as? F }.first
        }
    }
}
