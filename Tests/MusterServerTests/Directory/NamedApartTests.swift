import MusterCore
import Testing

@testable import MusterServer

/// Labels that mean one place each.
struct NamedApartTests {
    @Test func roomsOfTwoSchoolsWithOneNumberAreCalledByTheirSchoolToo() throws {
        func entry(_ id: String, _ label: String, in parent: String?, _ kind: PlaceKind) throws -> PlaceEntry
        {
            var entry = PlaceEntry()
            entry.place = try #require(PlaceID(id))
            entry.parent = try parent.map { try #require(PlaceID($0)) }
            (entry.label, entry.kind) = (label, kind)
            return entry
        }
        let places = try [
            entry("site", "Birch Hollow", in: nil, .site),
            entry("middle", "Birch Middle", in: "site", .building),
            entry("high", "Birch High", in: "site", .building),
            entry("a", "Room 101", in: "middle", .room), entry("b", "room 101", in: "high", .room),
            entry("c", "Room 102", in: "high", .room),
        ]
        let labels = places.namedApart.map(\.label)
        #expect(
            labels == [
                "Birch Hollow", "Birch Middle", "Birch High", "Room 101, Birch Middle",
                "room 101, Birch High",
                "Room 102",
            ])
    }
}
