/// One entry of an archive as its directory lists it, before anything is unpacked.
package struct ArchiveEntry: Hashable, Sendable {
    /// The place in the archive, counted from 0.
    package let index: Int
    /// The name as the archive gives it, or nil when it is not readable text.
    package let name: String?
    /// The size the archive declares; it may lie.
    package let declaredBytes: Int64?
    /// Whether it is a regular file, not a folder, a link or a device.
    package let isFile: Bool
    /// Whether it is a folder.
    package let isFolder: Bool
    /// Whether its content is encrypted.
    package let isEncrypted: Bool

    /// Whether the name stays inside the folder it is unpacked to, on any system.
    package var hasSafeName: Bool {
        guard let name, !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains("\0"),
            !name.contains(":")
        else { return false }
        return !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }
}
