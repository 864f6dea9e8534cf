import MusterCore
import MusterLog
import MusterSQLite
import Testing

/// What every adapter of the duty data keeps.
struct DutyContractTests {
    private let oak: SiteID = id("oak")
    private let elm: SiteID = id("elm")
    private let dara: PersonID = id("dara")
    private let edda: PersonID = id("edda")

    private func hours(_ name: String, of person: PersonID, origin: String = "page") -> DutyRow {
        DutyRow(id(name), .hours(WorkingHours(person, Recurrence(450, to: 930))), origin: origin)
    }

    private var evening: DutyRow {
        let when = Stretch(from: Instant(milliseconds: 1000), to: Instant(milliseconds: 9000))
        return DutyRow(
            id("evening"), .event(SiteEvent("Concert", when, people: [dara, edda])), origin: "page")
    }

    @Test(arguments: DutyFixture.all)
    func whatIsPutInComesBackSorted(fixture: DutyFixture) async throws {
        let folder = try TestFolder()
        let directory = try fixture.make(folder)
        #expect(try await directory.duty(of: oak).isEmpty)
        try await directory.putDuty([hours("b", of: edda), hours("a", of: dara), evening], at: oak)
        #expect(try await directory.duty(of: oak) == [hours("a", of: dara), hours("b", of: edda), evening])
        let changed = DutyRow(
            id("a"), .hours(WorkingHours(dara, Recurrence(480, to: 900), onSite: false)), origin: "page")
        try await directory.putDuty([changed], at: oak)
        #expect(try await directory.duty(of: oak) == [changed, hours("b", of: edda), evening])
    }

    @Test(arguments: DutyFixture.all)
    func anotherSiteNeitherSeesNorTouchesIt(fixture: DutyFixture) async throws {
        let folder = try TestFolder()
        let directory = try fixture.make(folder)
        try await directory.putDuty([hours("a", of: dara)], at: oak)
        try await directory.putDuty([hours("a", of: edda)], at: elm)
        try await directory.removeDuty([id("a"), id("none")], at: elm)
        #expect(try await directory.duty(of: elm).isEmpty)
        #expect(try await directory.duty(of: oak) == [hours("a", of: dara)])
        try await directory.replaceDuty(from: ["page"], with: [], at: elm)
        #expect(try await directory.duty(of: oak) == [hours("a", of: dara)])
    }

    @Test(arguments: DutyFixture.all)
    func anImportReplacesWhatCameFromTheSameFileOnly(fixture: DutyFixture) async throws {
        let folder = try TestFolder()
        let directory = try fixture.make(folder)
        try await directory.putDuty(
            [
                hours("a", of: dara), hours("b", of: dara, origin: "csv:hours.csv"),
                hours("c", of: dara, origin: "csv:other.csv"),
            ], at: oak)
        let fresh = hours("d", of: edda, origin: "csv:hours.csv")
        try await directory.replaceDuty(from: ["csv:hours.csv"], with: [fresh], at: oak)
        #expect(try await directory.duty(of: oak).map(\.id) == [id("a"), id("c"), id("d")])
    }

    @Test(arguments: DutyFixture.all)
    func aPersonIsForgottenAtEverySiteAndEventsStay(fixture: DutyFixture) async throws {
        let folder = try TestFolder()
        let directory = try fixture.make(folder)
        let stand = DutyRow(
            id("stand"),
            .substitute(
                Substitute(
                    dara, for: edda, from: CivilDay(number: 20_000), to: CivilDay(number: 20_001),
                    inLine: true)), origin: "page")
        try await directory.putDuty(
            [hours("a", of: dara), hours("b", of: edda), evening, stand], at: oak)
        try await directory.putDuty([hours("a", of: dara)], at: elm)
        try await directory.forgetDuty(of: dara)
        let left = try await directory.duty(of: oak)
        #expect(left.map(\.id) == [id("b"), id("evening")])
        #expect(left.allSatisfy { !$0.entry.people.contains(dara) })
        #expect(try await directory.duty(of: elm).isEmpty)
        // A person who comes back begins with nothing, and is forgotten once more.
        try await directory.putDuty([hours("z", of: dara)], at: oak)
        try await directory.forgetDuty(of: dara)
        #expect(try await directory.duty(of: oak).map(\.id) == [id("b"), id("evening")])
    }

    @Test(arguments: DutyFixture.all)
    func aSiteHasOneZone(fixture: DutyFixture) async throws {
        let folder = try TestFolder()
        let directory = try fixture.make(folder)
        #expect(try await directory.zone(of: oak) == nil)
        #expect(try await directory.siteZone(of: oak) == .server)
        try await directory.setZone("America/Denver", of: oak, moved: [])
        #expect(try await directory.siteZone(of: oak).name == "America/Denver")
        #expect(try await directory.zone(of: elm) == nil)
        try await directory.setZone(nil, of: oak, moved: [])
        #expect(try await directory.zone(of: oak) == nil)
    }

    @Test(arguments: DutyFixture.all)
    func whatIsSentTwiceAtOnceIsOneRow(fixture: DutyFixture) async throws {
        let folder = try TestFolder()
        let directory = try fixture.make(folder)
        try await directory.putDuty([hours("a", of: dara)], at: oak)
        try await directory.putDuty([hours("b", of: dara)], at: oak)
        #expect(try await directory.duty(of: oak).map { $0.id.text } == ["a"])
        try await directory.putDuty([hours("a", of: dara)], at: oak)
        try await directory.putDuty([hours("b", of: dara)], at: elm)
        #expect(try await directory.duty(of: oak).count == 1)
        #expect(try await directory.duty(of: elm).count == 1)
    }

    @Test func everyChangeMakesBooksBeReadAgain() async throws {
        let folder = try TestFolder()
        let directory = try DirectoryDatabase(path: folder.file("directory.sqlite"))
        var last = try await directory.version()
        func hasRisen() async throws -> Bool {
            let now = try await directory.version()
            defer { last = now }
            return now > last
        }
        try await directory.putDuty([hours("a", of: dara)], at: oak)
        #expect(try await hasRisen())
        try await directory.replaceDuty(from: ["csv"], with: [], at: oak)
        #expect(try await hasRisen())
        try await directory.setZone("America/Denver", of: oak, moved: [])
        #expect(try await hasRisen())
        try await directory.forgetDuty(of: dara)
        #expect(try await hasRisen())
        try await directory.removeDuty([id("a")], at: oak)
        #expect(try await hasRisen())
    }
}
