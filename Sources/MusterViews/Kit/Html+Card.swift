/// Containers and navigation.
extension Html {
    /// Writes a card: a titled part of a page.
    package mutating func card(_ title: String, content: (inout Html) -> Void) {
        section("card") { h in
            h.h2("card-title", text: title)
            content(&h)
        }
    }

    /// Writes a card with something beside its title, such as a count or a small act.
    package mutating func card(
        _ title: String, aside: (inout Html) -> Void, content: (inout Html) -> Void
    ) {
        section("card") { h in
            h.div("card-head") { h in
                h.h2("card-title", text: title)
                h.div("card-aside", content: aside)
            }
            content(&h)
        }
    }

    /// Writes links between views of one thing.
    package mutating func tabs(_ label: String, _ tabs: [(words: String, target: String, isCurrent: Bool)]) {
        element("nav", ["tabs", .label(label)]) { h in
            for tab in tabs {
                h.element(
                    "a", [.href(tab.target)] + (tab.isCurrent ? [.current] : [])
                ) { h in h.text(tab.words) }
            }
        }
    }

    /// Writes a table with a caption; rows are `row` calls.
    package mutating func table(_ caption: String, _ headings: [String], rows: (inout Html) -> Void) {
        div("table-frame", .attribute("tabindex", "0"), .attribute("role", "region"), .label(caption)) { h in
            h.element("table", []) { h in
                h.element("caption", []) { h in h.text(caption) }
                h.element("thead", []) { h in
                    h.element("tr", []) { h in
                        for heading in headings {
                            h.element("th", [.attribute("scope", "col")]) { h in h.text(heading) }
                        }
                    }
                }
                h.element("tbody", [], rows)
            }
        }
    }

    /// Writes a row of text cells, the first of which names it.
    package mutating func row(_ cells: [String]) {
        element("tr", []) { h in
            for (index, cell) in cells.enumerated() {
                if index == 0 {
                    h.element("th", [.attribute("scope", "row")]) { h in h.text(cell) }
                } else {
                    h.element("td", []) { h in h.text(cell) }
                }
            }
        }
    }
}

extension Attribute {
    static var current: Attribute { .attribute("aria-current", "page") }
}
