package import MusterCore

extension [PlaceEntry] {
    /// The places with labels of which each means one place, wherever it is read without the rest.
    ///
    /// Two schools on one property number their rooms by themselves. "Room 101 needs help" must not leave anybody to
    /// choose between two doors: both are then called by their school too.
    package var namedApart: [PlaceEntry] {
        var counts: [String: Int] = [:]
        for place in self { counts[place.label.lowercased(), default: 0] += 1 }
        let labels = Dictionary(map { ($0.place, $0.label) }) { first, _ in first }
        return map { place in
            guard place.kind != .site, counts[place.label.lowercased(), default: 0] > 1,
                let around = place.parent.flatMap({ labels[$0] })
            else { return place }
            var named = place
            named.label += ", " + around
            return named
        }
    }
}
