/// How much a foreign archive or file may ask for before it is refused.
package struct ArchiveLimits: Hashable, Sendable {
    /// The most entries an archive may list.
    package var entries = 1000
    /// The most bytes all files of a set may unpack to.
    package var unpackedBytes: Int64 = 4 << 30
    /// How many times larger than the packed archive its content may be.
    package var ratio: Int64 = 200
    /// Below this size the ratio is not looked at: small texts pack very well.
    package var ratioFloor: Int64 = 16 << 20
    /// The longest field of a table.
    package var fieldBytes = 64 << 10
    /// The longest row of a table.
    package var rowBytes = 256 << 10
    /// The most columns of a table.
    package var columns = 512

    /// The limits that fit any district.
    package init() {}

    /// How many bytes an archive of this size on disk may unpack to.
    package func allowance(packedBytes: Int64) -> Int64 {
        let (product, overflow) = packedBytes.multipliedReportingOverflow(by: ratio)
        return min(unpackedBytes, max(ratioFloor, overflow ? .max : product))
    }
}
