/// Bytes that come one after the other, from a file, an archive or a decoder.
package protocol ByteStream: AnyObject {
    /// Puts the next bytes at the start of `buffer` and answers how many; 0 means the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int

    /// How many bytes there will be about, where the source knows; used only to reserve memory.
    var expectedBytes: Int? { get }
}
