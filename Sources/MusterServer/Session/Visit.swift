package import MusterCore
package import MusterLog

/// A signed-in device that asks for something: who it is, what it may do and what it may hold.
package struct Visit: Sendable {
    /// The session.
    package var session: DeviceSession
    /// The person's roles at the site, as the directory has them now.
    package let roles: [Role]
    /// The rooms that the person answers for.
    package let rooms: [PlaceID]
    /// Whose people and devices the person looks after.
    package let administers: Administered?
    /// Whether the setting of the register of armed and uniformed adults names the person.
    package let isOfRegister: Bool

    /// Who acts.
    package var actor: Actor { Actor(session.person, roles: roles, device: session.device) }

    /// What the device may hold by the claims of its site.
    func slice(by claims: SliceClaims) -> Slice? { claims.slice(of: session.person, roles, rooms: rooms) }

    /// Who looks at a page.
    package var viewer: Viewer {
        var viewer = Viewer()
        viewer.person = session.person
        viewer.device = session.device
        viewer.roles = roles
        viewer.rooms = rooms
        viewer.isCommandPost = session.isCommandPost
        viewer.keepsRoster = administers != nil
        viewer.isOfRegister = isOfRegister
        return viewer
    }
}
