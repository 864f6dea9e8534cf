package import MusterCore

/// A part in an export: what somebody needs to check it and to read it.
package enum ExportPart: WireUnion, Equatable, Sendable {
    /// Bytes that are text.
    case plain(name: String, salt: String, text: String)
    /// Bytes that are not, as hexadecimal digits.
    case binary(name: String, salt: String, bytes: String)
    /// Sealed bytes with the key that opens them, as hexadecimal digits.
    case sealed(name: String, salt: String, bytes: String, key: String)
    /// Sealed bytes whose key is lost.
    case locked(name: String, salt: String, bytes: String)
    /// A plain part that was left out: it belongs to something else.
    case withheld(name: String)
    /// A sealed part that was erased or left out.
    case absent(name: String)

    /// The frozen names of the cases.
    package enum Name: String, WireName {
        case plain, binary, sealed, locked, withheld, absent
    }

    package var wireCase: Name {
        switch self {
        case .plain: .plain
        case .binary: .binary
        case .sealed: .sealed
        case .locked: .locked
        case .withheld: .withheld
        case .absent: .absent
        }
    }

    package static func blank(_ name: Name) -> ExportPart {
        switch name {
        case .plain: .plain(name: "", salt: "", text: "")
        case .binary: .binary(name: "", salt: "", bytes: "")
        case .sealed: .sealed(name: "", salt: "", bytes: "", key: "")
        case .locked: .locked(name: "", salt: "", bytes: "")
        case .withheld: .withheld(name: "")
        case .absent: .absent(name: "")
        }
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        var (name, salt, bytes, key) = fields
        visitor.field("name", &name)
        switch self {
        case .withheld, .absent: break
        case .plain:
            visitor.field("salt", &salt)
            visitor.field("text", &bytes)
        case .binary, .locked, .sealed:
            visitor.field("salt", &salt)
            visitor.field("bytes", &bytes)
        }
        if case .sealed = self { visitor.field("key", &key) }
        switch self {
        case .plain: self = .plain(name: name, salt: salt, text: bytes)
        case .binary: self = .binary(name: name, salt: salt, bytes: bytes)
        case .sealed: self = .sealed(name: name, salt: salt, bytes: bytes, key: key)
        case .locked: self = .locked(name: name, salt: salt, bytes: bytes)
        case .withheld: self = .withheld(name: name)
        case .absent: self = .absent(name: name)
        }
    }

    private var fields: (name: String, salt: String, bytes: String, key: String) {
        switch self {
        case .plain(let name, let salt, let text): (name, salt, text, "")
        case .binary(let name, let salt, let bytes), .locked(let name, let salt, let bytes):
            (name, salt, bytes, "")
        case .sealed(let name, let salt, let bytes, let key): (name, salt, bytes, key)
        case .withheld(let name), .absent(let name): (name, "", "", "")
        }
    }
}

extension ExportPart {
    /// A stored part as it is exported; without its bytes when it is not part of the subject.
    init(_ part: StoredPart, isShown: Bool) {
        let salt = part.salt.hex
        guard let stored = part.stored, isShown else {
            self = part.isSealed ? .absent(name: part.name) : .withheld(name: part.name)
            return
        }
        if part.isSealed, let key = part.key {
            self = .sealed(name: part.name, salt: salt, bytes: stored.hex, key: key.hex)
        } else if part.isSealed {
            self = .locked(name: part.name, salt: salt, bytes: stored.hex)
        } else if let text = String(validating: stored, as: UTF8.self) {
            self = .plain(name: part.name, salt: salt, text: text)
        } else {
            self = .binary(name: part.name, salt: salt, bytes: stored.hex)
        }
    }

    /// The part as it was stored; `nil` when the digits are none.
    var stored: StoredPart? {
        switch self {
        case .withheld(let name): return StoredPart(name: name, salt: [], isSealed: false, stored: nil)
        case .absent(let name): return StoredPart(name: name, salt: [], isSealed: true, stored: nil)
        case .plain(let name, let salt, let text):
            guard let salt = [UInt8](hex: salt) else { return nil }
            return StoredPart(name: name, salt: salt, isSealed: false, stored: Array(text.utf8))
        case .binary(let name, let salt, let bytes), .locked(let name, let salt, let bytes):
            guard let salt = [UInt8](hex: salt), let bytes = [UInt8](hex: bytes) else { return nil }
            let isSealed = wireCase == .locked
            return StoredPart(name: name, salt: salt, isSealed: isSealed, stored: bytes)
        case .sealed(let name, let salt, let bytes, let key):
            guard let salt = [UInt8](hex: salt), let bytes = [UInt8](hex: bytes), let key = [UInt8](hex: key)
            else { return nil }
            return StoredPart(name: name, salt: salt, isSealed: true, stored: bytes, key: key)
        }
    }
}
