import MusterCore

@testable import MusterViews

extension SamplePages {
    /// Every component once, with its states.
    static func components(_ mode: Mode, connection: Connection) -> Page {
        Page("Components", site: "Gallery", mode: mode, connection: connection, clock: clock) {
            Region("actions") { h in
                h.card("Actions") { h in
                    h.act("save") { h in
                        h.button("Primary action", .primary, icon: .check)
                        h.buttonRow { h in
                            h.button("Secondary", icon: .note)
                            h.buttonLink("A link", to: "/else", icon: .arrow)
                        }
                    }
                    h.holdAct(
                        "raise", label: "Evacuate", confirm: "Evacuate the whole site",
                        consequence: "Everyone is told to leave by the nearest safe door.", tone: .evacuate)
                    h.callLine(
                        "Call 911", number: "911", note: "Say: Cedar Hill Elementary, 410 Alder Street")
                }
            }
            Region("tones") { h in
                h.card("Colours of fixed meaning") { h in
                    h.p { h in
                        for tone in Tone.allCases {
                            h.badge(tone)
                            h.raw(" ")
                        }
                    }
                    h.actionHeader(.shelter, "Shelter: tornado", place: "Whole site", since: ago(62), clock)
                }
            }
            Region("words") { h in
                h.paWords("Say on the intercom", "Lockdown. Locks, lights, out of sight.")
                h.notSent(
                    "Lockdown, whole site", since: ago(9), clock,
                    words: "Lockdown. Locks, lights, out of sight.")
                h.notice(.caution, "Two reports of room 107 differ") { h in
                    h.p(text: "Both are kept. Ask the room.")
                }
                h.notice(.allHere, "Report saved")
                h.notice(.neutral, "You answer for rooms 201 to 204")
            }
            Region("form") { h in form(&h) }
            reading
        }
    }

    @RegionBuilder private static var reading: [Region] {
        Region("briefing") { h in
            h.briefing("Briefing for Lee Okafor", asOf: ago(4), clock) { h in
                h.fact("Situation", "Lockdown since 14:00. Person seen in the east hall, level 1.")
                h.fact("Rooms", "41 of 60 heard from; 118 and 121 need help")
                h.fact("Asked for", "Two ambulances, at door 3")
                h.fact("Not done", "Families not told")
            }
        }
        Region("table") { h in
            h.tabs(
                "Views",
                [
                    ("Rooms", "/rooms", true), ("People", "/people", false),
                    ("Timeline", "/timeline", false),
                ])
            h.table("Line of Cedar Hill Elementary", ["Name", "Where", "Available"]) { h in
                h.row(["Dana Reyes", "Office", "Yes"])
                h.row(["Lee Okafor", "Outside, district", "Yes"])
                h.row(["Sam Whitfield", "Room 12", "Until 15:30"])
            }
            h.empty("No notes yet", "What you write here joins the log with your name and the time.")
            h.card("Rooms without a report") { h in
                h.roomsWithoutReport(
                    [3, 9, 41].map { SampleSite.room($0) }, "none-",
                    note: "For whoever searches. Nobody is sent to a door.", label: { $0.text })
            }
        }
    }

    private static func form(_ h: inout Html) {
        let wrong = Field(
            "room", "Room", error: "Enter a room number, such as 204", value: "2o4", isRequired: true)
        h.problem("The report was not saved", "One thing is missing. Nothing was sent.", fields: [wrong])
        h.card("Enter a report") { h in
            h.act("report-room") { h in
                h.field(wrong)
                h.choices(
                    "status", legend: "What did they say?",
                    [
                        Choice("all-here", "All here", tone: .allHere),
                        Choice(
                            "exceptions", "Exceptions", hint: "Missing, extra or injured", tone: .exceptions),
                        Choice("needs-help", "Needs help", tone: .needsHelp),
                    ], selected: "exceptions")
                h.select("by", "Heard by", [Choice("radio", "Radio"), Choice("phone", "Telephone")])
                h.field(Field("note", "Note", hint: "In their words", kind: .multiline))
                h.button("Save the report", .primary)
            }
        }
    }
}
