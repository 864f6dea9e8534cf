import MusterCore
import Testing

@Suite("Rule: nothing that one person sends makes the state grow without end")
struct BoundTests {
    private let late = TimeSpan.seconds(200)

    @Test("Whoever sends the same late alarm again has one report that waits, the newest")
    func lateRaises() {
        let first = Given().raised(late: late)
        let report = first.state.lateRaises.rows.first?.id ?? School.id("none")
        let again = (0..<5).reduce(first) { school, _ in
            school.jump(.seconds(1)).raised(late: late).then(.raiseLate)
        }
        #expect(again.state.lateRaises.rows.map { $0.receivedAt } == [again.now])
        again.when(School.principal, .dismissLateRaise(report)).refused(.unknownReport)
        // Another action, another place, another person: a report of its own, and of one person the newest few.
        let more = again.raised(.hold, late: late).raised(by: School.nurse, late: late)
        #expect(more.state.lateRaises.rows.count == 3)
        let places = School.rooms + [School.buildingA, School.buildingB]
        let many = places.reduce(more) { $0.jump(.seconds(1)).raised(at: [$1], late: late) }
        let own = many.state.lateRaises.rows.filter { $0.by == School.teacher }
        #expect(own.count == 4 && own.allSatisfy { places.suffix(4).contains($0.raise.places[0]) })
        #expect(many.state.lateRaises.rows.contains { $0.by == School.nurse })
    }

    @Test("Ids without end do not grow the state, nobody is refused, and whom a rule waits for is kept")
    func responding() {
        let school = Given().raised().seated().responding(School.principal)
        func flood(_ event: (PersonID, Source) -> CoordinationEvent) -> Given {
            school.recorded(
                (0..<Int64(600)).map { number in
                    let source = school.seen(ago: .seconds(20 - number / 60))
                    return .coordination(event(PersonID("x", number), source))
                })
        }
        let busy = flood { .respondingReported($0, source: $1, text: nil) }
        #expect(busy.state.responding.rows.count <= 501)
        #expect(busy.state.responding[School.principal] != nil)
        #expect(busy.state.responding[PersonID("x", 599)] != nil)
        #expect(busy.state.responding[PersonID("x", 0)] == nil, "the one seen longest ago gave way")
        busy.responding(School.nurse).then(.respondingReported).expect {
            $0.state.responding[School.nurse] != nil && $0.kept == nil
        }
        busy.responding(School.deputy).expect { $0.state.responding[School.deputy] != nil }
        let free = flood { .respondingEnded($0, source: $1) }
        #expect(free.state.handsFree.rows.count <= 500)
    }

    @Test("A text and the numbers of a report have bounds, whatever its characters are made of")
    func texts() {
        // One letter with thousands of accents is one character.
        let tall = "a" + String(repeating: "\u{301}", count: 60_000)
        let school = Given().raised().seated()
        let noted = school.when(School.principal) {
            .writeNote($0, position: nil, corrects: nil, source: school.seen(), text: tall)
        }
        #expect(noted.records.last?.text?.unicodeScalars.count == 4_000)
        school.when(School.principal) { .sendCorrection($0, text: tall) }.refused(.textTooLong)
        let claim = RoomClaim(.exceptions, missing: .max, extra: -1, injured: .max, source: school.seen())
        let report = school.when(School.teacher) { .reportRoom($0, room: School.roomA1, claim: claim) }
            .it.rollCall.rooms[School.roomA1]?.current
        #expect(report?.missing == 9_999 && report?.extra == 0 && report?.injured == 9_999)
    }

    @Test("A place that is named a thousand times is one place")
    func places() {
        let rooms = [School.roomA2, School.roomA1]
        let many = (0..<1500).flatMap { _ in rooms }
        let school = Given().raised(.hold, at: many).expect { $0.it.places == rooms }.seated()
        #expect(setPlaces(school) == [rooms])
        let set = school.set(.evacuate, at: many)
        #expect(setPlaces(set) == [rooms, rooms])
        let ended = set.ended(.coordinator, at: many)
        guard case .incident(.actionEnded(_, let places, _))? = ended.records.last?.event else {
            Issue.record("the action did not end")
            return
        }
        #expect(places == rooms)
        Given().raised(late: late).raised(at: many, late: late)
            .expect { $0.state.lateRaises.rows.last?.raise.places == rooms }
    }

    /// The places of each action that was set.
    private func setPlaces(_ school: Given) -> [[PlaceID]] {
        school.records.compactMap { record in
            guard case .incident(.actionSet(_, let places, _, _, _)) = record.event else { return nil }
            return places
        }
    }
}
