import MusterCore
import Testing

@testable import MusterViews

struct PageTests {
    @Test(arguments: [(Mode.drill, "DRILL"), (.exercise, "EXERCISE"), (.test, "TEST")])
    func drillIsDrillFirstAndLastOnEveryPage(mode: Mode, word: String) {
        for page in [
            SamplePages.staffLockdown(mode), SamplePages.board(mode), SamplePages.responder(mode),
            SamplePages.lockedDownHolder(mode),
        ] {
            #expect(page.documentTitle.hasPrefix(word) && page.documentTitle.hasSuffix(word))
            let words = visibleText(of: page)
            #expect(words.contains("Skip to the main part" + word))
            #expect(words.hasSuffix(String(describing: mode.sentence)))
            #expect(page.allRegions.last?.html.string.contains(word) == true)
        }
    }

    @Test func noTwoModesLookOrReadAlike() {
        let documents = Mode.allCases.map { mode in
            SamplePages.staffLockdown(mode).document()
        }
        for (index, one) in documents.enumerated() {
            for other in documents[(index + 1)...] { #expect(one != other) }
        }
        #expect(Set(Mode.allCases.map { "\($0.name)" }).count == Mode.allCases.count)
    }

    @Test func everyPageShowsTheAgeOfWhatItShows() {
        let page = SamplePages.staffLockdown(.live, connection: .offline(asOf: SamplePages.ago(94)))
        let words = visibleText(of: page)
        #expect(words.contains("As of 08:01:38 · 1 min ago"))
        #expect(words.contains("No network"))
        #expect(words.contains("Muster does not replace 911 or audible alarms."))
    }

    @Test func theFormTokenStandsInEveryFormOnTheServerOnly() {
        let page = SamplePages.raise(.everyday)
        let served = String(decoding: page.document(token: "s3cret"), as: UTF8.self)
        let forms = served.components(of: "<form ") - 1
        #expect(forms == 3)
        #expect(served.components(of: "name=\"token\" value=\"s3cret\"") - 1 == forms)
        #expect(!page.changes(since: nil)[0].text.contains("s3cret"))
    }

    @Test func onlyTheRoomThatReportedIsRedrawn() {
        let before = SamplePages.board(.live, rooms: 400)
        let after = SamplePages.board(.live, rooms: 400, changed: 3)
        let changes = after.changes(since: before)
        // The tally changes with the tile and stands around the tiles, so a board keeps it in a region apart.
        #expect(changes.map(\.key) == ["tally", "room-3"])
        #expect(changes.last?.text.contains("All here") == true)
    }

    @Test func timePassingRedrawsNothing() {
        let before = SamplePages.board(.live)
        let later = PageClock(now: SamplePages.clock.now + .seconds(45), utcOffsetMinutes: -360)
        #expect(SamplePages.board(.live, clock: later).changes(since: before).isEmpty)
    }

    @Test func aRegionThatCameOrWentRedrawsThePage() {
        let before = SamplePages.staffLockdown(.live)
        let after = SamplePages.responder(.live)
        #expect(after.changes(since: before).map(\.key) == ["page"])
        #expect(before.changes(since: nil).map(\.key) == ["page"])
        #expect(before.changes(since: before).isEmpty)
    }

    @Test func aDrillThatBecomesActualIsOneChangeOfEverything() {
        let changes = SamplePages.staffLockdown(.live).changes(since: SamplePages.staffLockdown(.drill))
        #expect(changes.map(\.key) == ["page"])
        #expect(
            changes[0].text.hasPrefix(
                "<div id=\"page\" data-region=\"page\" data-mode=\"live\" data-incident>"))
        #expect(!changes[0].text.contains("DRILL"))
        // An element without any content would be left as it was, with its old band.
        #expect(changes[0].text.contains("data-region=\"mode-last\"><!-- --></div>"))
    }

    @Test func theTickRedrawsOnlyWhatRuns() {
        let before = SamplePages.board(.live)
        let later = PageClock(now: SamplePages.clock.now + .seconds(1), utcOffsetMinutes: -360)
        let keys = SamplePages.board(.live, clock: later).changes(since: before, withClocks: true).map(\.key)
        #expect(keys.contains("strips") && keys.contains("deadlines") && keys.contains("room-1"))
        #expect(!keys.contains("timeline") && !keys.contains("rooms") && !keys.contains("room-6"))
    }

    @Test func keysAndIdsAreUniqueOnEveryPage() {
        for (name, page) in GalleryTests.pages {
            let keys = page.document().keys
            #expect(Set(keys).count == keys.count, "\(name)")
            let ids = String(decoding: page.document(), as: UTF8.self).split(separator: " id=\"").dropFirst()
                .map { $0.prefix(while: { $0 != "\"" }) }
            #expect(Set(ids).count == ids.count, "\(name)")
        }
    }

    private func visibleText(of page: Page) -> String {
        var text = ""
        var isTag = false
        let document = String(decoding: page.document(), as: UTF8.self)
        for character in document.drop(while: { $0 != "<" }) {
            if character == "<" { isTag = true }
            if !isTag { text.append(character) }
            if character == ">" { isTag = false }
        }
        return text
    }
}

extension RegionChange {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension [UInt8] {
    /// The values of `data-region`, in order.
    var keys: [String] {
        let parts = String(decoding: self, as: UTF8.self).split(separator: "data-region=\"").dropFirst()
        return parts.map { String($0.prefix(while: { $0 != "\"" })) }
    }
}

extension String {
    /// In how many parts a separator cuts the string.
    func components(of separator: String) -> Int {
        split(separator: separator, omittingEmptySubsequences: false).count
    }
}
