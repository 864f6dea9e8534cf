import MusterCore

/// Small form parts whose label holds the field, so that a page may have many forms without a second id.
extension Html {
    /// Writes a list to pick from; `first` stands for no choice.
    mutating func pick(
        _ name: StaticString, _ label: String, first: String? = nil,
        _ choices: [(value: String, label: String)]
    ) {
        element("label", ["inline-field"]) { h in
            h.span("inline-label", text: label)
            h.element("select", [Attribute("name", .fixed(name))]) { h in
                if let first { h.element("option", [.attribute("value", "")]) { h in h.text(first) } }
                for choice in choices {
                    h.element("option", [.attribute("value", choice.value)]) { h in h.text(choice.label) }
                }
            }
        }
    }

    /// Writes a line to type in.
    mutating func line(
        _ name: StaticString, _ label: String, value: String = "", isNumber: Bool = false,
        isRequired: Bool = false
    ) {
        element("label", ["inline-field"]) { h in
            h.span("inline-label", text: label)
            h.void(
                "input", .attribute("type", "text"), Attribute("name", .fixed(name)),
                .attribute("value", value), .attribute("inputmode", isNumber ? "numeric" : "text"),
                .attribute("autocomplete", "off"), .flag("required", isRequired))
        }
    }

    /// Writes a box for a few sentences.
    mutating func sentences(_ name: StaticString, _ label: String, isRequired: Bool = true) {
        element("label", ["inline-field"]) { h in
            h.span("inline-label", text: label)
            h.element(
                "textarea",
                [Attribute("name", .fixed(name)), .attribute("rows", "2"), .flag("required", isRequired)]
            ) { _ in }
        }
    }

    /// Writes a box to tick.
    mutating func tick(_ name: StaticString, _ label: String) {
        element("label", ["inline-tick"]) { h in
            h.void(
                "input", .attribute("type", "checkbox"), Attribute("name", .fixed(name)),
                .attribute("value", "true"))
            h.span(text: label)
        }
    }

    /// Writes how a fact came in: seen by whoever enters it, or said by somebody by radio, telephone, on paper.
    mutating func channel(ownFirst: Bool = true) {
        let channels = ownFirst ? Channel.allCases : Channel.byProxy + [.direct]
        pick("channel", "How do you know?", channels.map { ($0.rawValue, $0.label) })
    }

    /// Writes the record that somebody else is hands-on: anyone may make it, of anyone (design section 3).
    mutating func otherResponding(_ context: PageContext) {
        let busy = context.state.responding
        let others = context.directory.people.rows.contains {
            $0.person != context.viewer.person && busy[$0.person] == nil
        }
        guard others else { return }
        act("reportResponding") { h in
            h.pickPerson("person", "Or somebody else", first: "Choose", context) {
                $0 != context.viewer.person && busy[$0] == nil
            }
            h.channel(ownFirst: true)
            h.button("Their hands are busy", .secondary, icon: .run)
        }
    }

    /// Writes a list of whom a position may be offered to: nobody who is responding (HandsOff), and no agency.
    mutating func pickHolder(_ label: String, first: String, _ context: PageContext) {
        pickPerson("person", label, first: first, context) { person in
            context.state.responding[person] == nil && context.directory.people[person]?.isAgency == false
        }
    }

    /// Writes a list of the adults to pick from.
    mutating func pickPerson(
        _ name: StaticString, _ label: String, first: String? = nil, _ context: PageContext,
        where isShown: (PersonID) -> Bool = { _ in true }
    ) {
        let people = context.directory.people.rows.filter { isShown($0.person) }
            .inReadingOrder { $0.name }
        pick(
            name, label, first: first,
            people.map { ($0.person.text, $0.title.isEmpty ? $0.name : $0.name + ", " + $0.title) })
    }
}
