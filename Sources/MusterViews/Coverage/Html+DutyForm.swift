import MusterCore

/// The forms of the duty page: each field with what was typed, and beside it what is wrong.
extension Html {
    /// Writes a form by which a row is added.
    mutating func dutyForm(_ form: DutyTableForm, _ duty: DutyOverview) {
        let typed = duty.typed?.table == form.table ? duty.typed : nil
        let content: (inout Html) -> Void = { h in
            if !form.hint.isEmpty { h.p("quiet", text: form.hint) }
            h.plainForm(to: "/duty/add", ["table": form.table]) { h in
                h.div("duty-fields") { h in
                    for field in form.fields { h.dutyField(field, form.table, typed, duty.people) }
                }
                h.button(form.add, .secondary, icon: .check)
            }
        }
        // What has to be put right stands open.
        guard typed == nil else { return card(form.add, content: content) }
        fold(form.add, key: "add-" + form.table, content: content)
    }

    /// Writes a field with its label, hint, error and input.
    mutating func dutyField(
        _ field: DutyField, _ table: String, _ typed: DutyForm?, _ people: [DutyPerson]
    ) {
        let id = table + "-\(field.name)"
        let error = typed?.error("\(field.name)") ?? ""
        switch field.input {
        case .weekdays: return weekdays(id, typed, error)
        case .nextDay: return check(field, id, typed)
        default: break
        }
        div(.class(error.isEmpty ? "field" : "field field-wrong")) { h in
            h.element("label", [.attribute("for", id)]) { h in
                h.text(field.label)
                if field.isOptional { h.span("optional", text: " (optional)") }
            }
            if !field.hint.isEmpty { h.p("hint", .id(id + "-hint"), text: field.hint) }
            h.fieldError(error, id: id)
            h.dutyInput(field, id, typed, error, people)
        }
    }

    private mutating func dutyInput(
        _ field: DutyField, _ id: String, _ typed: DutyForm?, _ error: String, _ people: [DutyPerson]
    ) {
        var common: [Attribute] = [.id(id), Attribute("name", .fixed(field.name))]
        let about = (field.hint.isEmpty ? "" : id + "-hint ") + (error.isEmpty ? "" : id + "-error")
        if !about.isEmpty { common.append(.attribute("aria-describedby", about)) }
        if !error.isEmpty { common.append(.attribute("aria-invalid", "true")) }
        if !field.isOptional { common.append(.flag("required")) }
        let value = typed?.value("\(field.name)") ?? ""
        switch field.input {
        case .text: input("text", common, value)
        case .day: input("date", common, value)
        case .time: input("time", common, value)
        case .moment: input("datetime-local", common, value)
        case .person: options(common, [("", "Choose a person")] + Self.names(people)) { $0 == value }
        case .people:
            let several: [Attribute] = [.flag("multiple"), .attribute("size", "4")]
            options(common + several, Self.names(people)) { typed?.has("\(field.name)", $0) ?? false }
        case .choice(let choices): options(common, choices.map { ($0.value, $0.label) }) { $0 == value }
        case .weekdays, .nextDay: break
        }
    }

    private mutating func input(_ type: String, _ common: [Attribute], _ value: String) {
        void("input", with: [.attribute("type", type)] + common + [.attribute("value", value)])
    }

    private mutating func options(
        _ common: [Attribute], _ choices: [(String, String)], _ isChosen: (String) -> Bool
    ) {
        element("select", common) { h in
            for (value, label) in choices {
                h.element("option", [.attribute("value", value), .flag("selected", isChosen(value))]) { h in
                    h.text(label)
                }
            }
        }
    }

    private static func names(_ people: [DutyPerson]) -> [(String, String)] {
        people.filter { $0.isHere }.map {
            ($0.person.text, $0.title.isEmpty ? $0.name : "\($0.name), \($0.title)")
        }
    }

    private mutating func weekdays(_ id: String, _ typed: DutyForm?, _ error: String) {
        element("fieldset", [.id(id), .class(error.isEmpty ? "field days" : "field days field-wrong")]) { h in
            h.element("legend", []) { h in h.text("Days of the week") }
            h.fieldError(error, id: id)
            h.div("day-row") { h in
                for day in Weekday.allCases {
                    let isChosen = typed?.has("days", day.short) ?? Weekdays.workdays.contains(day)
                    h.element("label", ["day"]) { h in
                        h.void(
                            "input", .attribute("type", "checkbox"), .attribute("name", "days"),
                            .attribute("value", day.short), .flag("checked", isChosen))
                        h.span(text: day.short)
                    }
                }
            }
        }
    }

    private mutating func check(_ field: DutyField, _ id: String, _ typed: DutyForm?) {
        element("label", ["check", .attribute("for", id)]) { h in
            h.void(
                "input", .id(id), .attribute("type", "checkbox"), Attribute("name", .fixed(field.name)),
                .attribute("value", "yes"), .flag("checked", typed?.has("\(field.name)", "yes") ?? false))
            h.span(text: field.label)
        }
    }
}
