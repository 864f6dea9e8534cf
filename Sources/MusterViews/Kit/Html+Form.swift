/// A form field: its label, its hint, and what is wrong with what was typed.
package struct Field: Sendable {
    /// What may be typed.
    package enum Kind: Sendable {
        case text, number, telephone, email, multiline
    }

    let name: StaticString
    let label: String
    let hint: String
    let error: String
    let value: String
    let kind: Kind
    let isRequired: Bool
    private let ownID: String

    /// Creates a field; `error` is empty while nothing is wrong.
    ///
    /// A page with two fields of one name gives them an `id` each.
    package init(
        _ name: StaticString, _ label: String, hint: String = "", error: String = "", value: String = "",
        kind: Kind = .text, isRequired: Bool = false, id: String = ""
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = error
        self.value = value
        self.kind = kind
        self.isRequired = isRequired
        ownID = id
    }

    /// The id of the field's input, for links from a problem.
    package var id: String { ownID.isEmpty ? "field-\(name)" : ownID }
}

/// One answer among several.
package struct Choice: Sendable {
    let value: String
    let label: String
    let hint: String
    let tone: Tone?

    /// Creates a choice, with the colour and icon of a meaning where it has one.
    package init(_ value: String, _ label: String, hint: String = "", tone: Tone? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
        self.tone = tone
    }
}

extension Html {
    /// Writes a field with its label, hint and error.
    package mutating func field(_ field: Field) {
        div(.class(field.error.isEmpty ? "field" : "field field-wrong")) { h in
            h.element("label", [.attribute("for", field.id)]) { h in
                h.text(field.label)
                if !field.isRequired { h.span("optional", text: " (optional)") }
            }
            if !field.hint.isEmpty { h.p("hint", .id(field.id + "-hint"), text: field.hint) }
            h.fieldError(field.error, id: field.id)
            h.input(field)
        }
    }

    /// Writes choices as large buttons of which one can be taken.
    package mutating func choices(
        _ name: StaticString, legend: String, hint: String = "", _ choices: [Choice], selected: String = ""
    ) {
        element("fieldset", ["field choices"]) { h in
            h.element("legend", []) { h in h.text(legend) }
            if !hint.isEmpty { h.p("hint", text: hint) }
            for choice in choices {
                h.element("label", [.class(choice.tone?.className ?? "tone-neutral")]) { h in
                    h.span("choice") { h in
                        h.void(
                            "input", .attribute("type", "radio"), Attribute("name", .fixed(name)),
                            .attribute("value", choice.value), .flag("required"),
                            .flag("checked", choice.value == selected))
                        if let tone = choice.tone { h.icon(tone.icon) }
                        h.words(of: choice)
                    }
                }
            }
        }
    }

    /// Writes choices of which any number can be taken; `error` is empty while nothing is wrong.
    package mutating func checks(
        _ name: StaticString, legend: String, hint: String = "", error: String = "", _ choices: [Choice],
        selected: [String] = []
    ) {
        element("fieldset", ["field choices", .id("field-\(name)")]) { h in
            h.element("legend", []) { h in h.text(legend) }
            if !hint.isEmpty { h.p("hint", text: hint) }
            h.fieldError(error, id: "field-\(name)")
            if choices.isEmpty { h.p("quiet", text: "Nobody to choose from.") }
            for choice in choices {
                h.element("label", [.class(choice.tone?.className ?? "tone-neutral")]) { h in
                    h.span("choice") { h in
                        h.void(
                            "input", .attribute("type", "checkbox"), Attribute("name", .fixed(name)),
                            .attribute("value", choice.value),
                            .flag("checked", selected.contains(choice.value)))
                        h.words(of: choice)
                    }
                }
            }
        }
    }

    private mutating func words(of choice: Choice) {
        span("choice-words") { h in
            h.strong(text: choice.label)
            if !choice.hint.isEmpty { h.span("hint", text: choice.hint) }
        }
    }

    /// Writes what is wrong with a field; nothing while nothing is.
    mutating func fieldError(_ error: String, id: String) {
        guard !error.isEmpty else { return }
        p("field-error", .id(id + "-error")) { h in
            h.icon(.warning)
            h.text(error)
        }
    }

    /// Writes a list to pick from, for more answers than fit as choices; two of one name need an `id` each.
    package mutating func select(
        _ name: StaticString, _ label: String, _ choices: [Choice], selected: String = "", id: String = ""
    ) {
        let id = id.isEmpty ? "field-\(name)" : id
        div("field") { h in
            h.element("label", [.attribute("for", id)]) { h in h.text(label) }
            h.element("select", [.id(id), Attribute("name", .fixed(name))]) { h in
                for choice in choices {
                    h.element(
                        "option",
                        [.attribute("value", choice.value), .flag("selected", choice.value == selected)]
                    ) { h in h.text(choice.label) }
                }
            }
        }
    }

    private mutating func input(_ field: Field) {
        var attributes: [Attribute] = [
            .id(field.id), Attribute("name", .fixed(field.name)), .flag("required", field.isRequired),
        ]
        switch (field.hint.isEmpty, field.error.isEmpty) {
        case (true, true): break
        case (false, true): attributes.append(.attribute("aria-describedby", field.id + "-hint"))
        case (true, false): attributes.append(.attribute("aria-describedby", field.id + "-error"))
        case (false, false):
            attributes.append(.attribute("aria-describedby", "\(field.id)-hint \(field.id)-error"))
        }
        if !field.error.isEmpty { attributes.append(.attribute("aria-invalid", "true")) }
        switch field.kind {
        case .multiline:
            attributes.append(.attribute("rows", "3"))
            // A line break right after the start tag is dropped by the parser, so one is written to be dropped.
            element("textarea", attributes) { h in h.text("\n" + field.value) }
            return
        case .text: attributes.append(.attribute("type", "text"))
        case .number: attributes.append(.attribute("inputmode", "numeric"))
        case .telephone: attributes.append(.attribute("type", "tel"))
        case .email: attributes.append(.attribute("type", "email"))
        }
        attributes.append(.attribute("value", field.value))
        element("input", attributes)
    }

    private mutating func element(_ name: StaticString, _ attributes: [Attribute]) {
        raw("<")
        raw(name)
        for attribute in attributes { attribute.write(into: &self) }
        raw(">")
    }
}
