import Glibc

/// The memory of a key table, on huge pages where the system has them.
///
/// Each key of a large table lies on another page; with pages of 4 KB the processor would look up the page as often as
/// the key, which doubled the time of the check.
@safe
final class KeySlots {
    /// One place for a key; `low` is zero while it is free.
    struct Slot {
        var low: UInt64
        var high: UInt32
        var number: UInt32
    }

    /// How many slots there are; a power of two.
    let count: Int
    // Owned by this object alone, initialised whole, freed once in deinit; every index is checked against `count`.
    private let base: UnsafeMutablePointer<Slot>

    /// Free slots.
    init(count: Int) {
        precondition(count > 0)
        self.count = count
        let bytes = count * MemoryLayout<Slot>.stride
        let page = 2 << 20
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: bytes, alignment: bytes >= page ? page : MemoryLayout<Slot>.alignment)
        // Only advice: without huge pages the table is slower, not wrong.
        if bytes >= page { unsafe madvise(memory, bytes, MADV_HUGEPAGE) }
        unsafe base = memory.bindMemory(to: Slot.self, capacity: count)
        unsafe base.initialize(repeating: Slot(low: 0, high: 0, number: 0), count: count)
    }

    deinit { unsafe base.deallocate() }

    /// One slot.
    @inline(__always)
    subscript(_ index: Int) -> Slot {
        get {
            precondition(index >= 0 && index < count)
            return unsafe base[index]
        }
        set {
            precondition(index >= 0 && index < count)
            unsafe base[index] = newValue
        }
    }
}
