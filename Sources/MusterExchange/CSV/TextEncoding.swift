/// How the bytes of a table are to be read when no byte-order mark says so.
package enum TextEncoding: String, Codable, Sendable, CaseIterable {
    /// What OneRoster asks for; anything else is refused with its line and byte.
    case utf8 = "utf-8"
    /// What old Windows programs write; only when a person chose it, since any bytes can be read that way.
    case windows1252 = "windows-1252"
}
