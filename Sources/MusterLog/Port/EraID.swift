package import MusterCore

/// The time from one start of a server to the next, in which it alone wrote a stream.
///
/// A log that was put back from a copy knows the eras up to the copy and where each of them ended in it: so it is
/// found that a device heard records that are no longer this log's, although their positions are taken again.
package enum Era {}

/// Names an era of a stream.
package typealias EraID = ID<Era>
