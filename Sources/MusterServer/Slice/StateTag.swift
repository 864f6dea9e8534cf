import Crypto
import MusterCore
import MusterDesk
package import MusterLog

/// Names all that a device's state was cut by: its slice, who looks, and what the directory says.
///
/// Two equal tags mean that the records of the feed may be folded on the state; with another one a device would go
/// on with rooms that it may no longer see, or with names that are no longer right. It is a digest, so that nothing
/// can be read from it, and the same in every process. A device is given it with the era of the log that its records are
/// from.
package struct StateTag: Hashable, Sendable {
    /// The digest.
    private let digest: String

    /// The tag of what a visit is given now.
    init(_ visit: Visit, _ slice: Slice, _ book: SiteBook) {
        var viewer = visit.viewer
        // A device says itself that it is the command post, and needs no new state for it.
        viewer.isCommandPost = false
        var hash = SHA256()
        // Nor is a state good any more that was folded by rules of another version.
        let rules = Array("\(Desk.snapshotSchema)".utf8)
        for part in [rules, slice.encoded(), viewer.encoded(), book.digest(for: slice.audience)] {
            hash.update(data: part)
        }
        digest = Array(hash.finalize().prefix(16)).hex
    }

    /// The tag as it is sent and sent back.
    package func text(in era: EraID) -> String { "\(era)_\(digest)" }

    /// The era in a tag that was sent back, where it is this one.
    func era(in text: String) -> EraID? {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1] == digest else { return nil }
        return EraID(String(parts[0]))
    }
}

extension Doorkeeper {
    /// The tag of what a visit of that slice is given now.
    func tag(_ visit: Visit, _ slice: Slice) async throws(DirectoryError) -> StateTag {
        StateTag(visit, slice, try await books.book(of: visit.session.site))
    }
}

extension SliceGate {
    /// The tag of what a visit is given now; `nil` when that is nothing.
    func tag(for visit: Visit, by doorkeeper: Doorkeeper) async throws -> StateTag? {
        guard let slice = try await slice(for: visit) else { return nil }
        return try await doorkeeper.tag(visit, slice)
    }
}
