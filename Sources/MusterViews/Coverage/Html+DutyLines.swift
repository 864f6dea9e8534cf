import MusterCore

/// Who may hold which position, in order.
extension Html {
    mutating func dutyLines(_ duty: DutyOverview) {
        p(
            "quiet",
            text: "The primary first, then the backups. What is saved here is the site's plan at once.")
        for position in Position.allCases {
            let members = duty.lines.first { $0.position == position }?.members ?? []
            card(position.label) { h in
                if members.isEmpty { h.p("quiet", text: "Nobody stands in this line.") }
                h.ol("line-members") { h in
                    for member in members {
                        h.li { h in
                            h.strong(text: duty.name(of: member.person))
                            h.text(member.onSite ? ", on site" : ", off site")
                        }
                    }
                }
                h.changeLine(position, members, duty)
            }
        }
    }

    private mutating func changeLine(_ position: Position, _ members: [LineMember], _ duty: DutyOverview) {
        let typed = duty.typed?.table == position.rawValue ? duty.typed : nil
        let form: (inout Html) -> Void = { h in
            h.plainForm(to: "/duty/lines", ["position": position.rawValue]) { h in
                for place in 0..<min(members.count + 3, 12) {
                    let member = place < members.count ? members[place] : nil
                    h.linePlace(place, position, member, typed, duty)
                }
                h.button("Save this line", .secondary, icon: .check)
            }
        }
        if typed == nil {
            fold("Change this line", key: "line-" + position.rawValue, content: form)
        } else {
            form(&self)
        }
    }

    private mutating func linePlace(
        _ place: Int, _ position: Position, _ member: LineMember?, _ typed: DutyForm?, _ duty: DutyOverview
    ) {
        let id = "\(position.rawValue)-\(place + 1)"
        let sent = typed?.values.filter { $0.name == "person" } ?? []
        let person = typed == nil ? member?.person.text ?? "" : place < sent.count ? sent[place].value : ""
        let wheres = typed?.values.filter { $0.name == "where" } ?? []
        let isOff =
            typed == nil ? member?.onSite == false : place < wheres.count && wheres[place].value == "off site"
        let error = typed?.error("\(place + 1)") ?? ""
        div(.class(error.isEmpty ? "field line-place" : "field line-place field-wrong")) { h in
            h.element("label", [.attribute("for", id)]) { h in
                h.text(place == 0 ? "Primary" : "Backup \(place)")
            }
            if !error.isEmpty {
                h.p("field-error") { h in
                    h.icon(.warning)
                    h.text(error)
                }
            }
            h.element("select", [.id(id), .attribute("name", "person")]) { h in
                h.element("option", [.attribute("value", "")]) { h in h.text("Nobody") }
                for other in duty.people where other.isHere || other.person.text == person {
                    h.element(
                        "option",
                        [
                            .attribute("value", other.person.text),
                            .flag("selected", other.person.text == person),
                        ]
                    ) { h in h.text("\(other.name), \(other.title)") }
                }
            }
            h.element(
                "select",
                [.attribute("name", "where"), .label("Where, \(place == 0 ? "primary" : "backup \(place)")")]
            ) { h in
                h.element("option", [.attribute("value", "on site")]) { h in h.text("On site") }
                h.element("option", [.attribute("value", "off site"), .flag("selected", isOff)]) { h in
                    h.text("Off site")
                }
            }
        }
    }
}
