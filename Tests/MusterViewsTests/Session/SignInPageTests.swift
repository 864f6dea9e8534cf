import MusterCore
import Testing

@testable import MusterViews

/// Signing a device in.
struct SignInPageTests {
    private let clock = SampleRoster.clock

    @Test(arguments: [
        SignInReason.noSession, .linkUsed, .linkExpired, .linkUnknown, .sessionExpired, .sessionRevoked,
        .signedOut,
    ])
    func everyReasonSaysWhatToDoAndWhatToDoIfItCannotWait(_ reason: SignInReason) {
        let text = SignInPage.page(reason, organization: "Cedar Hill", clock: clock).text
        #expect(text.contains("Get a sign-in link"))
        #expect(text.contains("If it cannot wait"))
        #expect(text.contains("href=\"tel:911\""))
        #expect(text.count(of: "button-primary") == 1)
    }

    @Test func lookingAtALinkDoesNotUseItUp() {
        let offer = EnrolmentOffer(
            token: "3f9a", name: "<Alma>", title: "", site: "Cedar Hill", roles: [.staff],
            expires: SampleSite.now + .seconds(60))
        let text = EnrolmentPage.page(offer, clock: clock).text
        #expect(text.contains("<form method=\"post\" class=\"act\" action=\"/enrol/3f9a\">"))
        #expect(text.contains("&lt;Alma&gt;"))
        #expect(text.contains("30 days"))
        #expect(text.contains("On a shared computer"))
    }

    @Test func whoeverTakesTheDeviceFromAnotherSiteIsTold() {
        var offer = EnrolmentOffer(
            token: "3f9a", name: "Dana", title: "", site: "Birch Hollow", roles: [.line],
            expires: SampleSite.now + .seconds(60))
        #expect(!EnrolmentPage.page(offer, clock: clock).text.contains("This device follows"))
        offer.leaves = "Alder Creek"
        let text = EnrolmentPage.page(offer, clock: clock).text
        #expect(text.contains("This device follows Alder Creek"))
        #expect(text.contains("alarms of Alder Creek no longer reach it"))
    }

    @Test func aFollowedPageIsAskedForAgainWithoutScripts() {
        let page = School().staffPage()
        let board = BoardPage.page(SampleSite.underWay().context())
        let refresh = "<noscript><meta http-equiv=\"refresh\""
        #expect(String(decoding: page.document(place: [.data("site", "s")]), as: UTF8.self).contains(refresh))
        #expect(!String(decoding: page.document(), as: UTF8.self).contains(refresh))
        // Where somebody types a note, nothing takes the words away; a link loads the page anew.
        let typed = String(decoding: board.document(place: [.data("site", "s")]), as: UTF8.self)
        #expect(!typed.contains(refresh) && typed.contains("Load it anew"))
    }

    @Test func theFormTokenIsInEveryPlainForm() {
        let page = SignInPage.page(.noSession, organization: "Cedar Hill", clock: clock)
        let text = String(decoding: page.document(token: "tok"), as: UTF8.self)
        #expect(text.count(of: "name=\"token\" value=\"tok\"") == text.count(of: "<form "))
    }
}
