/// What opens on request: the board stays calm, and every act is there without leaving the page.
extension Html {
    /// Writes a line that opens to show more; the shell keeps it open through redraws.
    package mutating func disclosure(
        _ words: String, icon: Icon? = nil, aside: String = "", content: (inout Html) -> Void
    ) {
        element("details", ["more"]) { h in
            h.element("summary", []) { h in
                if let icon { h.icon(icon) }
                h.span("more-words", text: words)
                if !aside.isEmpty { h.span("more-aside", text: aside) }
            }
            h.div("more-body", content: content)
        }
    }
}
