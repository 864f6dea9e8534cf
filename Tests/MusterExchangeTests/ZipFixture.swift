/// Packs files into a zip archive by hand, so that a test can also pack what no tool would.
struct ZipFixture {
    /// One entry of the archive.
    struct Entry {
        var name: String
        var packed: [UInt8]
        var unpackedBytes: Int
        var checksum: UInt32
        var method: UInt16 = 0
        var flags: UInt16 = 0
        /// The Unix mode in the directory; a link has another kind than a file.
        var mode: UInt32 = 0o100644
    }

    private(set) var entries: [Entry] = []

    /// Adds a file as it is.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        entries.append(
            Entry(name: name, packed: bytes, unpackedBytes: bytes.count, checksum: Self.checksum(bytes)))
    }

    /// Adds a file and lets the test change its entry.
    mutating func add(_ name: String, _ text: String, change: (inout Entry) -> Void = { _ in }) {
        add(name, Array(text.utf8))
        change(&entries[entries.count - 1])
    }

    /// Adds a file of zeros that packs about 158 to one; `declared` is what the directory says of its size.
    mutating func addBomb(_ name: String, bytes: Int, declared: Int? = nil) {
        let runs = bytes / 258
        var bits = BitWriter()
        bits.write(0b1, 1)
        bits.write(0b01, 2)
        bits.writeCode(0b0011_0000, 8)
        for _ in 0..<runs {
            bits.writeCode(0b1100_0101, 8)
            bits.writeCode(0, 5)
        }
        bits.writeCode(0, 7)
        entries.append(
            Entry(
                name: name, packed: bits.bytes, unpackedBytes: declared ?? runs * 258 + 1, checksum: 0,
                method: 8))
    }

    /// The archive.
    var bytes: [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = archive.count
            let name = Array(entry.name.utf8)
            let common: [UInt8] =
                little(entry.flags) + little(entry.method) + [0, 0, 0x21, 0x5A] + little(entry.checksum)
                + little(UInt32(entry.packed.count)) + little(UInt32(entry.unpackedBytes))
                + little(UInt16(name.count))
            archive += [0x50, 0x4B, 3, 4, 20, 0] + common + [0, 0] + name + entry.packed
            directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0] + common + [UInt8](repeating: 0, count: 8)
            directory += little(entry.mode << 16) + little(UInt32(offset)) + name
        }
        let count = little(UInt16(entries.count))
        let end: [UInt8] =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(UInt32(directory.count))
            + little(UInt32(archive.count)) + [0, 0]
        return archive + directory + end
    }

    private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest >> 1 ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}

/// Writes bits as deflate wants them: numbers from their low bit, codes from their high one.
private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func write(_ value: Int, _ count: Int) {
        for bit in 0..<count { append(value >> bit & 1) }
    }

    mutating func writeCode(_ value: Int, _ count: Int) {
        for bit in stride(from: count - 1, through: 0, by: -1) { append(value >> bit & 1) }
    }

    private mutating func append(_ bit: Int) {
        if used == 8 {
            bytes.append(0)
            used = 0
        }
        bytes[bytes.count - 1] |= UInt8(bit << used)
        used += 1
    }
}
