import Glibc

/// Writes a table strictly: a comma between cells, CRLF behind rows, quotes only where they are needed.
final class CSVWriter {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private let width: Int
    /// How many rows were written below the header.
    private(set) var rows = 0

    /// Makes the file anew and writes its header.
    init(path: String, columns: [String]) throws(SourceError) {
        self.path = path
        width = columns.count
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw SourceError(.unreadable, "\(path) cannot be written (error \(errno)).")
        }
        buffer.reserveCapacity(1 << 17)
        try write(columns)
        rows = 0
    }

    deinit { close(descriptor) }

    /// Writes a row; cells behind the last one given stay blank.
    func write(_ cells: [String]) throws(SourceError) {
        precondition(cells.count <= width)
        let blank = Array(repeating: "", count: width - cells.count)
        CSVRow.append(cells + blank, to: &buffer)
        rows += 1
        if buffer.count > 1 << 16 { try flush() }
    }

    /// Puts what is still held into the file.
    func flush() throws(SourceError) {
        var written = 0
        while written < buffer.count {
            let rest = buffer[written...]
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 else {
                throw SourceError(.unreadable, "\(path) cannot be written (error \(errno)).")
            }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
