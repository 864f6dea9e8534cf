extension Page {
    /// The whole document as bytes, for the server's answer.
    ///
    /// `token` goes into every form; the browser core draws without one, as its forms never leave as forms.
    package func document(token: String = "") -> [UInt8] {
        var h = Html()
        h.raw("<!doctype html>\n")
        h.element("html", documentAttributes) { h in
            head(&h)
            h.element("body", []) { h in
                h.raw(Icon.sprite)
                h.element("a", ["skip", .href("#main")]) { h in h.text("Skip to the main part") }
                h.div(.id("page"), .data("region", "page")) { h in content(&h) }
            }
        }
        return h.filled(token: token)
    }

    /// What `data-region="page"` holds: all regions in their slots, between the frame's own.
    func content(_ h: inout Html) {
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

    /// The attributes of `html`, which the shell keeps in step with the page.
    private var documentAttributes: [Attribute] {
        var attributes: [Attribute] = [
            .attribute("lang", "en"), Attribute("mode", .fixed(mode.name), prefix: "data-"),
        ]
        if look == .quiet { attributes.append(.data("look", "quiet")) }
        return attributes
    }

    private func head(_ h: inout Html) {
        h.element("head", []) { h in
            h.raw(
                """
                <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, \
                viewport-fit=cover"><meta name="color-scheme" content="light dark"><title>
                """)
            h.text(documentTitle)
            h.raw(
                """
                </title><link rel="stylesheet" href="/app.css"><link rel="manifest" href="/manifest.webmanifest">\
                <link rel="icon" href="/icon.svg" type="image/svg+xml"><script type="module" src="/shell.mjs"></script>
                """)
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
