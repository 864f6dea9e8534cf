/// Says where bytes stop being UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF.
enum UTF8Check {
    /// The offset of the first byte that belongs to no character, or nil when all is well.
    static func firstInvalid(in bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            guard let length = length(of: bytes, at: index) else { return index }
            index += length
        }
        return nil
    }

    private static func length(of bytes: Span<UInt8>, at index: Int) -> Int? {
        let lead = bytes[index]
        func next(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        switch lead {
        case 0xC2...0xDF: return next(1) ? 2 : nil
        case 0xE0: return next(1, 0xA0...0xBF) && next(2) ? 3 : nil
        case 0xED: return next(1, 0x80...0x9F) && next(2) ? 3 : nil
        case 0xE1...0xEF: return next(1) && next(2) ? 3 : nil
        case 0xF0: return next(1, 0x90...0xBF) && next(2) && next(3) ? 4 : nil
        case 0xF1...0xF3: return next(1) && next(2) && next(3) ? 4 : nil
        case 0xF4: return next(1, 0x80...0x8F) && next(2) && next(3) ? 4 : nil
        default: return nil
        }
    }
}
