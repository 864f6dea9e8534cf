package import MusterCore

/// One field of a form as it was sent: a name and what stands in it.
package struct FormField: WireValue, Equatable, Sendable {
    /// The field's name.
    package var name = ""
    /// What stands in it.
    package var value = ""

    /// An empty field, to be filled by the codec.
    package init() {}

    /// A field and its contents.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("name", &name)
        visitor.field("value", &value)
    }

    /// Reads `room=r12&page=2` as browsers write it; what cannot be read is left out.
    package static func fields(ofQuery query: String, atMost limit: Int = 64) -> [FormField] {
        Array(query.utf8).split(separator: 0x26).prefix(limit).compactMap { part in
            let pair = part.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = pair.first, let name = decoded(first) else { return nil }
            return FormField(name, pair.count > 1 ? decoded(pair[1]) ?? "" : "")
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case 0x2B: result.append(0x20)
            case 0x25:
                guard let high = rest.popFirst().flatMap(hex), let low = rest.popFirst().flatMap(hex) else {
                    return nil
                }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
