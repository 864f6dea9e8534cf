#if arch(wasm32)

    // WebAssembly here has one thread and the page makes one call at a time: that is what makes the two
    // globals safe.
    nonisolated(unsafe) private var session = BrowserSession()
    nonisolated(unsafe) private var answer = AnswerBuffer()

    /// Gives memory for `length` bytes of input; the page gives it back with `muster_free`.
    @_expose(wasm, "muster_alloc")
    @_cdecl("muster_alloc")
    public func musterAlloc(_ length: UInt32) -> UInt32 {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, Int(length)), alignment: 8)
        return UInt32(UInt(bitPattern: memory))
    }

    /// Takes back what `muster_alloc` gave.
    @_expose(wasm, "muster_free")
    @_cdecl("muster_free")
    public func musterFree(_ address: UInt32, _ length: UInt32) {
        unsafe UnsafeMutableRawPointer(bitPattern: UInt(address))?.deallocate()
    }

    /// Answers one op; the result is the address of four bytes of length and the bytes of JSON text.
    @_expose(wasm, "muster_call")
    @_cdecl("muster_call")
    public func musterCall(_ op: UInt32, _ address: UInt32, _ length: UInt32) -> UInt32 {
        let input = unsafe UnsafeRawBufferPointer(
            start: UnsafeRawPointer(bitPattern: UInt(address)), count: Int(length))
        let bytes = unsafe session.call(op: op, input: Array(input))
        return unsafe UInt32(UInt(bitPattern: answer.write(bytes)))
    }

#endif
