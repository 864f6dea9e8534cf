import CQREncode
import MusterViews

extension QRModules {
    /// The QR code of an address, with medium error correction: a phone reads it off a dim screen.
    ///
    /// `nil` when the address is longer than a code can hold.
    init?(of address: String) {
        let made = unsafe QRcode_encodeString(address, 0, QR_ECLEVEL_M, QR_MODE_8, 1)
        guard let code = unsafe made else { return nil }
        defer { unsafe QRcode_free(code) }
        let size = unsafe Int(code.pointee.width)
        // The lowest bit of each byte says whether the square is dark.
        let dark = unsafe UnsafeBufferPointer(start: code.pointee.data, count: size * size).map {
            $0 & 1 == 1
        }
        self.init(size: size, dark: dark)
    }
}
