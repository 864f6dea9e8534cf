import MusterCore
import Testing

@Suite("Rule: unknown is unknown, the radio counts, and nothing observed is refused")
struct ObservationTests {
    @Test("An observation on an unknown or closed incident or room is kept")
    func neverRefused() {
        let closed = Given().raised().when(School.teacher) { .cancelRaise($0) }
        let source = closed.seen()
        let never: IncidentID = School.id("never")
        for id in [never, closed.incident] {
            closed.when(School.student, .recordCleared(id, room: School.roomA1, source: source)).then(
                .roomCleared)
            closed.when(School.student, .confirmAudible(id, source: source)).then(.audibleConfirmed)
            closed.when(School.student, .recordCall911(id, ended: false, source: source)).then(
                .call911Recorded)
            closed.when(School.student, .reportAlone(id, School.student, source: source)).then(.aloneReported)
            closed.when(
                School.student,
                .reportRoom(id, room: School.roomA1, claim: RoomClaim(.allHere, source: source))
            )
            .then(.roomReported)
            closed.when(
                School.student, .writeNote(id, position: nil, corrects: nil, source: source, text: "seen")
            ).then(.noteWritten)
            closed.when(
                School.student,
                .recordSceneCommand(
                    id, .fire, unified: true, since: source.observedAt, source: source, text: nil)
            ).then(.sceneCommandRecorded)
        }
        Given().raised().reported(School.place("nowhere"), .needsHelp).then(.roomReported)
            .expect("kept in the log, no row on the board") { $0.standing(School.place("nowhere")) == nil }
    }

    @Test("A room on the roster is heard although the list of places lacks it")
    func rosterRoom() {
        let annexe = School.place("annexe")
        Given(roster: [RoomRoster(annexe, expected: 12)]).raised().reported(annexe, .needsHelp)
            .expect { $0.standing(annexe) == .needsHelp }
    }

    @Test("Said by radio and entered by the office, it counts as the room's own voice")
    func proxy() {
        let school = Given().raised()
        let radio = school.seen(.radio, from: School.roomA1, by: School.teacher)
        school.reported(School.roomA1, .exceptions, by: School.office, missing: 1, source: radio)
            .expect { $0.it.rollCall.rooms[School.roomA1]?.current?.by == School.office }
            // The same voice, now by its own device: one claim, the later one.
            .reported(School.roomA1, .allHere)
            .expect { $0.standing(School.roomA1) == .allHere }
            .expect { $0.it.rollCall.rooms[School.roomA1]?.reports.count == 1 }
        // Unknown voices by the same channel and room are one voice; by another channel another.
        school.reported(
            School.roomA2, .allHere, by: School.office, source: school.seen(.radio, from: School.roomA2)
        )
        .reported(
            School.roomA2, .needsHelp, by: School.office, source: school.seen(.radio, from: School.roomA2)
        )
        .expect { $0.it.rollCall.rooms[School.roomA2]?.reports.count == 1 }
        .reported(
            School.roomA2, .allHere, by: School.office, source: school.seen(.phone, from: School.roomA2)
        )
        .expect { $0.it.rollCall.rooms[School.roomA2]?.reports.count == 2 }
    }

    @Test("Two unknown voices on the radio are not one: a call for help is not overwritten")
    func unknownVoices() {
        let school = Given().raised()
        let help = school.seen(.radio)
        let called = school.reported(School.roomA1, .needsHelp, by: School.nurse, source: help)
            .after(.seconds(5))
        let fine = called.seen(.radio)
        called.reported(School.roomA1, .allHere, by: School.office, source: fine)
            .expect { $0.it.rollCall.rooms[School.roomA1]?.reports.count == 2 }
    }

    @Test("Two claims are both kept until somebody settles it")
    func conflict() {
        let differ = Given().raised(.hold).seated().reported(School.roomA1, .allHere)
            .reported(School.roomA1, .exceptions, by: School.neighbour, missing: 2)
        #expect(differ.standing(School.roomA1) == .conflict)
        let reports = differ.it.rollCall.rooms[School.roomA1]?.reports ?? []
        #expect(reports.count == 2)
        // A sign of life hides neither.
        differ.reported(School.roomA1, .heardFrom, by: School.nurse).expect {
            $0.standing(School.roomA1) == .conflict
        }
        differ.when(School.principal) { .settleRoom($0, room: School.roomA1, report: reports[0].id) }
            .then(.roomSettled).expect { $0.standing(School.roomA1) == .allHere }
            .expect { $0.it.rollCall.rooms[School.roomA1]?.reports.count == 2 }
            .reported(School.roomA1, .needsHelp, by: School.nurse).expect {
                $0.standing(School.roomA1) == .needsHelp
            }
    }

    @Test("A sign of life never takes the place of a report")
    func heardFrom() {
        Given().raised(.hold).expect { $0.standing(School.roomA1) == .noReport }
            .reported(School.roomA1, .heardFrom).expect { $0.standing(School.roomA1) == .heardFrom }
            .reported(School.roomA1, .exceptions, missing: 1).reported(School.roomA1, .heardFrom)
            .expect { $0.standing(School.roomA1) == .exceptions }
            .reported(School.roomA1, .allHere).expect { $0.standing(School.roomA1) == .allHere }
            .expect { $0.it.rollCall.rooms[School.roomA1]?.reports.count == 1 }
    }

    @Test("An offline report that comes after a newer one of the same voice is older news")
    func offline() {
        let school = Given().raised(.hold).jump(.minutes(9)).reported(School.roomA1, .allHere)
        let source = school.seen(ago: .minutes(5))
        school.reported(School.roomA1, .needsHelp, source: source).then(.roomReported)
            .expect { $0.standing(School.roomA1) == .allHere }
        school.reported(School.roomA1, .exceptions, by: School.neighbour, injured: 1, source: source)
            .expect { $0.it.rollCall.rooms[School.roomA1]?.reports.first?.by == School.neighbour }
    }

    @Test("Every fact has its source and its age")
    func sourced() {
        let school = Given().raised().jump(.minutes(2))
        let report = school.reported(School.roomA1, .allHere, source: school.seen(.radio, ago: .minutes(1)))
            .it.rollCall.rooms[School.roomA1]?.current
        #expect(report?.source.channel == .radio && report?.receivedAt == school.now)
        #expect(report.map { school.now - $0.source.observedAt } == .minutes(1))
    }

    @Test("Counts that cannot be true are not kept, and long texts are cut, not refused")
    func bounds() {
        Given().raised().reported(School.roomA1, .exceptions, missing: -3)
            .expect { $0.it.rollCall.rooms[School.roomA1]?.current?.missing == 0 }
            .noted(String(repeating: "a", count: 5000)).then(.noteWritten)
            .expect { $0.records.last?.text?.count == 4000 }
    }

    @Test("A correction adds, it never overwrites")
    func corrections() {
        let noted = Given().raised().noted("Two hurt in the gym.")
        let first = noted.it.notes.rows[0]
        noted.noted("One hurt in the gym.", corrects: first.id)
            .expect { $0.it.notes.rows.count == 2 && $0.it.notes.rows.last?.corrects == first.id }
            .expect { $0.records.contains { $0.text == "Two hurt in the gym." } }
            .when(School.office, .eraseText(position: first.position)).then(.textErased)
            .when(School.office, .eraseText(position: 999)).refused(.nothingErasable)
            .when(School.teacher, .eraseText(position: first.position)).refused(.notAllowed(.administer))
    }

    @Test("A room that was recorded as cleared by mistake is locked again, and both entries stay")
    func notCleared() {
        let cleared = Given().after(.minutes(30)).raised().seated().cleared(School.roomA1).jump(.minutes(5))
        let source = cleared.seen(.radio), late = cleared.seen(ago: .minutes(9))
        let corrected = cleared.when(School.student) {
            .recordNotCleared($0, room: School.roomA1, source: source)
        }.then(.roomNotCleared)
        #expect(corrected.it.isLockedDown(School.roomA1, in: School.tree))
        #expect(corrected.records.contains { $0.event.wireCase == .roomCleared })
        cleared.when(School.nurse) { .recordNotCleared($0, room: School.roomA1, source: late) }
            .then(.roomNotCleared).expect("it was seen before it was opened") {
                $0.standing(School.roomA1) == .cleared
            }
        corrected.cleared(School.roomA1).expect { $0.standing(School.roomA1) == .cleared }
    }

    @Test("Scene command that was recorded by mistake is withdrawn by who coordinates")
    func noScene() {
        let school = Given().raised().seated().policeCommand()
        school.when(School.teacher) { .withdrawSceneCommand($0) }.refused(.notAllowed(.correct))
        school.when(School.principal, late: .seconds(121)) { .withdrawSceneCommand($0) }.refused(.tooLate)
        let none = school.when(School.principal) { .withdrawSceneCommand($0) }.then(.sceneCommandWithdrawn)
        #expect(none.it.scene == nil)
        none.when(School.teacher) { .claimMistake($0) }.then(.mistakeClaimed)
        none.when(School.principal) { .withdrawSceneCommand($0) }.refused(.unknownReport)
        none.policeCommand().expect { $0.it.scene?.agency == .police }
    }

    @Test("Nobody signs a note for a position that is somebody else's; the note is kept")
    func position() {
        let school = Given().raised().seated()
        func signed(_ person: PersonID, _ position: Position) -> Position? {
            let noted = school.when(person) {
                .writeNote($0, position: position, corrects: nil, source: school.seen(), text: "Seen.")
            }.then(.noteWritten)
            guard case .journal(.noteWritten(_, _, let position, _, _, _))? = noted.records.last?.event else {
                return nil
            }
            return position
        }
        #expect(signed(School.principal, .schoolCoordinator) == .schoolCoordinator)
        #expect(signed(School.teacher, .schoolCoordinator) == nil)
        #expect(signed(School.principal, .liaison) == nil)
    }

    @Test("A record of the desk itself leaves a state that can be written")
    func author() throws {
        let school = Given().recorded(
            [
                .incident(
                    .raised(School.id("i"), Raise(.hold, at: [School.site], source: Source(at: .zero)))),
                .incident(.actionSet(School.id("i"), places: [School.site], action: .hold, hazard: nil)),
                .incident(.mistakeClaimed(School.id("i"))), .incident(.closed(School.id("i"), .over)),
                .coordination(.availabilitySet(School.deputy, available: false)),
            ], by: School.timer)
        #expect(try SiteState.decoded(school.state.encoded()) == school.state)
    }

    @Test("Whoever saw what changes nothing any more reads so; whoever is heard does not", arguments: 0..<7)
    func changesNothing(index: Int) {
        let school = Given().after(.minutes(30)).raised().seated().jump(.minutes(20))
            .cleared(School.roomA1).policeCommand().reported(School.roomB1, .allHere)
            .responding(School.nurse).when(School.office) {
                .recordCall911($0, ended: false, source: Source(at: Instant(milliseconds: 1_900_000_000_000)))
            }
        let now = school.seen(), old = school.seen(ago: .minutes(9))
        let id = school.incident
        func facts(_ source: Source) -> [Command] {
            [
                .recordNotCleared(id, room: School.roomA1, source: source),
                .reportRoom(id, room: School.roomB1, claim: RoomClaim(.needsHelp, source: source)),
                .reportHandsFree(School.nurse, source: source),
            ]
        }
        let never: [Command] = [
            .recordCleared(id, room: School.buildingA, source: now),
            .reportRoom(id, room: School.place("nowhere"), claim: RoomClaim(.allHere, source: now)),
            .recordCall911(id, ended: true, source: now),
            .recordCleared(School.id("never"), room: School.roomA1, source: now),
        ]
        if index < 3 {
            #expect(school.when(School.teacher, facts(old)[index]).kept == .late)
            #expect(school.when(School.teacher, facts(now)[index]).kept == nil)
        } else {
            #expect(school.when(School.teacher, never[index - 3]).kept == .late)
        }
    }

    @Test("Late news of scene command does not overturn newer news")
    func scene() {
        let unified = Given().after(.minutes(30)).raised().policeCommand()
        let source = unified.seen(ago: .minutes(10))
        unified.when(School.teacher) {
            .recordSceneCommand(
                $0, .fire, unified: false, since: source.observedAt, source: source,
                text: "The engine is here.")
        }.then(.sceneCommandRecorded).expect { $0.it.scene?.agency == .police }
    }
}
