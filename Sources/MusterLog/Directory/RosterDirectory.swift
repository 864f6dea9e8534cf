/// The port through which rosters reach the directory of people and places.
///
/// An import reads a snapshot, plans against it, and applies the plan at the snapshot's version: planning takes
/// seconds on a large district and must hold no lock, since an incident may begin meanwhile. Whoever implements this
/// keeps three promises:
///
/// 1. `apply` writes everything or nothing.
/// 2. `apply` refuses with `.stale` when the source is no longer at the version named.
/// 3. Rows are keyed by (source, sourced id); ids once given are never given to another row, and rows that are no
///    longer active are kept, so that the same person gets the same id back.
package protocol RosterDirectory: Sendable {
    /// All rows of one source.
    func roster(of source: RosterSource) async throws(DirectoryError) -> RosterSnapshot

    /// Writes all changes in one transaction, and answers the version they made.
    func apply(
        _ changes: RosterChanges, of source: RosterSource, at version: RosterVersion
    ) async throws(DirectoryError) -> RosterVersion

    /// The person with this key, active or not.
    func person(_ sourcedID: String, of source: RosterSource) async throws(DirectoryError) -> RosterPerson?

    /// The room with this key, active or not.
    func place(_ sourcedID: String, of source: RosterSource) async throws(DirectoryError) -> RosterPlace?

    /// The class with this key, active or not.
    func schoolClass(_ sourcedID: String, of source: RosterSource) async throws(DirectoryError)
        -> RosterClass?
}
