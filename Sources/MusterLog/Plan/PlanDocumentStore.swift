package import MusterCore

/// The port to the plan documents of sites: what people write, review and approve (decision 0019).
///
/// Whoever implements this keeps three promises:
///
/// 1. `keep` writes the whole document or nothing.
/// 2. `keep` refuses with `.stale` whatever ``PlanDocument/mayReplace(_:)`` refuses: a change of what somebody else
///    changed meanwhile, and any change of what was published.
/// 3. No document is ever removed: somebody may have acted by it.
package protocol PlanDocumentStore: Sendable {
    /// All versions of a site's plan, the newest first.
    func planDocuments(of site: SiteID) async throws(DirectoryError) -> [PlanDocument]
    /// Keeps a new document, or the next revision of one.
    func keep(_ document: PlanDocument, of site: SiteID) async throws(DirectoryError)
}

extension DirectoryError {
    /// What a store says when a document may not take the place of the one that is kept.
    package static let stalePlan = DirectoryError(
        .stale,
        "Somebody else changed this version of the plan meanwhile. Open it again and repeat your change.")
}
