/// What kind of place it is.
package enum PlaceKind: String, WireName {
    case site, building, level, room, area
}

/// What the rules must know of a place; its label lies in the directory.
package struct PlaceFact: WireValue, Keyed, Equatable, Sendable {
    /// Which place.
    package var place = PlaceID.none
    /// The place it lies in; `nil` for the site itself.
    package var parent: PlaceID?
    /// What kind of place.
    package var kind = PlaceKind.room
    /// Whose people are in it, where it belongs to one tenant.
    package var tenant: TenantID?

    /// What the row is found and sorted by.
    package var key: PlaceID { place }

    /// A blank place, to be filled by the codec.
    package init() {}

    /// A place inside another.
    package init(_ place: PlaceID, in parent: PlaceID?, kind: PlaceKind, tenant: TenantID? = nil) {
        self.place = place
        self.parent = parent
        self.kind = kind
        self.tenant = tenant
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("place", &place)
        visitor.field("parent", &parent)
        visitor.field("kind", &kind)
        visitor.field("tenant", &tenant)
    }
}

extension Table<PlaceFact> {
    /// The place around a place: the whole site around one that is not listed, or whose surroundings are not.
    ///
    /// A gap in the list must leave nobody outside an action that was set for the whole site. Whatever climbs from a
    /// place to those around it asks here.
    package func parent(of place: PlaceID) -> PlaceID? {
        let fact = self[place]
        if let parent = fact?.parent { return parent }
        guard fact?.kind != .site, let root, root != place else { return nil }
        return root
    }

    /// Whether `inner` is `outer` or lies in it, at any depth.
    package func contains(_ inner: PlaceID, in outer: PlaceID) -> Bool {
        var at: PlaceID? = inner
        // A list of places with a ring in it must not hang the desk: no site is deeper than this.
        for _ in 0..<16 {
            guard let place = at else { return false }
            if place == outer { return true }
            at = parent(of: place)
        }
        return false
    }

    /// Whether any place lies in this one.
    package func hasPlaces(in outer: PlaceID) -> Bool {
        rows.contains { $0.parent == outer }
    }

    /// The place that holds all others, where one is listed.
    package var root: PlaceID? {
        (rows.first { $0.parent == nil && $0.kind == .site } ?? rows.first { $0.parent == nil })?.place
    }

    /// Whether one of two places lies in the other.
    package func overlap(_ one: PlaceID, _ other: PlaceID) -> Bool {
        contains(one, in: other) || contains(other, in: one)
    }

    /// Whether any place of one list overlaps any of the other.
    package func overlap(_ some: [PlaceID], _ others: [PlaceID]) -> Bool {
        some.contains { one in others.contains { overlap(one, $0) } }
    }
}
