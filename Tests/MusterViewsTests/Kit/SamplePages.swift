import MusterCore

@testable import MusterViews

/// Made-up pages as a later feature would write them; the gallery shows them and tests read them.
enum SamplePages {
    static let clock = PageClock(now: Instant(milliseconds: 1_772_460_192_000), utcOffsetMinutes: -360)

    static func ago(_ seconds: Int64) -> Instant { clock.now + .seconds(-seconds) }

    /// A teacher in a Lockdown: what to do now, my room, who to call.
    static func staffLockdown(_ mode: Mode, connection: Connection? = nil) -> Page {
        Page(
            "What to do now", site: "Cedar Hill Elementary", mode: mode,
            connection: connection ?? .current(asOf: ago(2)), clock: clock
        ) {
            Region("action") { h in
                h.actionHeader(.lockdown, place: "Whole site", since: ago(274), clock)
                h.steps(
                    "Now",
                    [
                        "Lock the door. Lights off.", "Out of sight, away from the door.",
                        "Stay silent. Do not open.",
                    ])
            }
            Region("my-room") { h in
                h.card("My room", aside: { h in h.text("Room 204") }) { h in
                    h.p("quiet") { h in
                        h.badge(.noReport)
                        h.text(" Answer only if it is safe to.")
                    }
                    h.act("report-room", ["incident": "i1", "room": "r204"]) { h in
                        h.buttonRow { h in
                            h.button(
                                "Someone is missing", icon: .unequal, name: "status", value: "exceptions")
                            h.button("Need help", icon: .help, name: "status", value: "needs-help")
                        }
                    }
                }
            }
            Region("help") { h in
                h.callLine("Call 911", number: "911", note: "Cedar Hill Elementary, 410 Alder Street")
                h.p("quiet", text: "Help is being coordinated by Dana Reyes.")
            }
            Region("report", .thumb) { h in
                h.act("report-room", ["incident": "i1", "room": "r204"]) { h in
                    h.button("All 24 here", .primary, icon: .check, name: "status", value: "all-here")
                }
            }
        }
    }

    /// The page from which anyone on the staff raises an incident.
    static func raise(_ mode: Mode) -> Page {
        Page(
            "Raise", site: "Cedar Hill Elementary", mode: mode, connection: .current(asOf: ago(8)),
            clock: clock
        ) {
            Region("lockdown") { h in
                h.holdAct(
                    "raise", ["level": "lockdown"], label: "Lockdown", confirm: "Lock down the whole site",
                    consequence: "Everyone at Cedar Hill Elementary is told to lock down at once.",
                    tone: .lockdown)
            }
            Region("others") { h in
                h.card("Another action") { h in
                    h.act("raise") { h in
                        h.buttonRow { h in
                            for tone in [Tone.hold, .secure, .evacuate, .shelter] {
                                h.button(
                                    tone.words, .outlined(tone), icon: tone.icon, name: "action",
                                    value: tone.words)
                            }
                        }
                    }
                }
                h.card("I need someone here") { h in
                    h.act("raise") { h in
                        h.buttonRow { h in
                            h.button("Staff assist", icon: .person, name: "level", value: "assist")
                            h.button("Medical", icon: .help, name: "level", value: "medical")
                        }
                    }
                }
                h.callLine("Call 911", number: "911", note: "Muster does not call for you")
            }
        }
    }

    /// What a responder needs, and nothing else.
    static func responder(_ mode: Mode) -> Page {
        Page(
            "Responder", site: "Cedar Hill Elementary", mode: mode, connection: .current(asOf: ago(1)),
            clock: clock
        ) {
            Region("facts") { h in
                h.bigFact(
                    "Action", "Lockdown, whole site", tone: .lockdown, source: "Raised in room 112",
                    at: ago(274), clock)
                h.bigFact(
                    "Last seen", "East hall, level 1", tone: .caution, source: "Room 118, radio", at: ago(96),
                    clock)
                h.bigFact(
                    "Needs help", "Rooms 118, 121", tone: .needsHelp, source: "2 reports", at: ago(41), clock)
            }
            Region("people") { h in
                h.card("On the school's side") { h in
                    h.facts { h in
                        h.fact("Coordinates", "Dana Reyes, office")
                        h.fact("Scene command", "Cedar Hill Police, since 14:01")
                        h.fact("Enter by", "Door 3, south lot; keys in the lock box")
                    }
                }
            }
            Region("rooms") { h in
                h.card("Rooms without a report") { h in
                    h.roomsWithoutReport(
                        [103, 109, 122, 205, 210].map { SampleSite.room($0) }, "silent-",
                        note: "Silence is expected in a Lockdown.", label: { String($0.text.dropFirst()) }
                    )
                }
            }
            Region("call", .thumb) { h in
                h.callLine("Coordinator", number: "555 0142", note: "Dana Reyes")
            }
        }
    }

    /// Someone who coordinates while hiding in a locked-down place.
    static func lockedDownHolder(_ mode: Mode) -> Page {
        Page(
            "You coordinate", site: "Cedar Hill Elementary", mode: mode, look: .quiet,
            connection: .current(asOf: ago(3)), clock: clock
        ) {
            Region("action") { h in
                h.actionHeader(.lockdown, place: "Room 204 and whole site", since: ago(274), clock)
                h.facts { h in
                    h.fact("Outside", "Lee Okafor can take over")
                    h.fact("Rooms", "41 of 60 heard from")
                    h.fact("Need help", "118, 121")
                }
            }
            Region("hand", .thumb) { h in
                h.act("hand-over", ["to": "outside"]) { h in
                    h.button("Hand to outside", .primary, icon: .handover)
                }
                h.act("keep") { h in h.button("I keep it for now") }
            }
        }
    }
}
