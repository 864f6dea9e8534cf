import CLibArchive

/// The one place that talks to libarchive: an open zip archive and its current entry.
@safe
package final class ArchiveHandle {
    // The handle is owned by this object alone and freed once, in deinit.
    private let archive: OpaquePointer
    private let path: String

    /// Opens an archive by its central directory.
    package init(path: String) throws(SourceError) {
        self.path = path
        guard let archive = unsafe archive_read_new() else {
            throw SourceError(.unreadable, "There is no memory to open \(path).")
        }
        unsafe self.archive = unsafe archive
        guard unsafe archive_read_support_format_zip_seekable(archive) == ARCHIVE_OK,
            unsafe archive_read_open_filename(archive, path, 256 << 10) == ARCHIVE_OK
        else {
            throw SourceError(.notAnArchive, "\(path) is not a zip archive that can be read.")
        }
    }

    deinit { unsafe archive_read_free(archive) }

    /// Steps to the next entry; nil at the end of the archive.
    package func nextEntry(index: Int) throws(SourceError) -> ArchiveEntry? {
        var found: OpaquePointer?
        let result = unsafe archive_read_next_header(archive, &found)
        if result == ARCHIVE_EOF { return nil }
        guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry = unsafe found else {
            throw SourceError(
                index == 0 ? .notAnArchive : .damaged,
                "\(path) is not a zip archive, or its directory is damaged.")
        }
        let kind = unsafe UInt32(archive_entry_filetype(entry))
        let hasSize = unsafe archive_entry_size_is_set(entry) != 0
        let name = unsafe name(of: entry)
        return ArchiveEntry(
            index: index, name: name,
            declaredBytes: hasSize ? unsafe archive_entry_size(entry) : nil,
            isFile: kind == 0o100000, isFolder: kind == 0o040000,
            isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0)
    }

    /// Puts the next bytes of the current entry into `buffer`; 0 at its end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        let count = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
        guard count >= 0 else {
            throw SourceError(
                .damaged, "An entry of \(path) is damaged, encrypted, or packed in an unknown way.")
        }
        return count
    }

    private func name(of entry: OpaquePointer) -> String? {
        if let name = unsafe archive_entry_pathname_utf8(entry) {
            return unsafe String(validatingCString: name)
        }
        if let name = unsafe archive_entry_pathname(entry) { return unsafe String(validatingCString: name) }
        return nil
    }
}
