import Foundation
import Glibc
import MusterCore
import Synchronization

/// Marks in a small file of 64-byte lines, written in place and never flushed by hand.
///
/// The operating system keeps what was written when the process crashes, which is all that a mark is for.
package final class FileDecisionMarks: DecisionMarks {
    private static let lineBytes = 64

    private let file: Int32
    private let table: Mutex<MarkTable>

    /// Opens or makes the file and reads what a crashed process left in it.
    package init(path: String) throws(LogError) {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw LogError(.unavailable, "the file of marks \(path) does not open (\(errno))")
        }
        self.file = file
        self.table = Mutex(MarkTable(slots: try Self.readSlots(of: file)))
    }

    deinit {
        close(file)
    }

    package var found: [MarkedCommand] { table.withLock { $0.found } }

    package func begin(_ command: MarkedCommand) throws(LogError) -> MarkSlot {
        let slot = table.withLock { $0.begin(command) }
        try write("\(command.stream) \(command.device) \(command.command)", to: slot)
        return slot
    }

    package func end(_ slot: MarkSlot) throws(LogError) {
        // Cleared in the file first: a slot that is free in memory may be taken by another thread at once.
        try write("", to: slot)
        table.withLock { $0.end(slot) }
    }

    package func settle(_ command: MarkedCommand) throws(LogError) {
        try table.withLock { table throws(LogError) in
            guard let slot = table.settle(command) else { return }
            try write("", to: slot)
        }
    }

    private func write(_ text: String, to slot: MarkSlot) throws(LogError) {
        var line = Array(text.utf8)
        line.append(contentsOf: [UInt8](repeating: 0x20, count: Self.lineBytes - 1 - line.count))
        line.append(0x0A)
        let offset = Int(slot.index) * Self.lineBytes
        let written = unsafe line.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, offset) }
        guard written == line.count else { throw LogError(.unavailable, "a mark was not written (\(errno))") }
    }

    private static func readSlots(of file: Int32) throws(LogError) -> [MarkedCommand?] {
        var slots: [MarkedCommand?] = []
        var line = [UInt8](repeating: 0, count: lineBytes)
        while true {
            let offset = slots.count * lineBytes
            let count = unsafe line.withUnsafeMutableBytes {
                unsafe pread(file, $0.baseAddress, $0.count, offset)
            }
            guard count >= 0 else { throw LogError(.unavailable, "the marks are not readable (\(errno))") }
            guard count == lineBytes else { return slots }
            slots.append(MarkedCommand(line: line))
        }
    }
}

extension MarkedCommand {
    /// A command from its line; `nil` for a blank one.
    fileprivate init?(line: [UInt8]) {
        let words = line.dropLast().split(separator: 0x20)
        guard words.count == 3, let stream = StreamID(bytes: words[0]),
            let device = DeviceID(bytes: words[1]),
            let command = CommandID(bytes: words[2])
        else { return nil }
        self.init(stream: stream, device: device, command: command)
    }
}
