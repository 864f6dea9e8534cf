package import MusterCore

/// One room on the board: number, state in words and icon and colour, and how old that is.
package struct RoomTile: Sendable {
    let key: String
    let number: String
    let tone: Tone
    let words: String
    let reported: Instant?
    let target: String

    /// Creates a tile; `key` is the room's id, `words` are the tone's own unless given.
    package init(
        _ key: String, number: String, _ tone: Tone, words: String = "", reported: Instant?,
        to target: String = ""
    ) {
        self.key = key
        self.number = number
        self.tone = tone
        self.words = words.isEmpty ? tone.words : words
        self.reported = reported
        self.target = target
    }
}

extension Html {
    /// Writes the room grid, of `tile` calls.
    ///
    /// `isDense` makes tiles smaller and all of one size, for schools of more than about a hundred rooms.
    package mutating func tiles(isDense: Bool = false, content: (inout Html) -> Void) {
        ul(.class(isDense ? "tiles tiles-dense" : "tiles"), content: content)
    }

    /// Writes one tile as a piece of its own, so that a report redraws one of four hundred.
    ///
    /// `version` stands for what the tile shows; a tile that stood here before with the same one is not made.
    package mutating func tile(
        _ clock: PageClock, version: UInt64 = 0, _ tile: @autoclosure () -> RoomTile
    ) {
        if takeOver(version) { return }
        let tile = tile()
        keyed("room-" + tile.key, "li", version: version) { h in h.draw(tile, clock) }
    }

    private mutating func draw(_ tile: RoomTile, _ clock: PageClock) {
        let isLink = !tile.target.isEmpty
        raw(isLink ? "<a class=\"tile " : "<div class=\"tile ")
        raw(tile.tone.className)
        raw("\"")
        if isLink { Attribute.href(tile.target).write(into: &self) }
        raw("><span class=\"tile-number\">")
        text(tile.number)
        raw("</span>")
        icon(tile.tone.icon)
        raw("<span class=\"tile-words\">")
        text(tile.words)
        raw("</span>")
        if let reported = tile.reported {
            age(of: reported, clock)
        } else {
            raw("<span class=\"age\">–</span>")
        }
        raw(isLink ? "</a>" : "</div>")
    }

    /// Writes a state in words, icon and colour, small enough for a line of text.
    package mutating func badge(_ tone: Tone, _ words: String = "") {
        span(.class(tone.className)) { h in
            h.span("badge") { h in
                h.icon(tone.icon)
                h.text(words.isEmpty ? tone.words : words)
            }
        }
    }

    /// Writes how many rooms are in each state; the counts add up to all rooms.
    package mutating func tally(_ counts: [(tone: Tone, count: Int64)]) {
        ul("tally") { h in
            for (tone, count) in counts {
                h.li(.class(tone.className)) { h in
                    h.icon(tone.icon)
                    h.strong("tally-count") { h in h.number(count) }
                    h.span("tally-words", text: tone.words)
                }
            }
        }
    }

    /// Writes the rooms without a report: a list for whoever searches, never a queue of doors to knock on.
    ///
    /// `key` begins the key of each room on the list.
    package mutating func roomsWithoutReport(
        _ rooms: [PlaceID], _ key: String, note: String, label: (PlaceID) -> String
    ) {
        div("without-report") { h in
            h.keyed(key) { h in
                h.p("without-report-title") { h in
                    h.icon(.unknown)
                    h.strong { h in h.number(Int64(rooms.count)) }
                    h.text(rooms.count == 1 ? " room without a report" : " rooms without a report")
                }
            }
            if !rooms.isEmpty {
                h.ul("room-list") { h in
                    for room in rooms {
                        var version = Fingerprint(0)
                        version.add(room)
                        h.keyed(key + room.text, "li", version: version.value) { h in h.text(label(room)) }
                    }
                }
            }
            h.p("quiet", text: note)
        }
    }

    private mutating func strong(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("strong", attributes, content)
    }
}
