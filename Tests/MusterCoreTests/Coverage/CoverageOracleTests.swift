import CoverageOracle
import MusterCore
import Testing

@Suite("Coverage: every minute is judged as a look at that minute judges it")
struct CoverageOracleTests {
    @Test("The analysis says of each minute what the oracle says", arguments: 0..<200 as Range<UInt64>)
    func minuteByMinute(seed: UInt64) {
        let question = RandomSite(seed: seed).question
        let coverage = Coverage(question)
        let oracle = CoverageOracle(question)
        var last: CoverageStretch?
        var from = question.period.from
        for stretch in coverage.stretches {
            #expect(stretch.when.from == from, "a gap between stretches, seed \(seed)")
            #expect(
                last.map {
                    !($0.isOccupied == stretch.isOccupied && $0.standby == stretch.standby
                        && $0.hits == stretch.hits && $0.outsideDuty == stretch.outsideDuty)
                } ?? true, "two stretches are one, seed \(seed)")
            from = stretch.when.to
            last = stretch
        }
        #expect(from == question.period.to)
        let minutes = question.period.from.milliseconds / 60_000..<question.period.to.milliseconds / 60_000
        for minute in minutes {
            let expected = oracle.answer(at: minute)
            guard let stretch = coverage.at(Instant(milliseconds: minute * 60_000)) else {
                Issue.record("nothing is said of minute \(minute), seed \(seed)")
                return
            }
            guard stretch.isOccupied == expected.isOccupied, stretch.standby == expected.standby,
                stretch.outsideDuty == expected.outsideDuty, stretch.hits == expected.hits
            else {
                Issue.record("seed \(seed), minute \(minute): \(stretch) is not \(expected)")
                return
            }
        }
        findingsAreTheHits(coverage, seed)
    }

    /// The findings hold each lack of each minute once with all its reasons, and nothing else; a name is one finding.
    private func findingsAreTheHits(_ coverage: Coverage, _ seed: UInt64) {
        var minutes: [String: Int64] = [:]
        var reasons: [String: Set<NotCounted>] = [:]
        for stretch in coverage.stretches {
            for hit in stretch.hits {
                minutes[hit.name, default: 0] += stretch.when.minutes
                reasons[hit.name, default: []].formUnion(hit.notCounted)
            }
        }
        let timed = coverage.findings.filter { !$0.hit.gap.isStanding }
        #expect(Set(timed.map(\.hit.name)).count == timed.count, "a finding twice, seed \(seed)")
        for finding in timed {
            #expect(finding.minutes == minutes[finding.hit.name], "seed \(seed)")
            #expect(Set(finding.hit.notCounted) == reasons[finding.hit.name])
            #expect(Set(finding.hit.notCounted).count == finding.hit.notCounted.count)
        }
        #expect(timed.count == minutes.count, "seed \(seed)")
    }

    @Test("The random sites show every gap and every reason")
    func isVaried() {
        var gaps: Set<CoverageGap> = []
        var reasons: Set<WhyNot> = []
        for seed in 0..<200 as Range<UInt64> {
            for finding in Coverage(RandomSite(seed: seed).question).findings {
                gaps.insert(finding.hit.gap)
                reasons.formUnion(finding.hit.notCounted.map(\.why))
            }
        }
        #expect(gaps == Set(CoverageGap.allCases))
        #expect(reasons == Set(WhyNot.allCases))
    }
}
