/// Appends canonical JSON text to a byte buffer.
package struct WireWriter: FieldVisitor {
    /// The text so far, UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// Whether the next key of the object at hand needs a comma before it.
    private var needsComma = false

    /// An empty text with room for a usual event.
    package init() {
        bytes.reserveCapacity(256)
    }

    /// Writes a field.
    package mutating func field<F: WireField>(_ name: StaticString, _ value: inout F) {
        put(name, &value)
    }

    /// Writes a field.
    package mutating func field<F: WireField>(_ name: StaticString, _ value: inout F?) {
        guard let present = value else { return }
        key(name)
        present.write(to: &self)
    }

    /// Writes a field.
    package mutating func field<F: WireField>(
        _ name: StaticString, _ value: inout F, default: F
    ) {
        put(name, &value)
    }

    /// Writes a choice under its two keys.
    package mutating func union<U: WireUnion>(
        _ name: StaticString, _ body: StaticString, _ value: inout U
    ) {
        var wireCase = value.wireCase
        put(name, &wireCase)
        key(body)
        beginObject()
        value.visit(&self)
        endObject()
    }

    /// Writes one field.
    @inline(__always)
    mutating func put<F: WireField>(_ name: StaticString, _ value: inout F) {
        key(name)
        value.write(to: &self)
    }

    /// Writes the key and then text that is JSON already, such as a stored body.
    package mutating func raw(_ name: StaticString, _ json: [UInt8]) {
        key(name)
        bytes.append(contentsOf: json)
    }

    /// Opens an object.
    package mutating func beginObject() {
        bytes.append(0x7B)
        needsComma = false
    }

    /// Closes the object at hand.
    package mutating func endObject() {
        bytes.append(0x7D)
        needsComma = true
    }

    mutating func key(_ name: StaticString) {
        if needsComma { bytes.append(0x2C) }
        bytes.append(0x22)
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = true
    }

    mutating func array<E: WireField>(_ elements: [E]) {
        bytes.append(0x5B)
        var first = true
        for element in elements {
            if !first { bytes.append(0x2C) }
            first = false
            element.write(to: &self)
        }
        bytes.append(0x5D)
    }

    mutating func bool(_ value: Bool) {
        string(literal: value ? "true" : "false")
    }

    mutating func integer(_ value: Int64) {
        if value < 0 { bytes.append(0x2D) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(truncatingIfNeeded: 0x30 + rest % 10))
            rest /= 10
        } while rest != 0
        bytes[start...].reverse()
    }

    mutating func id<Kind>(_ id: ID<Kind>) {
        precondition(!id.isNone, "an id that names nothing is never written")
        bytes.append(0x22)
        id.forEachByte { bytes.append($0) }
        bytes.append(0x22)
    }

    mutating func string(_ text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: string(literal: "\\\"")
            case 0x5C: string(literal: "\\\\")
            case 0x0A: string(literal: "\\n")
            case 0..<0x20:
                string(literal: "\\u00")
                bytes.append(hexDigit(byte >> 4))
                bytes.append(hexDigit(byte & 15))
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    private mutating func string(literal: StaticString) {
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    private func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x61 + value - 10
    }
}
