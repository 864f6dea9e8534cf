import Dispatch
import Foundation
import MusterCore
import MusterLog

/// The process that appends until it is killed, and what it had answered by then.
struct LoadProcess {
    /// One answered append.
    struct Answer {
        var stream: StreamID
        var head: Head
    }

    /// Runs it on a folder, kills it with SIGKILL after that many answers and returns all that came.
    static func run(on folder: String, killedAfter count: Int) async throws -> [Answer] {
        try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: reading a pipe blocks.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try runBlocking(on: folder, killedAfter: count) })
            }
        }
    }

    private static func runBlocking(on folder: String, killedAfter count: Int) throws -> [Answer] {
        let process = Process()
        process.executableURL = program
        process.arguments = [folder]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var output = Data()
        var isKilled = false
        while let chunk = try pipe.fileHandleForReading.read(upToCount: 4096), !chunk.isEmpty {
            output.append(chunk)
            if !isKilled, output.count(where: { $0 == 0x0A }) >= count {
                isKilled = kill(process.processIdentifier, SIGKILL) == 0
            }
        }
        process.waitUntilExit()
        return output.split(separator: 0x0A).compactMap { line in
            let words = String(decoding: line, as: UTF8.self).split(separator: " ")
            guard words.count == 3, let stream = StreamID(words[0]), let position = Int64(words[1]),
                let digest = Digest(hex: String(words[2]))
            else { return nil }
            return Answer(stream: stream, head: Head(position: position, digest: digest))
        }
    }

    /// The program, which is built into the folder of the test bundle.
    private static var program: URL {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("append-load")
    }
}
