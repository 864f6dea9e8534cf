/// How much the log takes at once; beyond it a call is refused before anything is written.
package enum LogLimits {
    /// Most records of one append: a large roster in chunks fits.
    package static let recordsPerAppend = 4096
    /// Most parts of one record.
    package static let partsPerRecord = 8
    /// Longest part in bytes.
    package static let partBytes = 1 << 20
    /// Longest outcome in bytes.
    package static let outcomeBytes = 64 << 10
    /// Most records that one read returns, whatever was asked for.
    package static let recordsPerRead: Int32 = 10_000
    /// Records that a follower holds at once.
    package static let recordsPerPage: Int32 = 256
}
