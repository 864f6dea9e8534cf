import CoverageOracle
import Foundation
import MusterCore

/// Measures the coverage analysis beside the oracle that looks at every minute, and writes the same district down for
/// pandas.
@main
struct CoverageBench {
    static func main() throws {
        guard CommandLine.arguments.count == 2, let first = CivilDay("2026-09-07") else {
            FileHandle.standardError.write(Data("usage: coverage-bench FOLDER\n".utf8))
            exit(64)
        }
        let folder = URL(filePath: CommandLine.arguments[1])
        let district = District(sites: 500, from: first, days: 7, seed: 7).questions
        let year = District(sites: 1, from: first, days: 364, seed: 8).questions
        try DistrictFiles(folder.appending(path: "district"), district, first: first, days: 7).write()
        try DistrictFiles(folder.appending(path: "year"), year, first: first, days: 364).write()
        measure("district", district)
        measure("year", year)
    }

    /// Prints `name analysis oracle`, both in seconds of CPU, and stops when the two disagree.
    private static func measure(_ name: String, _ questions: [CoverageQuestion]) {
        var times: [Double] = []
        var answers: [Coverage] = []
        for _ in 0..<7 {
            let begun = processorTime()
            answers = questions.map { Coverage($0) }
            times.append(processorTime() - begun)
        }
        times.sort()
        let begun = processorTime()
        let minutes: [[Int32]] = questions.map { question in
            let oracle = CoverageOracle(question)
            let from = question.period.from.milliseconds / 60_000
            return (from..<question.period.to.milliseconds / 60_000).map { minute in
                digest(oracle.answer(at: minute).hits)
            }
        }
        let oracle = processorTime() - begun
        for (answer, expected) in zip(answers, minutes) {
            var minute = 0
            for stretch in answer.stretches {
                let value = digest(stretch.hits)
                for _ in 0..<stretch.when.minutes {
                    guard expected[minute] == value else { fatalError("\(name): minute \(minute) differs") }
                    minute += 1
                }
            }
        }
        print(name, times[3], oracle)
    }

    private static func digest(_ hits: [CoverageHit]) -> Int32 {
        hits.reduce(1) { $0 &* 31 &+ $1.gap.rank &* 13 &+ $1.position.rank }
    }

    /// What this process has used of the processor, in seconds: other programs on the machine do not count.
    private static func processorTime() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
