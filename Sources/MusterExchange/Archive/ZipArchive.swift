import CLibArchive
import Glibc

/// A zip archive on disk whose entries are read as streams, never unpacked to disk.
///
/// Only the central directory is believed, so that a local header cannot name another file. Each stream opens the
/// archive anew: the directory is small, and passes over one set may come in any order.
package struct ZipArchive: Sendable {
    /// The path of the archive on disk.
    package let path: String
    /// The limits it is held to.
    package let limits: ArchiveLimits
    /// What its directory lists.
    package let entries: [ArchiveEntry]
    /// How large the archive is on disk.
    package let packedBytes: Int64

    /// Reads the directory of an archive and holds it to the limits.
    package init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(SourceError) {
        self.path = path
        self.limits = limits
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SourceError(.unreadable, "\(path) is not a file that can be read.")
        }
        packedBytes = Int64(status.st_size)
        let handle = try ArchiveHandle(path: path)
        var entries: [ArchiveEntry] = []
        var declared: Int64 = 0
        while let entry = try handle.nextEntry(index: entries.count) {
            guard entries.count < limits.entries else {
                throw SourceError(
                    .tooLarge, "\(path) has more than \(limits.entries) entries; pack only the roster files.")
            }
            entries.append(entry)
            declared = declared.addingReportingOverflow(max(0, entry.declaredBytes ?? 0)).partialValue
            guard declared >= 0, declared <= limits.allowance(packedBytes: packedBytes) else {
                throw SourceError(
                    .tooLarge,
                    "\(path) would unpack to more than \(limits.allowance(packedBytes: packedBytes)) bytes; "
                        + "it looks like a zip bomb and was not unpacked.")
            }
        }
        self.entries = entries
    }

    /// The content of one entry; what comes out is counted against the limits whatever the directory declares.
    package func open(_ entry: ArchiveEntry) throws(SourceError) -> ArchiveEntryStream {
        let handle = try ArchiveHandle(path: path)
        for index in 0...entry.index {
            guard try handle.nextEntry(index: index) != nil else {
                throw SourceError(.damaged, "\(path) changed while it was read.")
            }
        }
        return ArchiveEntryStream(
            handle: handle, entry: entry, allowance: limits.allowance(packedBytes: packedBytes))
    }
}
