package import MusterCore

/// The log: append-only streams of chained records, one contract that every adapter's tests hold.
///
/// The log knows headers and parts as bytes. Positions, headers and the chain are made inside the adapter, by
/// the one ``RecordSealer``, so that all adapters agree to the byte.
package protocol EventLog: LogReading {
    /// Writes everything in one durable transaction and returns the result of each append, in order.
    ///
    /// When it returns, what was appended survives a crash of process and machine. A conflict or a duplicate
    /// is a result: it writes nothing and does not stop the others. Several appends may be for the same
    /// stream; each sees those before it.
    /// - Throws: ``LogError``; then nothing was written.
    func append(_ appends: [StreamAppend]) async throws(LogError) -> [AppendResult]

    /// The end of a stream; ``Head/start`` when it has no record.
    func head(_ stream: StreamID) async throws(LogError) -> Head

    /// What was answered to a device's command, if it is still kept.
    func outcome(_ device: DeviceID, _ command: CommandID) async throws(LogError) -> StoredOutcome?

    /// The records of a stream after a position and then each new one, without end; holds one page at most.
    func follow(_ stream: StreamID, after position: Int64) -> RecordFeed

    /// Keeps a folded state; the latest one replaces the stream's earlier one.
    func saveSnapshot(_ snapshot: Snapshot) async throws(LogError)

    /// The kept state of a stream.
    func snapshot(_ stream: StreamID) async throws(LogError) -> Snapshot?

    /// Erases the erasable parts of a record with their keys, and every snapshot that may contain them.
    ///
    /// The chain still verifies. Erasing again is harmless.
    /// - Returns: whether the record had an erasable part.
    /// - Throws: ``LogError`` with the code `notFound` when there is no such record.
    @discardableResult
    func erase(_ stream: StreamID, at position: Int64) async throws(LogError) -> Bool

    /// Begins an era of a stream at its head; the one before it ends there.
    func beginEra(_ era: EraID, of stream: StreamID) async throws(LogError)

    /// The position at which an era of a stream ended; `nil` when this log has not seen its end, or never saw it.
    func end(of era: EraID, _ stream: StreamID) async throws(LogError) -> Int64?

    /// Drops outcomes older than a moment and returns how many; a command that old is refused as too old by
    /// the desk.
    @discardableResult
    func pruneOutcomes(olderThan moment: Instant) async throws(LogError) -> Int64
}
