/// The memory in which an answer lies until the next call: four bytes of length, then the bytes.
///
/// It grows to the longest answer and is then used again, so that calls do not grow the module's memory.
@safe struct AnswerBuffer: ~Copyable {
    private static let prefix = 4
    private var capacity = 4096
    private var memory = UnsafeMutableRawPointer.allocate(byteCount: 4096, alignment: 8)

    /// Makes a buffer of one page.
    init() {}

    /// Writes an answer and gives its address, which holds until the next write.
    mutating func write(_ bytes: [UInt8]) -> UnsafeMutableRawPointer {
        reserve(Self.prefix + bytes.count)
        unsafe memory.storeBytes(of: UInt32(bytes.count).littleEndian, as: UInt32.self)
        unsafe bytes.withUnsafeBytes { source in
            unsafe UnsafeMutableRawBufferPointer(start: memory + Self.prefix, count: bytes.count)
                .copyMemory(from: source)
        }
        return unsafe memory
    }

    private mutating func reserve(_ count: Int) {
        guard count > capacity else { return }
        unsafe memory.deallocate()
        capacity = max(count, capacity * 2)
        unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    }

    deinit { unsafe memory.deallocate() }
}
