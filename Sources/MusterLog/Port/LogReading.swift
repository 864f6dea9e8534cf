package import MusterCore

/// What can be read of a log, by whoever must not be able to change it: verification and exports ask for no more.
package protocol LogReading: Sendable {
    /// The records of a stream after a position, in order, at most `limit` (and
    /// ``LogLimits/recordsPerRead``).
    func read(_ stream: StreamID, after position: Int64, limit: Int32) async throws(LogError)
        -> [StoredRecord]

    /// All streams that have a record, sorted.
    func streams() async throws(LogError) -> [StreamID]
}
