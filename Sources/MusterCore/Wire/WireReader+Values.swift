extension WireReader {
    mutating func bool() -> Bool {
        skipSpace()
        if take("true") { return true }
        return take("false") ? false : refuse("true or false")
    }

    mutating func integer() -> Int64 {
        skipSpace()
        let start = offset
        let negative = next == 0x2D
        if negative { offset += 1 }
        let digits = offset
        var value: Int64 = 0
        while next >= 0x30, next <= 0x39 {
            // What does not fit has too many digits, and is refused for that below.
            value = value &* 10 &+ Int64(next - 0x30)
            offset += 1
        }
        let count = offset - digits
        if count > WireLimits.digits || value > WireLimits.integer {
            guard !isNews, count <= WireLimits.longestDigits else { return badNumber(start) }
            value = WireLimits.integer
        }
        let leadingZero = unsafe count > 1 && bytes[digits] == 0x30
        // A fraction or an exponent would be dropped in silence.
        let goesOn = next == 0x2E || next | 0x20 == 0x65
        if count == 0 || leadingZero || goesOn || (negative && value == 0) { return badNumber(start) }
        return negative ? -value : value
    }

    private mutating func badNumber(_ start: Int) -> Int64 {
        fail(.badNumber, at: start)
        return 0
    }

    /// Reads the characters of an id as ``ID`` packs them; both words are zero after a fault.
    mutating func id() -> (high: UInt64, low: UInt64) {
        skipSpace()
        let start = offset
        guard expect(0x22, "an id in quotes") else { return (0, 0) }
        let high = packedCharacters()
        let low = packedCharacters()
        guard high != 0, next == 0x22 else {
            fail(.expected(StaticName("an id of 1 to 16 of a-z, 0-9, '.', '-'")), at: start)
            return (0, 0)
        }
        offset += 1
        return (high, low)
    }

    /// Up to eight characters of an id, the first one in the highest byte.
    @inline(__always)
    private mutating func packedCharacters() -> UInt64 {
        var word: UInt64 = 0
        var shift: UInt64 = 64
        var at = offset
        while shift > 0, at < end, unsafe ID<Void>.isAllowed(bytes[at]) {
            shift &-= 8
            unsafe word |= UInt64(bytes[at]) &<< shift
            at &+= 1
        }
        offset = at
        return word
    }

    // MARK: Strings

    /// Reads a string with its escapes.
    mutating func string() -> String {
        skipSpace()
        let start = offset
        let (body, hasEscape) = skipString()
        let text =
            hasEscape
            ? String(validating: unescape(body), as: UTF8.self)
            : unsafe String(
                validating: UnsafeBufferPointer(start: bytes + body.lowerBound, count: body.count),
                as: UTF8.self)
        if text == nil { fail(.badString, at: start) }
        return text ?? ""
    }

    /// Reads a string that must not hold escapes, and returns where its characters lie: a key
    /// or a frozen name.
    mutating func plainString() -> Range<Int> {
        skipSpace()
        let start = offset
        let (body, hasEscape) = skipString()
        if hasEscape { fail(.badString, at: start) }
        return body
    }

    /// The name whose very bytes lie there, if there is one.
    func name<Name: WireName>(_ text: Range<Int>) -> Name? {
        #if hasFeature(Embedded)
            // What looks a string up by its hash would be 9 KB more to download.
            return Name.allCases.first { matches(text, $0.rawValue) }
        #else
            let characters = unsafe UnsafeBufferPointer(start: bytes + text.lowerBound, count: text.count)
            guard let name = unsafe Name(rawValue: String(decoding: characters, as: UTF8.self)) else {
                return nil
            }
            // Texts that Unicode counts as equal are not the same bytes.
            return matches(text, name.rawValue) ? name : nil
        #endif
    }

    /// Steps over a string and returns the range between its quotes, and whether escapes lie in it.
    private mutating func skipString() -> (body: Range<Int>, hasEscape: Bool) {
        guard expect(0x22, "a string") else { return (0..<0, false) }
        let start = offset
        var hasEscape = false
        while offset < end {
            switch next {
            case 0x22:
                offset += 1
                return (start..<offset - 1, hasEscape)
            case 0x5C:
                hasEscape = true
                offset += 2
            case 0..<0x20:
                fail(.badString, at: offset)
                return (0..<0, false)
            default: offset += 1
            }
        }
        fail(.endOfText, at: end)
        return (0..<0, false)
    }

    private mutating func unescape(_ body: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        var at = body.lowerBound
        while at < body.upperBound {
            let byte = unsafe bytes[at]
            at += 1
            guard byte == 0x5C else {
                result.append(byte)
                continue
            }
            let start = at - 1
            let escape = unsafe bytes[at]
            at += 1
            switch escape {
            case 0x22, 0x5C, 0x2F: result.append(escape)
            case 0x62: result.append(0x08)
            case 0x66: result.append(0x0C)
            case 0x6E: result.append(0x0A)
            case 0x72: result.append(0x0D)
            case 0x74: result.append(0x09)
            case 0x75:
                if let encoded = scalar(&at, before: body.upperBound) {
                    result.append(contentsOf: encoded)
                    continue
                }
                fallthrough
            default:
                fail(.badString, at: start)
                return []
            }
        }
        return result
    }

    /// Reads the four digits after `\u`, and the second half of a surrogate pair where there is one.
    private func scalar(_ at: inout Int, before end: Int) -> [UInt8]? {
        guard var value = hex(at, before: end) else { return nil }
        at += 4
        if value >= 0xD800, value < 0xDC00 {
            guard at + 2 <= end, unsafe bytes[at] == 0x5C, unsafe bytes[at + 1] == 0x75,
                let second = hex(at + 2, before: end), second >= 0xDC00, second < 0xE000
            else { return nil }
            value = 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00)
            at += 6
        }
        return Unicode.Scalar(value).flatMap(UTF8.encode).map(Array.init)
    }

    private func hex(_ at: Int, before end: Int) -> UInt32? {
        guard at + 4 <= end else { return nil }
        var value: UInt32 = 0
        for index in at..<at + 4 {
            let byte = unsafe bytes[index]
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }

    // MARK: Stepping

    /// The byte at hand; 0 at the end of the text, which is no part of JSON.
    @inline(__always)
    var next: UInt8 { offset < end ? unsafe bytes[offset] : 0 }

    @inline(__always)
    mutating func skipSpace() { offset = afterSpace(offset) }

    /// The first place from there on where no white space stands.
    @inline(__always)
    func afterSpace(_ start: Int) -> Int {
        var at = start
        while at < end, unsafe bytes[at] <= 0x20, unsafe Self.isSpace(bytes[at]) { at += 1 }
        return at
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Steps over that byte, or refuses what stands there.
    mutating func expect(_ byte: UInt8, _ what: StaticString) -> Bool {
        guard offset < end, next == byte else { return refuse(what) }
        offset += 1
        return true
    }

    /// Refuses what stands here; always `false`.
    @inline(never)
    mutating func refuse(_ what: StaticString) -> Bool {
        fail(offset < end ? .expected(StaticName(what)) : .endOfText, at: offset)
        return false
    }

    /// Steps over `null` where it stands.
    mutating func takeNull() -> Bool {
        skipSpace()
        return take("null")
    }

    private mutating func take(_ literal: StaticString) -> Bool {
        let range = offset..<offset + literal.utf8CodeUnitCount
        guard range.upperBound <= end, matches(range, literal) else { return false }
        offset = range.upperBound
        return true
    }

    /// Steps over any well-formed value.
    mutating func skipValue() {
        skipSpace()
        switch next {
        case 0x22: _ = string()
        case 0x7B:
            guard let outer = beginObject() else { return }
            endObject(outer)
        case 0x5B:
            var goesOn = beginArray()
            while goesOn {
                skipValue()
                goesOn = nextElement()
            }
        case 0x74, 0x66: _ = bool()
        case 0x6E: if !takeNull() { _ = refuse("a value") }
        default: if offset < end { _ = integer() } else { _ = refuse("a value") }
        }
    }

    /// Whether those bytes of the text, which lie before its end, are the literal's.
    @inline(__always)
    func matches(_ range: Range<Int>, _ literal: StaticString) -> Bool {
        guard range.count == literal.utf8CodeUnitCount else { return false }
        for index in 0..<range.count
        where unsafe bytes[range.lowerBound &+ index] != literal.utf8Start[index] { return false }
        return true
    }

    /// Whether those bytes of the text are the name's.
    func matches(_ range: Range<Int>, _ name: String) -> Bool {
        guard range.count == name.utf8.count else { return false }
        return unsafe name.utf8.elementsEqual(
            UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
    }

    /// Whether two pieces of the text are the same bytes.
    func matches(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.count == other.count else { return false }
        for index in 0..<one.count
        where unsafe bytes[one.lowerBound + index] != bytes[other.lowerBound + index] { return false }
        return true
    }
}
