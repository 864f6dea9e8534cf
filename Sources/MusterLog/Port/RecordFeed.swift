package import MusterCore

/// The records of a stream from a position on, without end.
///
/// It pulls: at most one page is held, and a follower that stops asking costs nothing. It ends when its task
/// is cancelled, and throws when the log cannot be read.
package struct RecordFeed: AsyncSequence, Sendable {
    /// A record at a time.
    package typealias Element = StoredRecord
    /// What ends the sequence early.
    package typealias Failure = LogError

    private let log: any EventLog
    private let board: HeadBoard
    private let stream: StreamID
    private let position: Int64

    /// The feed of a stream, for adapters: what the board announces is read from the log.
    package init(log: any EventLog, board: HeadBoard, stream: StreamID, after position: Int64) {
        self.log = log
        self.board = board
        self.stream = stream
        self.position = position
    }

    /// Begins to follow.
    package func makeAsyncIterator() -> Iterator {
        Iterator(log: log, board: board, stream: stream, position: position)
    }

    /// Walks the records, reading a page when the last one is used up.
    package struct Iterator: AsyncIteratorProtocol {
        let log: any EventLog
        let board: HeadBoard
        let stream: StreamID
        var position: Int64
        var page: ArraySlice<StoredRecord> = []

        package mutating func next() async throws(LogError) -> StoredRecord? {
            try await next(isolation: nil)
        }

        package mutating func next(
            isolation actor: isolated (any _Concurrency.Actor)?
        ) async throws(LogError) -> StoredRecord? {
            while page.isEmpty {
                guard !Task.isCancelled else { return nil }
                page = try await log.read(stream, after: position, limit: LogLimits.recordsPerPage)[...]
                if page.isEmpty { await board.wait(for: stream, beyond: position) }
            }
            let record = page.removeFirst()
            position = record.position
            return record
        }
    }
}
