/// A range of written bytes that is compared apart from its surroundings.
package struct Mark: Sendable {
    /// Why a range is remembered.
    package enum Kind: Sendable {
        /// A piece with a key of its own inside a region, replaced alone when only it changed.
        case keyed(String)
        /// Words that run with the clock ("12 s ago"): never a reason to redraw.
        case running
    }

    /// Why the range is remembered.
    package let kind: Kind
    /// What a keyed piece shows, as a number; 0 where nobody has said it.
    package var version: UInt64 = 0
    /// Index of the first byte.
    package let start: Int
    /// Index after the last byte.
    package let end: Int

    /// The same range after `offset` bytes were put before it.
    func moved(by offset: Int) -> Mark {
        Mark(kind: kind, version: version, start: start + offset, end: end + offset)
    }
}
