package import MusterCore

/// A page that the viewer may open, as the masthead offers it.
package struct PageLink: Equatable, Sendable {
    /// What the link says.
    let label: String
    /// Where it leads.
    let path: String
    /// Whether it is the page that is shown.
    let isCurrent: Bool

    /// The pages of a viewer: none where there is only one, as for most of the staff.
    package static func all(for viewer: Viewer, on current: String) -> [PageLink] {
        let roles = viewer.roles
        let works = roles.contains(.staff) || roles.contains(.administrator)
        var pages: [(String, String)] = []
        if roles.contains(.line) || roles.contains(.administrator) { pages.append(("Board", "/board")) }
        if works || roles.contains(.line) || roles.contains(.schoolOfficial) {
            pages.append((viewer.rooms.isEmpty ? "Staff page" : "My room", "/staff"))
        }
        if roles.contains(.sro) || roles.contains(.schoolOfficial) || roles.contains(.agency) {
            pages.append(("For responders", "/responder"))
        }
        if roles.contains(.line) || roles.contains(.administrator) { pages.append(("Coverage", "/coverage")) }
        if roles.contains(.administrator) { pages.append(("Duty", "/duty")) }
        if viewer.keepsRoster { pages.append(("Roster and devices", "/roster")) }
        if viewer.isOfRegister { pages.append(("Armed adults", "/register")) }
        // Whoever has one page only finds the plan on it, on a quiet day.
        if PlanDocument.mayBeRead(by: roles), !pages.isEmpty, pages.count > 1 || current == "/plan" {
            pages.append(("Plan", "/plan"))
        }
        guard pages.count > 1 else { return [] }
        return pages.map { PageLink(label: $0.0, path: $0.1, isCurrent: $0.1 == current) }
    }
}

extension Html {
    /// Writes the way to the viewer's other pages.
    mutating func pageLinks(_ links: [PageLink]) {
        guard !links.isEmpty else { return }
        element("nav", ["pages", .label("Your pages")]) { h in
            for link in links {
                h.element("a", [.href(link.path)] + (link.isCurrent ? [.current] : [])) { h in
                    h.text(link.label)
                }
            }
        }
    }
}
