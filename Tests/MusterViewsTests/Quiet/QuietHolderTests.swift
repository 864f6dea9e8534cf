import Foundation
import MusterCore
import Testing

@testable import MusterViews

/// The page of a holder who hides.
struct QuietHolderTests {
    @Test func handingToSomebodyOutsideIsTheFirstButton() {
        let text = QuietHolderPage.page(SampleSite.underWay().context()).text
        let buttons = text.components(separatedBy: "<button ").dropFirst()
        #expect(buttons.first?.contains("Hand to outside") == true)
        #expect(text.contains("name=\"to\" value=\"morgan\""))
    }

    @Test func itIsDarkAndMakesNeitherLightNorNoise() {
        let page = QuietHolderPage.page(SampleSite.underWay().context())
        #expect(page.look == .quiet)
        for words in ["<audio", "<video", "autoplay", "assertive", "vibrate", "tone-lockdown"] {
            #expect(!page.text.contains(words))
        }
    }

    @Test func itShowsThreeFacts() {
        let facts = QuietHolderPage.page(SampleSite.underWay().context()).region("facts")
        #expect(facts.count(of: "<dt>") == 3)
        #expect(facts.contains("118, 121"))
    }

    @Test func itIsForAHolderInALockedDownPlaceOnly() {
        let site = SampleSite.underWay()
        #expect(QuietHolderPage.isFor(site.context()))
        #expect(!QuietHolderPage.isFor(site.context(SampleSite.sam, [.staff])))
        #expect(!QuietHolderPage.isFor(SampleSite.replaced().context(SampleSite.morgan, [.line])))
        #expect(!QuietHolderPage.isFor(SampleSite.quietDay().context()))
    }

    @Test func theBoardsAddressLeadsThereUntilAnIncidentIsAskedFor() {
        let context = SampleSite.underWay().context()
        #expect(Pages.page(named: "/board", context: context)?.look == .quiet)
        #expect(Pages.page(named: "/board?incident=i1", context: context)?.look == .standard)
    }

    @Test func aDrillSaysSoFirstAndLastInTheDarkToo() {
        let text = QuietHolderPage.page(SampleSite.underWay(kind: .drill).context()).text
        #expect(text.count(of: "class=\"mode-band\"") == 2)
    }
}
