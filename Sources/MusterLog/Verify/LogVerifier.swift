package import MusterCore

/// Walks a stream of a log and tells whether every record is as it was written.
package enum LogVerifier {
    /// Checks a stream up to its end or its first bad record.
    /// - Parameters:
    ///   - log: where the stream lies.
    ///   - stream: which one.
    ///   - wanted: a head that somebody kept, which the chain must hold.
    /// - Returns: what was found.
    /// - Throws: ``LogError`` when the log cannot be read.
    package static func verify(
        _ log: some LogReading, _ stream: StreamID, holding wanted: Digest? = nil
    ) async throws(LogError) -> ChainReport {
        var check = ChainCheck(stream, holding: wanted)
        while true {
            let page = try await log.read(
                stream, after: check.head.position, limit: LogLimits.recordsPerPage)
            do throws(ChainFault) {
                for record in page { try check.check(record) }
                if page.isEmpty {
                    try check.finish()
                    return ChainReport(stream, check, fault: nil)
                }
            } catch {
                return ChainReport(stream, check, fault: error)
            }
        }
    }
}

/// What was found about one stream.
package struct ChainReport: Equatable, Sendable {
    /// The stream.
    package let stream: StreamID
    /// The head after the last good record.
    package let head: Head
    /// What was counted up to there.
    package let counts: ChainCheck.Counts
    /// The first thing that is wrong; `nil` when nothing is.
    package let fault: ChainFault?

    init(_ stream: StreamID, _ check: ChainCheck, fault: ChainFault?) {
        self.stream = stream
        self.head = check.head
        self.counts = check.counts
        self.fault = fault
    }

    /// One line for a person.
    package var message: String {
        if let fault { return "\(stream): BAD: \(fault.message)" }
        var line = "\(stream): good: \(counts.records) records, head \(head.digest) at \(head.position)"
        if counts.erased > 0 { line += ", \(counts.erased) parts erased" }
        if counts.withheld > 0 { line += ", \(counts.withheld) parts erased or withheld" }
        if counts.locked > 0 { line += ", \(counts.locked) parts without their key" }
        return line
    }
}
