/// The content of one archive entry, cut off when it grows beyond what the archive may unpack to.
package final class ArchiveEntryStream: ByteStream {
    private let handle: ArchiveHandle
    private let entry: ArchiveEntry
    private let allowance: Int64
    private var delivered: Int64 = 0

    /// The content of the entry at which the handle stands.
    init(handle: ArchiveHandle, entry: ArchiveEntry, allowance: Int64) {
        self.handle = handle
        self.entry = entry
        self.allowance = allowance
    }

    package var expectedBytes: Int? { entry.declaredBytes.map { Int($0) } }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        let count = try unsafe handle.read(into: buffer)
        delivered += Int64(count)
        guard delivered <= allowance else {
            throw SourceError(
                .tooLarge,
                "\(entry.name ?? "An entry") unpacks to more than \(allowance) bytes; it looks like a zip bomb."
            )
        }
        return count
    }
}
