package import MusterCore

/// Which function draws the page of an address: the same for the server's first draw and for the browser.
package enum Pages {
    /// The page of a path, with or without a query; `nil` where only the server has it.
    package static func page(named address: String, context: PageContext) -> Page? {
        var context = context
        let bytes = Array(address.utf8)
        let end = bytes.firstIndex(of: 0x3F) ?? bytes.count
        let path = String(decoding: bytes[..<end], as: UTF8.self)
        if end < bytes.count {
            context.query = FormField.fields(ofQuery: String(decoding: bytes[(end + 1)...], as: UTF8.self))
        }
        switch path == "/" ? home(of: context.viewer) : path {
        case "/staff", "/room": return StaffPage.page(context)
        // Whoever does not hold the command slice has no board: it would show clocks that are not theirs.
        case "/board": return context.state.audience == .command ? board(context) : own(context)
        case "/responder": return ResponderPage.page(context)
        default: return nil
        }
    }

    /// The board, or the page of whoever has only a thumb for it, unless the address asks for the whole board.
    private static func board(_ context: PageContext) -> Page {
        BoardIncident.isWholeAsked(context) ? BoardPage.page(context) : OneThumbPage.page(context)
    }

    /// The main page of somebody who is not of the command.
    private static func own(_ context: PageContext) -> Page {
        home(of: context.viewer) == "/responder" ? ResponderPage.page(context) : StaffPage.page(context)
    }

    /// The address of a viewer's main page.
    package static func home(of viewer: Viewer) -> String {
        if viewer.roles.contains(.line) { return "/board" }
        let works = viewer.roles.contains(.staff) || viewer.roles.contains(.schoolOfficial)
        if works, !viewer.roles.contains(.sro) { return "/staff" }
        return viewer.roles.contains(.sro) || viewer.roles.contains(.agency) ? "/responder" : "/staff"
    }
}
