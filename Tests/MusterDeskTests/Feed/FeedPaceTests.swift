import MusterDesk
import Testing

@Suite("A feed's pace")
struct FeedPaceTests {
    @Test("is as fast as can be for a round, and leaves time for others when rounds follow each other")
    func restsAfterARound() {
        var limits = FeedLimits()
        limits.rest = 20
        limits.restDivisor = 2
        var pace = FeedPace(limits: limits)
        #expect(pace.rest(after: 256, microseconds: 2_000, subscribers: 512) == 20)
        #expect(pace.rest(after: 256, microseconds: 2_000, subscribers: 512) == 20)
        #expect(pace.rest(after: 256, microseconds: 2_000, subscribers: 512) == 1_000)
        #expect(pace.rest(after: 1, microseconds: 10, subscribers: 512) == 20)
        pace.idle()
        #expect(pace.rest(after: 256, microseconds: 2_000, subscribers: 512) == 20)
    }
}
