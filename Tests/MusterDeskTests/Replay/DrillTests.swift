import Foundation
import MusterCore
import MusterDesk
import MusterSimulation
import SameEverywhere
import Testing

@Suite("The demo drill")
struct DemoDrill {
    @Test("Every line is taken, and the drill is over at its end")
    func whole() async throws {
        let replay = try await DeskReplay(Scripts.drill(), until: 600)
        #expect(replay.refused.isEmpty)
        let state = await replay.site.desk.replica.state
        let incident = try #require(state.incidents[replay.incident])
        #expect(!incident.isOpen && incident.kind == .drill)
        #expect(incident.coordination.coordinator?.person.text == "outside")
        #expect(incident.coordination.former.map(\.text) == ["coordinator"])
        #expect(incident.scene?.agency == .police)
        #expect(RoomBoard(incident, in: state).rows.count == 8)
    }

    @Test("Two reports of one room stand side by side until somebody settles them")
    func conflict() async throws {
        for (seconds, conflict) in [(124, false), (126, true), (311, false)] as [(Int64, Bool)] {
            let replay = try await DeskReplay(Scripts.drill(), until: seconds)
            let state = await replay.site.desk.replica.state
            let row = state.incidents[replay.incident]?.rollCall.rooms.rows.first { $0.key.text == "room-3" }
            #expect(row?.hasConflict == conflict, "at \(seconds)")
        }
    }

    @Test(
        "SameEverywhere: its history folds to the same bytes in every slice, and is left for Node and Chromium"
    )
    func everywhere() async throws {
        let replay = try await DeskReplay(Scripts.drill(), until: 600)
        let rooms = try Scripts.drill().rosters.filter { !$0.staff.isEmpty }.map(\.room)
        let slices = [
            Slice.command, Slice(.responder), Slice(.staff), Slice(.staff, rooms: Array(rooms.prefix(1))),
            Slice(.staff, rooms: rooms),
        ]
        let whole = await replay.site.desk.replica
        for slice in slices {
            var folded = Replica(slice)
            for record in replay.records.compactMap({ $0.cut(for: slice) }) { folded.apply(record) }
            folded.position = whole.position
            #expect(folded.encoded() == whole.cut(for: slice).encoded())
        }
        try HistoryText.write(replay.records, slices: slices, as: "demo-drill")
        // A process draws its hash seed when it starts: this one has another.
        await #expect(processExitsWith: .success) { try Self.follow() }
    }

    private static func follow() throws {
        let file = try HistoryText.written().first { $0.lastPathComponent == "demo-drill.txt" }
        guard let file else { preconditionFailure("the drill was written") }
        let result = try HistoryText.follow(Data(contentsOf: file))
        precondition(result.different == nil, "the drill differs")
    }

    @Test("Whoever responds is relieved by the person off site, who was asked at once")
    func relieved() async throws {
        let replay = try await DeskReplay(Scripts.drill(), until: 220)
        let asked = replay.records(.coordinatorAsked).filter { replay.seconds($0) == 180 }
        #expect(asked.map(Scripts.asked) == [["outside"]])
        #expect(replay.records(.positionTaken).map(replay.seconds) == [15, 210])
    }
}
