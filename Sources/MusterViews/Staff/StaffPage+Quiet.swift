import MusterCore

/// An ordinary day: raising, the everyday calls, who coordinates, and the address card.
extension StaffPage {
    /// The big button, and the other actions in a fold.
    static func raise(_ view: StaffView, _ context: PageContext) -> Region {
        let alarms = view.situations.filter { $0.incident.level == .protective }
        let isOpen = !alarms.isEmpty
        let isPractice = isOpen && alarms.allSatisfy { $0.incident.kind.isPractice }
        return Region("raise") { h in
            h.card(isPractice ? "Something real?" : isOpen ? "Something worse?" : "Emergency") { h in
                if isPractice { h.p(text: "This is not part of the drill. It makes the alarm real.") }
                if !view.sendsLockdown {
                    h.real { h in
                        h.holdAct(
                            "raise",
                            ["action": "lockdown", "kind": "actual", "place": context.wholeSite.text],
                            label: "Lockdown", confirm: "Send Lockdown now",
                            consequence:
                                "Everyone at \(context.siteName) gets the alarm at once. Then you read it out.",
                            tone: .lockdown)
                    }
                }
                h.fold("Another action", icon: .megaphone) { h in otherActions(&h, context) }
            }
        }
    }

    private static func otherActions(_ h: inout Html, _ context: PageContext) {
        h.real { h in
            h.act("raise", ["kind": "actual"]) { h in
                h.choices(
                    "action", legend: "What must people do?",
                    context.state.plan.raisableActions.filter { $0 != .lockdown }.map {
                        Choice($0.rawValue, $0.label, hint: $0.summary, tone: $0.tone)
                    })
                h.select(
                    "hazard", "Against what? Needed for Shelter only.",
                    [Choice("", "Not said")] + Hazard.allCases.map { Choice($0.rawValue, $0.label) })
                placeSelect(&h, context, selected: context.wholeSite, withRooms: false, id: "raise-place")
                h.button("Send it now", .primary, icon: .megaphone)
            }
        }
    }

    /// The everyday path: the same way, for one person who needs help.
    static func everyday(_ view: StaffView, _ context: PageContext) -> Region {
        Region("everyday") { h in
            let isPractice = view.situations.contains { $0.incident.kind.isPractice }
            h.card(isPractice ? "Real, not part of the practice: I need somebody" : "I need somebody") { h in
                // Beside a drill it must not look like a part of it.
                h.real { h in
                    h.act("raise", ["kind": "actual"]) { h in
                        placeSelect(&h, context, selected: view.room, withRooms: true, id: "help-place")
                        h.buttonRow { h in
                            h.button(
                                IncidentLevel.medical.label, .outlined(.needsHelp), icon: .help,
                                name: "level",
                                value: IncidentLevel.medical.rawValue)
                            h.button(
                                IncidentLevel.assist.label, .secondary, icon: .person, name: "level",
                                value: IncidentLevel.assist.rawValue)
                        }
                    }
                }
                h.p("quiet", text: "Help is called to this place. It is not an alarm for everyone.")
            }
        }
    }

    /// Who would coordinate now, where the slice knows it.
    static func today(_ context: PageContext) -> Region {
        Region("today", runs: true) { h in
            h.p("today") { h in
                h.icon(.person)
                if let first = context.state.standby(on: context.dutyNow).first {
                    h.text("Would coordinate now: ")
                    h.strong(text: context.name(of: first.person))
                } else {
                    h.text("After an alarm you see here who coordinates.")
                }
            }
            h.p("today") { h in
                h.icon(.pin)
                h.link("Say that you are here, or away", to: "/duty/me")
            }
        }
    }

    /// The choice of the room, for whoever has none or several.
    static func chooseRoom(_ view: StaffView, _ context: PageContext) -> Region {
        let own = view.ownRooms.isEmpty ? context.rooms.map { $0.place } : view.ownRooms
        return Region("choose-room") { h in
            guard !own.isEmpty else {
                return h.notice(.caution, "Your room is not known here") { h in
                    h.p(
                        text:
                            "Report to the office by radio, telephone or in person. Your report counts the same."
                    )
                }
            }
            h.card(view.room == nil ? "Where are you?" : "In another room?") { h in
                h.goTo("/staff") { h in
                    h.select(
                        "room", "Your room now",
                        (view.room == nil ? [Choice("", "Choose")] : [])
                            + own.map { Choice($0.text, context.directory.label(of: $0)) },
                        selected: view.room?.text ?? "")
                    h.button("This is my room", view.room == nil ? .primary : .secondary, icon: .pin)
                }
            }
        }
    }

    /// What to tell 911, to be known before it is needed.
    static func addressCard(_ context: PageContext) -> Region {
        Region("address") { h in
            h.card("If you call 911, say") { h in h.address(context.directory.card) }
            // To be read before it is needed: while something is open, nothing leads away from this page.
            if context.openIncidents.isEmpty, context.state.plan.document > 0 {
                h.buttonLink("Read the plan of this site", to: "/plan")
            }
        }
    }

    private static func placeSelect(
        _ h: inout Html, _ context: PageContext, selected: PlaceID?, withRooms: Bool, id: String
    ) {
        var places = context.wholePlaces
        if places.isEmpty { places = [context.wholeSite] }
        var choices = places.map { place in
            Choice(
                place.text, place == context.wholeSite ? "The whole site" : context.directory.label(of: place)
            )
        }
        if withRooms { choices = context.rooms.map { Choice($0.place.text, $0.label) } + choices }
        if selected == nil { choices.insert(Choice("", "Choose where you are"), at: 0) }
        h.select("place", "Where?", choices, selected: selected?.text ?? "", id: id)
    }
}

extension Html {
    /// Writes the address card as facts to read out.
    mutating func address(_ card: SiteCard) {
        facts { h in
            if !card.name.isEmpty { h.fact("This is", card.name) }
            h.fact("Address", card.address.isEmpty ? "Not entered. Say where you are." : card.address)
            if !card.entrance.isEmpty { h.fact("Come in at", card.entrance) }
            if !card.callBack.isEmpty { h.fact("Call back", card.callBack) }
            if !card.centre.isEmpty { h.fact("Emergency centre", card.centre) }
        }
    }
}
