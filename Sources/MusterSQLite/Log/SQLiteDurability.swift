/// What a commit promises when it is answered.
package enum SQLiteDurability: String, Sendable {
    /// It is on the disk.
    case full = "FULL"
    /// Nothing: only for the test that shows that ``full`` is needed.
    case unsafeOff = "OFF"

    /// The number that SQLite reports for it.
    var reported: Int { self == .full ? 2 : 0 }
}
