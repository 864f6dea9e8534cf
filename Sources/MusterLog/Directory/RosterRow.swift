/// A row of a roster that is known by its key in the source, and that is kept when the source drops it.
package protocol RosterRow: Hashable, Sendable {
    /// The key in the source.
    var sourcedID: String { get }
    /// Whether the source still lists it.
    var isActive: Bool { get set }
}

extension RosterTenant: RosterRow {}
extension RosterTerm: RosterRow {}
extension RosterPlace: RosterRow {}
extension RosterClass: RosterRow {}
extension RosterPerson: RosterRow {}
extension RosterEnrollment: RosterRow {}
