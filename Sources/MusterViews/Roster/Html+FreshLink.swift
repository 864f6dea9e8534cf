import MusterCore

/// The one moment in which a sign-in link can be seen.
extension Html {
    mutating func freshLink(_ link: FreshLink, _ clock: PageClock) {
        card("Sign-in link for " + link.person) { h in
            h.div("fresh-link") { h in
                h.qrCode(link.code, label: "QR code of the sign-in link for " + link.person)
                h.div("fresh-link-words") { h in
                    h.p { h in
                        h.text("Hold the camera of the device that is to be signed in over the code. ")
                        h.strong(text: "It works once, within ")
                        h.countdown(to: link.expires, clock)
                        h.text(".")
                    }
                    h.div("field") { h in
                        h.element("label", [.attribute("for", "fresh-link")]) { h in
                            h.text("Or send the link")
                        }
                        h.void(
                            "input", .id("fresh-link"), .attribute("type", "text"), .flag("readonly"),
                            .attribute("value", link.address))
                    }
                    h.p("quiet", text: "It is shown this once. Whoever opens it signs in as \(link.person).")
                }
            }
        }
    }

    /// Writes a QR code as a drawing, with the quiet zone that cameras need.
    mutating func qrCode(_ code: QRModules, label: String) {
        let side = code.size + 8
        element(
            "svg",
            [
                "qr", .attribute("viewBox", "0 0 \(side) \(side)"), .attribute("role", "img"), .label(label),
                .attribute("shape-rendering", "crispEdges"),
            ]
        ) { h in
            h.raw("<path fill=\"#fff\" d=\"M0 0h")
            h.number(Int64(side))
            h.raw("v")
            h.number(Int64(side))
            h.raw("H0z\"/><path fill=\"#000\" d=\"")
            h.rows(of: code)
            h.raw("\"/>")
        }
    }

    /// Each run of dark squares in a row is one rectangle.
    private mutating func rows(of code: QRModules) {
        for row in 0..<code.size {
            var column = 0
            while column < code.size {
                let start = column
                while column < code.size, code.dark[row * code.size + column] { column += 1 }
                if column > start {
                    let width = column - start
                    text("M\(start + 4) \(row + 4)h\(width)v1h-\(width)z")
                } else {
                    column += 1
                }
            }
        }
    }
}
