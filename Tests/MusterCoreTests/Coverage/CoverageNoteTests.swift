import MusterCore
import Testing

@Suite("Coverage: what is accepted is accepted for what it was, and not for ever")
struct CoverageNoteTests {
    private let school = DutySchool.rural.with {
        $0.book.absences = [
            Absence(DutySchool.secretary, Stretch(from: $0.at(1, 0), to: $0.at(2, 0))),
            Absence(DutySchool.district, Stretch(from: $0.at(1, 12), to: $0.at(1, 24))),
        ]
    }

    private func note(_ finding: CoverageFinding) -> CoverageNote {
        var note = CoverageNote()
        note.accept(
            finding, because: "the county is on the telephone", on: school.clock, by: DutySchool.principal,
            at: school.at(0, 9))
        return note
    }

    private func standing(_ note: CoverageNote, _ finding: CoverageFinding, day: Int32 = 0) -> NoteStanding {
        note.standing(of: finding, on: school.clock, at: school.at(day, 10))
    }

    @Test("The same hours of a later week are accepted, more hours of the week are open again")
    func hours() throws {
        let finding = try #require(school.finding(.oneDeep))
        let note = note(finding)
        #expect(note.hours == [WeekHours(1440 + 720, 1440 + 900)])
        var later = finding
        later.when = [Stretch(from: school.at(8, 12), to: school.at(8, 15))]
        #expect(standing(note, later) == .accepted)
        later.when = [Stretch(from: school.at(8, 12, 30), to: school.at(8, 14))]
        #expect(standing(note, later) == .accepted)
        later.when.append(Stretch(from: school.at(9, 12), to: school.at(9, 13)))
        #expect(standing(note, later) == .outgrown)
        later.when = [Stretch(from: school.at(8, 11, 59), to: school.at(8, 15))]
        #expect(standing(note, later) == .outgrown)
    }

    @Test("What is graver is another finding, which nobody accepted")
    func graver() throws {
        let finding = try #require(school.finding(.oneDeep))
        var hit = finding.hit
        hit.gap = .nobody
        #expect(hit.name != note(finding).finding)
    }

    @Test("An acceptance is over after 180 days, an old note's too; a note that only assigns accepts nothing")
    func expiry() throws {
        let finding = try #require(school.finding(.oneDeep))
        #expect(standing(note(finding), finding, day: 179) == .accepted)
        #expect(standing(note(finding), finding, day: 181) == .expired)
        let text =
            #"{"finding":"\#(finding.hit.name)","accepted":"rural","by":"principal","at":\#(school.at(0, 9).milliseconds)}"#
        let old = try CoverageNote.decoded(Array(text.utf8))
        #expect(old.hours == nil)
        #expect(standing(old, finding, day: 179) == .accepted)
        #expect(standing(old, finding, day: 181) == .expired)
        var late = old
        late.assign(DutySchool.secretary, by: DutySchool.principal, at: school.at(100, 9))
        #expect(standing(late, finding, day: 181) == .expired)
        var assigned = CoverageNote()
        assigned.assign(DutySchool.principal, by: DutySchool.principal, at: school.at(0, 9))
        #expect(standing(assigned, finding) == .open)
        #expect(try CoverageNote.decoded(note(finding).encoded()) == note(finding))
    }

    @Test("Hours over the end of the week, overlapping and of a whole week")
    func week() {
        let clock = school.clock
        let night = Stretch(from: school.at(6, 23), to: school.at(7, 1))
        #expect(clock.week(of: [night]) == [WeekHours(0, 60), WeekHours(10_020, 10_080)])
        let two = [
            Stretch(from: school.at(0, 8), to: school.at(0, 10)),
            Stretch(from: school.at(7, 9), to: school.at(7, 11)),
        ]
        #expect(clock.week(of: two) == [WeekHours(480, 660)])
        #expect(clock.week(of: [school.question.period]) == [WeekHours(0, 10_080)])
    }
}
