import MusterCore
import Testing

/// Who holds everything because of what is going on.
struct SliceClaimsTests {
    private func slice(_ person: PersonID, _ given: Given) -> Slice? {
        SliceClaims(given.state, at: given.now).slice(
            of: person, School.roles(of: person).filter { $0 != .line }, rooms: [])
    }

    @Test("Line and outside duty of the plan hold the command slice, whatever their role")
    func lineAndDuty() {
        for person in [School.principal, School.county, School.duty] {
            #expect(slice(person, Given()) == .command)
        }
        #expect(slice(School.teacher, Given()) == Slice(.staff))
        #expect(slice(School.nurse, Given()) == Slice(.responder))
    }

    @Test("An offer and a seat give the command slice, a refusal and the end take it back")
    func offersAndSeats() {
        let offered = Given().raised().seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
        #expect(slice(School.nurse, offered) == .command)
        #expect(
            slice(School.nurse, offered.when(School.nurse) { .declineOffer($0, .liaison) })
                == Slice(.responder))
        let seated = offered.when(School.nurse) { .acceptPosition($0, .liaison) }
        #expect(slice(School.nurse, seated) == .command)
    }

    @Test("Whoever took the seat holds the command slice until it cannot be reopened")
    func nobodyOnTheLine() {
        let empty = Given(School.plan { ($0.line, $0.outsideDuty) = ([], nil) })
        let seated = empty.raised(nil, level: .medical).seated(School.neighbour)
        #expect(slice(School.neighbour, seated) == .command)
        let closed = seated.when(School.neighbour) { .closeIncident($0) }
        #expect(slice(School.neighbour, closed) == .command)
        #expect(slice(School.neighbour, closed.after(.minutes(61))) == Slice(.staff))
    }

    @Test("An agency gets nothing more by an offer, and nothing without an incident")
    func agencies() {
        #expect(slice(School.police, Given()) == nil)
        let offered = Given().raised().seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.police) }
        let open = offered.state.incidents.rows.map { $0.id }
        #expect(slice(School.police, offered) == Slice(.responder, incidents: open))
    }
}
