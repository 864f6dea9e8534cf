package import MusterCore

/// Which incidents a page speaks of, and in what mode.
extension PageContext {
    /// The open incidents, real before practice, protective before everyday calls, the newest first.
    package var openIncidents: [Incident] {
        state.incidents.rows.filter { $0.isOpen }.sorted { one, other in
            if one.kind.isPractice != other.kind.isPractice { return !one.kind.isPractice }
            let (first, second) = (one.level == .protective, other.level == .protective)
            if first != second { return first }
            return (one.raisedAt, one.id) > (other.raisedAt, other.id)
        }
    }

    /// The incident that was closed last, while it may still be opened again.
    package var lastClosed: Incident? {
        let closed = state.incidents.rows.compactMap { incident -> (at: Instant, incident: Incident)? in
            guard case .closed(let at, _, _) = incident.phase else { return nil }
            return (at, incident)
        }
        guard let last = closed.max(by: { $0.at < $1.at }), now - last.at < state.plan.timings.reopenWithin
        else { return nil }
        return last.incident
    }

    /// The mode of a page that shows these incidents: whatever is real wins.
    package func mode(of incidents: [Incident]) -> Mode {
        if incidents.contains(where: { !$0.kind.isPractice }) { return .live }
        return incidents.first?.kind.mode ?? .everyday
    }

    /// The places of an incident in words: "Main building, Gym".
    package func places(_ places: [PlaceID]) -> String {
        let labels = places.map { directory.label(of: $0) }
        guard labels.count > 4 else { return labels.joined(separator: ", ") }
        return labels.prefix(3).joined(separator: ", ") + " and \(labels.count - 3) more"
    }

    /// The rooms of the site as the directory names them, by label.
    package var rooms: [PlaceEntry] {
        directory.places.rows.filter { $0.kind == .room }.sorted { one, other in
            one.label != other.label
                ? inReadingOrder(one.label, other.label) : one.place < other.place
        }
    }

    /// The places that a raise may name: the site and its buildings and areas.
    package var wholePlaces: [PlaceID] {
        state.places.rows.filter { $0.parent == nil }.map { $0.place }
            + state.places.rows.filter { $0.parent != nil && ($0.kind == .building || $0.kind == .area) }.map
        {
            $0.place
        }
    }

    /// The site as a place: the root of the places, or the site's own id before any place was listed.
    package var wholeSite: PlaceID {
        state.places.rows.first { $0.parent == nil }?.place ?? directory.card.site.retyped()
    }
}

/// Whether one label comes before another, with numbers by their size: Room 9 before Room 12.
package func inReadingOrder(_ one: String, _ other: String) -> Bool {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
        if isDigit(a[i]), isDigit(b[j]) {
            let (first, afterFirst) = number(a, i)
            let (second, afterSecond) = number(b, j)
            if first != second { return first < second }
            (i, j) = (afterFirst, afterSecond)
        } else {
            if a[i] != b[j] { return a[i] < b[j] }
            i += 1
            j += 1
        }
    }
    return a.count - i < b.count - j
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// The number that begins here, and the index after it; a longer one than fits counts as the largest.
private func number(_ bytes: [UInt8], _ start: Int) -> (value: UInt64, end: Int) {
    var (value, index): (UInt64, Int) = (0, start)
    while index < bytes.count, isDigit(bytes[index]) {
        let (product, over) = value.multipliedReportingOverflow(by: 10)
        value = over ? .max - 9 : product
        let (sum, tooBig) = value.addingReportingOverflow(UInt64(bytes[index] - 0x30))
        value = tooBig ? .max - 9 : sum
        index += 1
    }
    return (value, index)
}
