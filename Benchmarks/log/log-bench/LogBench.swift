import MusterCore
import MusterLog

/// Measures the log and the codec; `Benchmarks/log/run` calls it beside the C floors and prints the ratios.
@main
enum LogBench {
    static func main() async throws {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case "commits" where words.count == 4:
            let numbers = words.suffix(2).compactMap { Int64($0) }
            guard numbers.count == 2 else { return usage() }
            try await CommitBench.run(
                folder: words[words.startIndex + 1], inFlight: numbers[0], commands: numbers[1])
        case "codec": try CodecBench.run()
        case "fold": try FoldBench.run()
        case "write" where words.count == 3:
            guard let folder = words.dropFirst().first, let events = words.last.flatMap({ Int64($0) }) else {
                return usage()
            }
            try await SchoolYears.write(folder: folder, events: events)
        default: usage()
        }
    }

    private static func usage() {
        print("log-bench commits FOLDER IN_FLIGHT COMMANDS | codec | fold | write FOLDER EVENTS")
    }

    /// Prints a rate in the form that the script reads.
    static func report(_ name: String, _ count: Int64, in time: Duration) {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        print("\(name) \(Double(count) / seconds)")
    }
}
