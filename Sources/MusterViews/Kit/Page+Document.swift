extension Page {
    /// The whole document as bytes, for the server's answer.
    ///
    /// `token` goes into every form; the browser core draws without one, as its forms never leave as forms.
    /// `place` tells the shell where it is: `[.data("site", …), .data("page", …), .data("person", …)]`. Without one
    /// the shell leaves the page alone, as a page of nobody has nothing to follow; with one it says how to leave.
    /// `frame` is the address by which a page that only the server draws learns of an alarm.
    package func document(token: String = "", place: [Attribute] = [], frame: String? = nil) -> [UInt8] {
        var h = Html()
        h.raw("<!doctype html>\n")
        h.element("html", [.attribute("lang", "en")]) { h in
            head(&h, isRenewed: !place.isEmpty && layout != .board)
            h.element("body", []) { h in
                h.raw(Icon.sprite)
                h.element("a", ["skip", .href("#main")]) { h in h.text("Skip to the main part") }
                if !place.isEmpty {
                    h.raw(
                        """
                        <noscript><p class="no-script">Without scripts this page stands still. <a href="">Load it anew</a>\
                        </p></noscript>
                        """)
                }
                let isFollowed = !place.isEmpty
                let attributes = isFollowed ? [.flag("data-regions"), .data("token", token)] + place : []
                let kept: [Attribute] = frame.map { [.data("frame", $0)] } ?? []
                h.element("div", attributes + kept) { h in whole(&h) }
                if isFollowed { Self.wayOut(&h) }
            }
        }
        return h.filled(token: token)
    }

    /// Signing out stands outside of the regions: it works whatever the core draws, and a redraw never moves it.
    private static func wayOut(_ h: inout Html) {
        h.element("nav", ["leave", .attribute("aria-label", "This device")]) { h in
            h.element(
                "form",
                [.attribute("method", "post"), .attribute("action", "/sign-out"), .flag("data-sign-out")]
            ) { h in h.button("Sign out on this device", .secondary) }
        }
    }

    /// The region `page`, its element included: mode and look are attributes of it, so that a page that turns
    /// from drill to actual or goes dark is one change like any other.
    func whole(_ h: inout Html) {
        var attributes: [Attribute] = [
            .id("page"), .data("region", "page"), Attribute("mode", .fixed(mode.name), prefix: "data-"),
            .flag("data-pretended", mode.isPretended), .flag("data-incident", mode != .everyday),
        ]
        if look.isSilent { attributes.append(Attribute("look", .fixed(look.name), prefix: "data-")) }
        h.element("div", attributes) { h in content(&h) }
    }

    private func content(_ h: inout Html) {
        let all = allRegions
        h.element("header", ["top"]) { h in
            for region in all.prefix(2) { region.write(into: &h) }
        }
        h.element("main", [.class(layout.className), .id("main"), .attribute("tabindex", "-1")]) { h in
            for slot in Region.Slot.allCases {
                let members = regions.filter { $0.slot == slot }
                if members.isEmpty { continue }
                h.div(.class(slot.className)) { h in
                    for region in members { region.write(into: &h) }
                }
            }
        }
        h.element("footer", ["bottom"]) { h in
            h.p("bottom-words", text: "Muster does not replace 911 or audible alarms.")
            all[all.count - 1].write(into: &h)
        }
    }

    /// Writes the head of the document.
    ///
    /// `isRenewed` has a browser without scripts ask for the page again by itself: in an alarm it must not stand still.
    /// Where words are typed, on the board, that is left to a link.
    private func head(_ h: inout Html, isRenewed: Bool = false) {
        h.element("head", []) { h in
            h.raw(
                """
                <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, \
                viewport-fit=cover"><meta name="color-scheme" content="light dark"><title>
                """)
            h.text(documentTitle)
            h.raw(
                """
                </title><link rel="stylesheet" href="/assets/app.css"><link rel="stylesheet" href="/assets/pages.css"><link rel="stylesheet" href="/assets/board.css"><link rel="manifest" href="/assets/manifest.webmanifest">\
                <link rel="icon" href="/assets/icons/muster.svg" type="image/svg+xml"><script type="module" src="/assets/main.mjs"></script>
                """)
            if isRenewed {
                h.raw("<noscript><meta http-equiv=\"refresh\" content=\"60\"></noscript>")
            }
        }
    }
}

extension Html {
    /// The bytes with a token written into every slot.
    func filled(token: String) -> [UInt8] {
        if token.isEmpty || tokenSlots.isEmpty { return bytes }
        var escaped = Html()
        escaped.text(token)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + tokenSlots.count * escaped.bytes.count)
        var start = 0
        for slot in tokenSlots {
            result.append(contentsOf: bytes[start..<slot])
            result.append(contentsOf: escaped.bytes)
            start = slot
        }
        result.append(contentsOf: bytes[start...])
        return result
    }
}

extension Page {
    /// The document with an empty container: what a device shows before its core draws.
    package func skeleton() -> [UInt8] {
        var h = Html()
        h.raw("<!doctype html>\n")
        h.element("html", [.attribute("lang", "en")]) { h in
            head(&h)
            h.element("body", []) { h in
                h.raw(Icon.sprite)
                h.element("div", [.flag("data-regions")]) { _ in }
            }
        }
        return h.bytes
    }
}
