import Hummingbird
import MusterCore
import MusterViews
import NIOCore

/// The roster page of administrators.
struct RosterRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {}
}
