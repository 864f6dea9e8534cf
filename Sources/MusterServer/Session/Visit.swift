package import MusterCore
package import MusterLog

/// A signed-in device that asks for something: who it is, what it may do and what it may hold.
package struct Visit: Sendable {
    /// The session.
    package let session: DeviceSession
    /// The person's roles at the site, as the directory has them now.
    package let roles: [Role]
    /// The rooms that the person answers for.
    package let rooms: [PlaceID]

    /// Who acts.
    package var actor: Actor { Actor(session.person, roles: roles, device: session.device) }

    /// What the device may hold: the line, administrators and school officials the whole of it, responders the
    /// actions and rooms, staff the actions and their own rooms.
    package var slice: Slice {
        if roles.contains(.line) || roles.contains(.administrator) || roles.contains(.schoolOfficial) {
            return .command
        }
        if roles.contains(.sro) || roles.contains(.agency) { return Slice(.responder) }
        return Slice(.staff, rooms: rooms)
    }

    /// Who looks at a page.
    package var viewer: Viewer {
        var viewer = Viewer()
        viewer.person = session.person
        viewer.device = session.device
        viewer.roles = roles
        viewer.rooms = rooms
        viewer.isCommandPost = session.isCommandPost
        return viewer
    }
}
