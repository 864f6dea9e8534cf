import MusterDesk
package import NIOCore

extension ByteBuffer: FeedPayload {
    /// Length of the encoded events.
    package var byteCount: Int { readableBytes }

    /// Copies the events into one buffer, so that a device that missed several gets them in one write.
    package static func joined(_ parts: some Collection<ByteBuffer>) -> ByteBuffer {
        var whole = ByteBufferAllocator().buffer(capacity: parts.reduce(0) { $0 + $1.readableBytes })
        for part in parts { whole.writeImmutableBuffer(part) }
        return whole
    }
}
