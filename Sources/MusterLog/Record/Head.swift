/// The end of a stream's chain: whoever keeps one can later tell a cut tail or a rewritten chain.
package struct Head: Hashable, Sendable {
    /// The position of the last record; 0 before the first.
    package let position: Int64
    /// The digest of the last record's header.
    package let digest: Digest

    /// The end of a chain at a position.
    package init(position: Int64, digest: Digest) {
        self.position = position
        self.digest = digest
    }

    /// The head of a stream without records.
    package static let start = Head(position: 0, digest: .zero)
}
