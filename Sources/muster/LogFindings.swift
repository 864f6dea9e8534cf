import MusterCore
import MusterLog

/// What was found about the chains of a log, a line each.
struct LogFindings {
    /// The words for a person.
    let line: String
    /// Whether a record is bad, or a head is missing.
    let isBad: Bool

    /// Checks the streams of a log, or one of them; one of the chains must hold the head that somebody kept.
    static func of(
        _ log: some LogReading, site: String? = nil, holding wanted: Digest? = nil
    ) async throws -> [LogFindings] {
        var streams = try await log.streams()
        if let site {
            streams = streams.filter { $0.text == site }
            guard !streams.isEmpty else {
                throw LogError(.notFound, "the log has no stream of the site \(site)")
            }
        }
        var findings: [LogFindings] = []
        var isHeld = wanted == nil
        for stream in streams {
            // Over several streams a head belongs to one of them, and the others cannot hold it.
            let alone = streams.count == 1 ? wanted : nil
            let report = try await LogVerifier.verify(log, stream, holding: alone)
            findings.append(LogFindings(line: report.message, isBad: report.fault != nil))
            guard !isHeld else { continue }
            let held = try await LogVerifier.verify(log, stream, holding: wanted)
            isHeld = streams.count == 1 || held.fault == nil
        }
        if !isHeld, let wanted {
            findings.append(LogFindings(line: "BAD: no stream holds the head \(wanted)", isBad: true))
        }
        return findings
    }
}
