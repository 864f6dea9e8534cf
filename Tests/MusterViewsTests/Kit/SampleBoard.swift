@testable import MusterViews

extension SamplePages {
    static func tiles(_ count: Int, changed: Int = -1) -> [RoomTile] {
        let tones: [Tone] = [
            .allHere, .allHere, .noReport, .allHere, .heardFrom, .allHere, .exceptions, .allHere, .noReport,
            .allHere, .cleared,
        ]
        return (0..<count).map { index in
            var tone = tones[index * 7 % tones.count]
            if index == 17 || index == 20 { tone = .needsHelp }
            if index == changed { tone = .allHere }
            let words = tone == .exceptions ? "1 missing" : ""
            let age = Int64(index * 13 % 240)
            return RoomTile(
                "\(index)", number: "\(100 * (index / 30 + 1) + index % 30 + 1)", tone, words: words,
                reported: tone == .noReport ? nil : ago(age), to: "/room/\(index)")
        }
    }

    /// The coordinator's board.
    static func board(_ mode: Mode, rooms: Int = 60, clock: PageClock = SamplePages.clock, changed: Int = -1)
        -> Page
    {
        Page(
            "Coordinator board", site: "Cedar Hill Elementary", mode: mode, layout: .board,
            connection: .current(asOf: ago(1)), clock: clock
        ) {
            Region("action", .start) { h in
                h.actionHeader(.lockdown, place: "Whole site", since: ago(274), clock)
            }
            Region("strips", .start) { h in h.stripBay { h in strips(&h, clock) } }
            Region("deadlines", .start) { h in
                h.card("Next") { h in
                    h.facts { h in
                        h.fact("Safety Officer") { h in
                            h.text("answers within ")
                            h.countdown(to: ago(-18), clock)
                        }
                        h.fact("Action review") { h in
                            h.text("in ")
                            h.countdown(to: ago(-326), clock)
                        }
                    }
                }
            }
            Region("rooms") { h in
                h.card("Rooms", aside: { h in h.text("\(rooms) rooms") }) { h in
                    let tiles = tiles(rooms, changed: changed)
                    let tones: [Tone] = [.needsHelp, .exceptions, .noReport, .heardFrom, .allHere, .cleared]
                    h.keyed("tally") { h in
                        h.tally(tones.map { tone in (tone, Int64(tiles.count(where: { $0.tone == tone }))) })
                    }
                    h.tiles(isDense: rooms > 100) { h in for tile in tiles { h.tile(clock, tile) } }
                }
            }
            Region("acts", .end) { h in
                h.buttonRow { h in
                    h.buttonLink("Enter a report", to: "/report", .primary, icon: .radio)
                    h.buttonLink("Change action", to: "/action", icon: .arrow)
                }
            }
            Region("timeline", .end) { h in h.card("Timeline") { h in timeline(&h, clock) } }
        }
    }

    private static func strips(_ h: inout Html, _ clock: PageClock) {
        h.strip(
            Strip(
                "School coordinator", holder: "Dana Reyes", .held, since: ago(240), note: "Office, radio 2"),
            clock
        ) { h in
            h.buttonLink("Hand over", to: "/handover", icon: .handover)
        }
        h.strip(
            Strip(
                "Scene command", holder: "Cedar Hill Police", .held, since: ago(132),
                note: "reported by room 112"), clock)
        h.strip(Strip("Accountability Lead", holder: "Sam Whitfield", .caretaker, since: ago(88)), clock)
        h.strip(Strip("Safety Officer", holder: "Priya Nair", .offered, since: ago(12)), clock)
        h.strip(
            Strip("Liaison", holder: "Ray Alvarez", .handsBusy, since: ago(51), note: "giving CPR"), clock
        ) { h in
            h.buttonLink("Ask Lee Okafor", to: "/offer", icon: .handover)
        }
        h.strip(Strip("Reunification", holder: "", .vacant, since: ago(274)), clock)
    }

    private static func timeline(_ h: inout Html, _ clock: PageClock) {
        h.timeline("What happened, newest first") { h in
            h.entry(ago(12), clock, icon: .handover, "Safety Officer offered to Priya Nair", by: "Dana Reyes")
            h.entry(
                ago(41), clock, tone: .needsHelp, "Room 121 needs help: one injured", by: "Room 121, radio")
            h.entry(ago(51), clock, tone: .caution, "Ray Alvarez is responding", by: "Room 118")
            h.entry(
                ago(74), clock, tone: .exceptions, "Room 107: 1 missing", by: "A. Moreau, phone",
                mark: "received 22 s late")
            h.entry(ago(96), clock, icon: .pin, "Seen in the east hall, level 1", by: "Room 118, radio")
            h.entry(ago(132), clock, icon: .shield, "Cedar Hill Police have command", by: "Room 112")
            h.entry(
                ago(240), clock, icon: .person, "Dana Reyes took the school coordinator's place",
                by: "Dana Reyes")
            h.entry(ago(254), clock, icon: .phone, "911 called, call-taker 14", by: "Office")
            h.entry(ago(274), clock, tone: .lockdown, "Lockdown, whole site", by: "Room 112")
        }
    }
}
