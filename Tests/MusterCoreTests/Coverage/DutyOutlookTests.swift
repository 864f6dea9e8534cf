import MusterCore
import Testing

@Suite("What a device knows of the hours to come is what the server would say at each of them")
struct DutyOutlookTests {
    /// Every quarter of an hour the outlook and the question that a raise asks give the same duty.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func sameAsTheRaise(seed: UInt64) throws {
        let site = RandomSite(seed: seed)
        var question = site.question
        question.unavailable = []
        question.period.to = min(question.period.to, question.period.from + .minutes(2 * 1440))
        let outlook = DutyOutlook(question.book, question.clock, question.period)
        let sent = try DutyOutlook.decoded(outlook.encoded())
        #expect(sent == outlook)
        var moment = question.period.from
        while moment < question.period.to {
            let told = sent.duty(at: moment, by: question.plan)
            let raised = question.duty(at: moment)
            #expect(told?.away == raised?.away, "\(moment.milliseconds)")
            #expect(told?.outside == raised?.outside)
            let members = question.plan.members(for: .schoolCoordinator, on: raised)
            #expect(question.plan.members(for: .schoolCoordinator, on: told) == members)
            moment = moment + .minutes(15)
        }
        #expect(outlook.duty(at: question.period.to, by: question.plan) == nil)
    }
}
