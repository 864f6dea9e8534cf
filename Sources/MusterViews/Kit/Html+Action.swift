/// Acts: forms that work without the script, and the buttons in them.
extension Html {
    /// How a button looks; a page has one primary action.
    package enum ButtonStyle: Sendable {
        /// The one thing to do on this page.
        case primary
        /// Everything else.
        case secondary
        /// A primary action in the colour of its meaning, such as Lockdown.
        case toned(Tone)
        /// One of several actions, each in the colour of its meaning.
        case outlined(Tone)
    }

    /// Writes the form of an act: `POST /act` with the act's name, its fields, and the slot of the form token.
    ///
    /// ```swift
    /// h.act("report-room", ["incident": incident.text, "room": room.text]) { h in
    ///     h.button("All here", .primary, icon: .check, name: "status", value: "all-here")
    /// }
    /// ```
    @inline(never)
    package mutating func act(
        _ name: StaticString, _ fields: KeyValuePairs<StaticString, String> = [:],
        content: (inout Html) -> Void
    ) {
        openAct(name, fields)
        content(&self)
        raw("</form>")
    }

    /// Writes one more hidden field inside an act.
    package mutating func hidden(_ name: StaticString, _ value: String) {
        void(
            "input", .attribute("type", "hidden"), Attribute("name", .fixed(name)), .attribute("value", value)
        )
    }

    /// Writes an act that takes a deliberate press: hold the button, or open two steps beside it.
    ///
    /// The hold button appears only when the shell runs; the two steps are always there for the keyboard.
    package mutating func holdAct(
        _ name: StaticString, _ fields: KeyValuePairs<StaticString, String> = [:],
        label: String, confirm: String, consequence: String, tone: Tone
    ) {
        openAct(name, fields)
        div(.class("hold")) { h in
            h.div(.class(tone.className)) { h in
                let steps = "two-steps-\(name)-\(tone.className)"
                h.element(
                    "button",
                    [
                        "button hold-button", .attribute("type", "button"), .data("hold", 1200),
                        .data("hold-else", steps),
                    ]
                ) { h in
                    h.span("hold-label") { h in
                        h.icon(tone.icon)
                        h.span { h in
                            h.span("act-words", text: label)
                            h.span("hold-hint", text: "Press and hold")
                        }
                    }
                }
                h.element("details", ["hold-steps", .id(steps)]) { h in
                    h.element("summary", []) { h in
                        h.span("hold-steps-long") { h in
                            h.icon(tone.icon)
                            h.span("act-words", text: label)
                        }
                        h.span("hold-steps-short", text: "Use two steps instead")
                    }
                    h.p(text: consequence)
                    h.button(confirm, .toned(tone), icon: tone.icon)
                }
            }
        }
        raw("</form>")
    }

    /// Writes a button that sends its act; `name` and `value` go with it.
    @inline(never)
    package mutating func button(
        _ label: String, _ style: ButtonStyle = .secondary, icon: Icon? = nil,
        name: StaticString = "", value: String = ""
    ) {
        var attributes: [Attribute] = [.class(style.className), .attribute("type", "submit")]
        if name.utf8CodeUnitCount > 0 {
            attributes.append(Attribute("name", .fixed(name)))
            attributes.append(.attribute("value", value))
        }
        toned(style) { h in h.element("button", attributes) { h in h.label(label, style, icon) } }
    }

    /// Writes a link that looks like a button: it goes somewhere and changes nothing.
    package mutating func buttonLink(
        _ label: String, to target: String, _ style: ButtonStyle = .secondary, icon: Icon? = nil
    ) {
        toned(style) { h in
            h.element("a", [.class(style.className), .href(target)]) { h in h.label(label, style, icon) }
        }
    }

    /// Writes buttons beside each other; on a phone they stand full width, below one another.
    package mutating func buttonRow(content: (inout Html) -> Void) {
        div("button-row", content: content)
    }

    /// Writes a telephone number large enough to press with a shaking hand.
    package mutating func callLine(_ label: String, number: String, note: String = "") {
        var digits = ""
        for character in number.unicodeScalars {
            switch character {
            case "0"..."9", "+", "*", "#", ",": digits.unicodeScalars.append(character)
            default: continue
            }
        }
        element("a", ["call-line", .href("tel:" + digits)]) { h in
            h.icon(.phone)
            h.span("call-label") { h in
                h.strong(text: label)
                if !note.isEmpty { h.span("call-note", text: note) }
            }
            h.span("call-number", text: number)
        }
    }

    @inline(never)
    private mutating func openAct(
        _ name: StaticString, _ fields: KeyValuePairs<StaticString, String>
    ) {
        raw("<form method=\"post\" action=\"/act\" class=\"act\" data-act")
        raw("><input type=\"hidden\" name=\"act\" value=\"")
        raw(name)
        raw("\"><input type=\"hidden\" name=\"token\" value=\"")
        markTokenSlot()
        raw("\">")
        for (name, value) in fields { hidden(name, value) }
    }

    private mutating func label(_ words: String, _ style: ButtonStyle, _ icon: Icon?) {
        if let icon { self.icon(icon) }
        if case .secondary = style {
            span(text: words)
        } else {
            span("act-words", text: words)
        }
    }

    private mutating func toned(_ style: ButtonStyle, _ content: (inout Html) -> Void) {
        switch style {
        case .primary, .secondary: content(&self)
        case .toned(let tone), .outlined(let tone): div(.class(tone.className), content: content)
        }
    }
}

extension Html.ButtonStyle {
    fileprivate var className: StaticString {
        switch self {
        case .primary: "button button-primary"
        case .secondary: "button button-secondary"
        case .toned: "button button-toned"
        case .outlined: "button button-outlined"
        }
    }
}
