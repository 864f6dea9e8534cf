import MusterCore
import Testing

@Suite("Names and numbers lie in the directory, and can be forgotten")
struct DirectoryTests {
    @Test("A directory reads back from its text; what is not in it is unknown")
    func directory() throws {
        var slice = DirectorySlice()
        slice.version = 3
        slice.card.site = School.id("site")
        slice.card.name = "Example High School"
        var person = PersonEntry()
        person.person = School.teacher
        person.name = "R. Example"
        slice.people.put(person)
        var place = PlaceEntry()
        place.place = School.roomA1
        place.label = "Room 1"
        slice.places.put(place)
        let read = try DirectorySlice.decoded(slice.encoded())
        #expect(read == slice)
        #expect(read.name(of: School.teacher) == "R. Example")
        #expect(read.name(of: School.nurse) == "Unknown person" && read.name(of: nil) == "Unknown person")
        #expect(read.label(of: School.roomA1) == "Room 1" && read.label(of: School.roomB1) == "b1")
    }

    @Test("A viewer reads back from its text")
    func viewer() throws {
        var viewer = Viewer()
        viewer.person = School.teacher
        viewer.device = School.id("dev")
        viewer.roles = [.staff]
        viewer.rooms = [School.roomA1]
        #expect(try Viewer.decoded(viewer.encoded()) == viewer)
    }

    @Test("An id is 1 to 16 of the allowed characters and sorts by them")
    func ids() {
        let fresh = PersonID(random: 0x1234_5678_9ABC_DEF0, 42)
        #expect(fresh.text.count == 16 && PersonID(fresh.text) == fresh && "\(fresh)" == fresh.text)
        for bad in ["", "UPPER", "é", "a b", "seventeen-letters"] { #expect(PersonID(bad) == nil) }
        #expect(
            School.person("a") < School.person("ab") && School.person("longer-than-8") < School.person("m"))
        #expect(Instant(milliseconds: .max) + .seconds(1) == Instant(milliseconds: .max))
        #expect(Instant(milliseconds: .max) - Instant(milliseconds: -1) == TimeSpan(milliseconds: .max))
    }
}

@Suite("A replica forgets what was erased and what is long over")
struct ReplicaTests {
    @Test("An erased text is gone from the timeline, in every slice")
    func erased() {
        let noted = Given().raised().noted("A name that should not be here.")
        let erased = noted.when(School.office, .eraseText(position: Int64(noted.records.count)))
        let replica = Slices.fold(erased.records, .command)
        #expect(!replica.timeline.contains { $0.text != nil } && replica.timeline.count > 4)
    }

    @Test("Records of incidents that the state dropped leave the timeline too")
    func pruned() {
        var school = Given()
        for _ in 0..<12 {
            school = school.jump(.minutes(70)).raised(nil, level: .assist).when(School.teacher) {
                .closeIncident($0)
            }
        }
        let replica = Slices.fold(school.records, .command)
        #expect(replica.state.incidents.rows.count == 8)
        #expect(
            replica.timeline.allSatisfy { record in
                record.event.incident.map { replica.state.incidents[$0] != nil } ?? true
            })
    }
}
