/// Parts of a page that are out of the way until somebody wants them.
extension Html {
    /// Writes a fold: closed until it is opened, and then left open by later redraws.
    ///
    /// It works without a script. What is inside must never be needed in the first minute.
    /// `aside` is what is known already, said at the end of the line.
    package mutating func fold(
        _ title: String, key: String = "", icon: Icon? = nil, aside: String = "",
        content: (inout Html) -> Void
    ) {
        // A fold is known by its key, or else its title: an open one is never taken over by another that comes to stand
        // in its place.
        element("details", ["fold", .data("key", key.isEmpty ? title + aside : key)]) { h in
            h.element("summary", []) { h in
                if let icon { h.icon(icon) }
                h.span(text: title)
                if !aside.isEmpty { h.span("fold-aside", text: aside) }
            }
            h.div("fold-body", content: content)
        }
    }

    /// Writes a button by which a person says that notices were seen, ids with spaces between; only the shell
    /// answers it.
    package mutating func seenButton(_ id: String, _ words: String = "Seen") {
        element(
            "button",
            ["button button-secondary seen", .attribute("type", "button"), .data("seen", id)]
        ) { h in h.text(words) }
    }

    /// Writes a form that goes to another view of the page and changes nothing.
    package mutating func goTo(_ path: StaticString, content: (inout Html) -> Void) {
        element("form", ["act", .attribute("method", "get"), Attribute("action", .fixed(path))], content)
    }

    /// Writes what is real inside practice, so that it never looks or reads like practice.
    package mutating func real(content: (inout Html) -> Void) {
        div("real", content: content)
    }
}
