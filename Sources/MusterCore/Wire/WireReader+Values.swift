extension WireReader {
    mutating func bool() throws(WireError) -> Bool {
        skipSpace()
        if take("true") { return true }
        if take("false") { return false }
        throw WireError(.expected(StaticName("true or false")), at: offset)
    }

    mutating func integer() throws(WireError) -> Int64 {
        skipSpace()
        let start = offset
        let negative = offset < bytes.count && bytes[offset] == 0x2D
        if negative { offset += 1 }
        let digits = offset
        var value: Int64 = 0
        while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 {
            let digit = Int64(bytes[offset] - 0x30)
            let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, over) =
                negative
                ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            guard !tooBig, !over else { throw WireError(.badNumber, at: start) }
            value = sum
            offset += 1
        }
        let count = offset - digits
        let leadingZero = count > 1 && bytes[digits] == 0x30
        guard count > 0, !leadingZero, !(negative && value == 0) else {
            throw WireError(.badNumber, at: start)
        }
        // A fraction or an exponent would be dropped in silence.
        if offset < bytes.count, bytes[offset] == 0x2E || bytes[offset] | 0x20 == 0x65 {
            throw WireError(.badNumber, at: start)
        }
        return value
    }

    mutating func id<Kind>() throws(WireError) -> ID<Kind> {
        skipSpace()
        let start = offset
        try expect(0x22, "an id in quotes")
        var high: UInt64 = 0
        var low: UInt64 = 0
        var count = 0
        while offset < bytes.count, ID<Kind>.isAllowed(bytes[offset]), count < 16 {
            if count < 8 {
                high |= UInt64(bytes[offset]) << UInt64(56 - 8 * count)
            } else {
                low |= UInt64(bytes[offset]) << UInt64(56 - 8 * (count - 8))
            }
            count += 1
            offset += 1
        }
        guard count > 0, offset < bytes.count, bytes[offset] == 0x22 else {
            throw WireError(.expected(StaticName("an id of 1 to 16 of a-z, 0-9, '.', '-'")), at: start)
        }
        offset += 1
        return ID(high: high, low: low)
    }

    mutating func array<E: WireField>(_ type: E.Type) throws(WireError) -> [E] {
        skipSpace()
        try expect(0x5B, "an array")
        depth += 1
        guard depth <= WireLimits.depth else { throw WireError(.tooDeep, at: offset) }
        var elements: [E] = []
        skipSpace()
        if take("]") {
            depth -= 1
            return elements
        }
        while true {
            elements.append(try E.read(from: &self))
            skipSpace()
            if take(",") { continue }
            try expect(0x5D, "a comma or the end of the array")
            depth -= 1
            return elements
        }
    }

    // MARK: Strings

    /// Reads a string with its escapes.
    mutating func string() throws(WireError) -> String {
        skipSpace()
        let start = offset
        let body = try skipString()
        var unescaped: [UInt8] = []
        if bytes[body].contains(0x5C) {
            unescaped = try unescape(body)
        } else {
            unescaped.append(contentsOf: bytes[body])
        }
        guard let text = String(validating: unescaped, as: UTF8.self) else {
            throw WireError(.badString, at: start)
        }
        return text
    }

    /// Reads a string that must not hold escapes, and returns where its characters lie: a key or a frozen name.
    mutating func plainString() throws(WireError) -> Range<Int> {
        skipSpace()
        let start = offset
        let body = try skipString()
        if bytes[body].contains(0x5C) { throw WireError(.badString, at: start) }
        return body
    }

    /// Steps over a string and returns the range between its quotes.
    private mutating func skipString() throws(WireError) -> Range<Int> {
        try expect(0x22, "a string")
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0x22 {
                offset += 1
                return start..<offset - 1
            }
            guard byte >= 0x20 else { throw WireError(.badString, at: offset) }
            offset += byte == 0x5C ? 2 : 1
        }
        throw WireError(.endOfText, at: bytes.count)
    }

    private func unescape(_ body: Range<Int>) throws(WireError) -> [UInt8] {
        var result: [UInt8] = []
        var at = body.lowerBound
        while at < body.upperBound {
            guard bytes[at] == 0x5C else {
                result.append(bytes[at])
                at += 1
                continue
            }
            let start = at
            at += 2
            switch bytes[at - 1] {
            case 0x22, 0x5C, 0x2F: result.append(bytes[at - 1])
            case 0x62: result.append(0x08)
            case 0x66: result.append(0x0C)
            case 0x6E: result.append(0x0A)
            case 0x72: result.append(0x0D)
            case 0x74: result.append(0x09)
            case 0x75: result.append(contentsOf: try scalar(&at, in: body, from: start))
            default: throw WireError(.badString, at: start)
            }
        }
        return result
    }

    /// Reads the four digits after `\u`, and the second half of a surrogate pair where there is one.
    private func scalar(
        _ at: inout Int, in body: Range<Int>, from start: Int
    ) throws(WireError) -> [UInt8] {
        guard var value = hex(at, in: body) else { throw WireError(.badString, at: start) }
        at += 4
        if value >= 0xD800, value < 0xDC00 {
            guard at + 2 <= body.upperBound, bytes[at] == 0x5C, bytes[at + 1] == 0x75,
                let second = hex(at + 2, in: body), second >= 0xDC00, second < 0xE000
            else { throw WireError(.badString, at: start) }
            value = 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00)
            at += 6
        }
        guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
            throw WireError(.badString, at: start)
        }
        return Array(encoded)
    }

    private func hex(_ at: Int, in body: Range<Int>) -> UInt32? {
        guard at + 4 <= body.upperBound else { return nil }
        var value: UInt32 = 0
        for byte in bytes[at..<at + 4] {
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

    mutating func skipSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    mutating func expect(_ byte: UInt8, _ what: StaticString) throws(WireError) {
        guard offset < bytes.count else { throw WireError(.endOfText, at: offset) }
        guard bytes[offset] == byte else { throw WireError(.expected(StaticName(what)), at: offset) }
        offset += 1
    }

    mutating func takeNull() -> Bool {
        skipSpace()
        return take("null")
    }

    private mutating func take(_ literal: StaticString) -> Bool {
        let end = offset + literal.utf8CodeUnitCount
        guard end <= bytes.count, matches(offset..<end, literal) else { return false }
        offset = end
        return true
    }

    /// Steps over any well-formed value.
    mutating func skipValue() throws(WireError) {
        skipSpace()
        guard offset < bytes.count else { throw WireError(.endOfText, at: offset) }
        switch bytes[offset] {
        case 0x22: _ = try string()
        case 0x7B: try skipContainer(closing: 0x7D)
        case 0x5B: try skipContainer(closing: 0x5D)
        case 0x74, 0x66: _ = try bool()
        case 0x6E:
            guard takeNull() else { throw WireError(.expected(StaticName("a value")), at: offset) }
        default: _ = try integer()
        }
    }

    private mutating func skipContainer(closing: UInt8) throws(WireError) {
        offset += 1
        depth += 1
        guard depth <= WireLimits.depth else { throw WireError(.tooDeep, at: offset) }
        skipSpace()
        var first = true
        while offset < bytes.count, bytes[offset] != closing {
            if !first { try expect(0x2C, "a comma") }
            first = false
            if closing == 0x7D {
                skipSpace()
                _ = try plainString()
                skipSpace()
                try expect(0x3A, "a colon")
            }
            try skipValue()
            skipSpace()
        }
        guard offset < bytes.count else { throw WireError(.endOfText, at: offset) }
        offset += 1
        depth -= 1
    }

    func matches(_ range: Range<Int>, _ literal: StaticString) -> Bool {
        guard range.count == literal.utf8CodeUnitCount else { return false }
        for index in 0..<range.count
        where unsafe bytes[range.lowerBound + index] != literal.utf8Start[index] { return false }
        return true
    }

    func matches(_ range: Range<Int>, _ text: String) -> Bool {
        let utf8 = text.utf8
        guard utf8.count == range.count else { return false }
        return utf8.elementsEqual(bytes[range])
    }
}
