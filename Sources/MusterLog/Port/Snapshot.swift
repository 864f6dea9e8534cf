package import MusterCore

/// A folded state, kept so that the next fold need not start at the first record.
package struct Snapshot: Sendable, Equatable {
    /// The stream that was folded.
    package var stream: StreamID
    /// The position of the last record in it.
    package var position: Int64
    /// The version of the state's form; a reader that has another one folds from the start.
    package var schema: Int32
    /// The state; opaque to the log.
    package var bytes: [UInt8]

    /// A snapshot after a position.
    package init(stream: StreamID, position: Int64, schema: Int32, bytes: [UInt8]) {
        self.stream = stream
        self.position = position
        self.schema = schema
        self.bytes = bytes
    }
}
