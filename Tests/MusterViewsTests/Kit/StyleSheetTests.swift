import Foundation
import Testing

@testable import MusterViews

/// Reads `Web/app.css` and computes what the eye needs: WCAG 2.2 contrast of every pair that carries text.
struct StyleSheetTests {
    enum Theme: String, CaseIterable { case light, dark, quiet }

    static let tones = [
        "neutral", "caution", "hold", "secure", "lockdown", "evacuate", "shelter", "evade", "needs-help",
        "all-here",
        "exceptions", "heard-from", "no-report", "cleared",
    ]

    /// Such a rule makes the browser restyle every list item of a board for each report.
    @Test(arguments: ["app.css", "pages.css", "board.css"])
    func noRuleCountsChildrenOrListItems(sheet: String) throws {
        let css = try Self.sheet(sheet)
        for rule in [":nth-", "li + li", "li ~ li"] { #expect(!css.contains(rule), "\(sheet): \(rule)") }
    }

    @Test(arguments: Theme.allCases)
    func textIsReadable(theme: Theme) throws {
        let colours = try Self.colours(theme)
        var pairs = [
            ("ink", "page"), ("ink", "card"), ("muted", "page"), ("muted", "card"), ("link", "page"),
            ("link", "card"),
            ("on-act", "act"), ("on-band", "band"), ("on-drill", "drill"), ("on-drill", "drill-2"),
            ("on-test", "test"),
            ("on-test", "test-2"),
        ]
        if theme != .quiet {
            for tone in Self.tones {
                pairs.append(("on-" + tone, "fill-" + tone))
                pairs.append(("deep-" + tone, "soft-" + tone))
                pairs.append(("deep-" + tone, "card"))
            }
            pairs.append(("muted", "soft-neutral"))
        }
        for (text, ground) in pairs {
            let ratio = try Self.contrast(
                #require(colours[text], "\(text)"), #require(colours[ground], "\(ground)"))
            #expect(ratio >= 4.5, "\(theme): \(text) on \(ground) is \(ratio)")
        }
    }

    @Test(arguments: Theme.allCases)
    func whatCanBePressedStandsOut(theme: Theme) throws {
        let colours = try Self.colours(theme)
        for (line, ground) in [("edge", "card"), ("edge", "page"), ("focus", "card"), ("focus", "page")] {
            let ratio = try Self.contrast(#require(colours[line]), #require(colours[ground]))
            #expect(ratio >= 3, "\(theme): \(line) on \(ground) is \(ratio)")
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func everyMeaningHasAColourOfItsOwn(theme: Theme) throws {
        let colours = try Self.colours(theme)
        let fills = try Self.tones.map { try #require(colours["fill-" + $0]) }
        #expect(Set(fills).count == fills.count)
        #expect(Self.tones.count == Tone.allCases.count)
        for tone in Tone.allCases { #expect(Self.tones.contains(String("\(tone.className)".dropFirst(5)))) }
    }

    @Test func darkIsTheSameByDeviceAndByChoice() throws {
        let device = try Self.block(after: ":root:not([data-theme=\"light\"]) {")
        let chosen = try Self.block(after: ":root[data-theme=\"dark\"], [data-look=\"quiet\"] {")
        #expect(Self.declarations(device) == Self.declarations(chosen))
        #expect(Self.declarations(device).count > 60)
    }

    @Test func theSheetIsSmallAndAsksForNothing() throws {
        let css = try Self.sheet()
        #expect(css.utf8.count < 40_000)
        #expect(!css.contains("url(") && !css.contains("@import"))
    }

    @Test func everyClassTheKitWritesHasAStyleOrIsKnown() throws {
        let css = try Self.sheet()
        var unstyled: Set<String> = []
        for (_, page) in GalleryTests.pages {
            let text = String(decoding: page.document(), as: UTF8.self)
            for part in text.split(separator: "class=\"").dropFirst() {
                for name in part.prefix(while: { $0 != "\"" }).split(separator: " ")
                where !css.contains("." + name) {
                    unstyled.insert(String(name))
                }
            }
        }
        // Names that only say what an element is, for tests and for a plan's own style.
        #expect(unstyled.isSubset(of: Self.nameOnly), "\(unstyled.subtracting(Self.nameOnly).sorted())")
    }

    static let nameOnly: Set<String> = [
        "slot-main", "dot-old", "since", "until", "entry-body", "entry-what", "action-place", "briefing-head",
        "card-title",
        "steps-title",
        "strip-note",
    ]

    static func sheet(_ name: String = "app.css") throws -> String {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Web/" + name)
        return try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
    }

    static func block(after start: String) throws -> String {
        let css = try sheet()
        let begin = try #require(css.range(of: start))
        return String(css[begin.upperBound...].prefix(while: { $0 != "}" }))
    }

    static func declarations(_ block: String) -> [String: String] {
        var result: [String: String] = [:]
        for line in block.split(separator: ";") {
            let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            if parts.count == 2 { result[parts[0]] = parts[1] }
        }
        return result
    }

    static func colours(_ theme: Theme) throws -> [String: String] {
        var all = declarations(try block(after: "\n:root {"))
        if theme != .light {
            all.merge(
                declarations(try block(after: ":root[data-theme=\"dark\"], [data-look=\"quiet\"] {"))
            ) { $1 }
        }
        if theme == .quiet {
            all.merge(declarations(try block(after: "\n[data-look=\"quiet\"] {"))) { $1 }
        }
        var colours: [String: String] = [:]
        for (name, value) in all where value.hasPrefix("#") { colours[String(name.dropFirst(2))] = value }
        return colours
    }

    static func contrast(_ a: String, _ b: String) -> Double {
        let (x, y) = (luminance(a), luminance(b))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    /// Relative luminance of `#rrggbb`, as WCAG 2.2 defines it.
    private static func luminance(_ hex: String) -> Double {
        let value = UInt32(hex.dropFirst(), radix: 16) ?? 0
        let channels = [16, 8, 0].map { shift -> Double in
            let part = Double(value >> UInt32(shift) & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
