import Glibc

/// The bytes of a file on disk, read in chunks.
package final class FileByteStream: ByteStream {
    private let descriptor: Int32
    private let path: String
    package let expectedBytes: Int?

    /// Opens a regular file; links are not followed, so that a set cannot point out of its own folder.
    package init(path: String) throws(SourceError) {
        self.path = path
        descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw SourceError(.unreadable, "\(path) cannot be opened (error \(errno)).")
        }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw SourceError(.unreadable, "\(path) is not a regular file.")
        }
        expectedBytes = Int(status.st_size)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit { close(descriptor) }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        while true {
            let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw SourceError(.unreadable, "\(path) broke off (error \(errno)).") }
        }
    }
}
