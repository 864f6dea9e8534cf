import MusterCore

@testable import MusterViews

/// What a page says and offers, read back from its markup.
extension Page {
    /// The whole document's markup.
    var markup: String { String(decoding: document(), as: UTF8.self) }

    /// The words of the body in their order, with single spaces, without markup.
    var words: String {
        Self.words(of: "<body" + (markup.components(between: "<body", and: "</html").first ?? ""))
    }

    /// The words of one region, or nothing where it is not there.
    func words(of key: String) -> String {
        regions.first { $0.key.hasPrefix(key) }.map { Self.words(of: $0.html.string) } ?? ""
    }

    /// The markup of the first region whose key begins so.
    func html(of key: String) -> String { regions.first { $0.key.hasPrefix(key) }?.html.string ?? "" }

    /// The keys of the regions without what names an incident: `words`, `action`, `report`.
    var parts: [String] {
        regions.map { String($0.key.prefix { $0 != "-" }) }
    }

    /// The fields of every form of the page, hidden ones and the first choice of each list included.
    var forms: [[FormField]] {
        markup.components(between: "<form method=\"post\"", and: "</form>").flatMap { form in
            let hidden = form.components(between: "<input type=\"hidden\" ", and: ">").map { input in
                FormField(input.attribute("name"), input.attribute("value"))
            }
            let buttons = form.components(between: "<button ", and: ">").filter { $0.contains(" name=") }
            guard !buttons.isEmpty else { return [hidden] }
            return buttons.map { hidden + [FormField($0.attribute("name"), $0.attribute("value"))] }
        }
    }

    private static func words(of markup: String) -> String {
        var text = ""
        var isInside = false
        for character in markup {
            switch character {
            case "<":
                isInside = true
                text += " "
            case ">": isInside = false
            default: if !isInside { text.append(character) }
            }
        }
        return text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
            .split(separator: " :", omittingEmptySubsequences: false).joined(separator: ":")
            .split(separator: " ,", omittingEmptySubsequences: false).joined(separator: ",")
    }
}

extension String {
    /// The pieces between two marks, in their order.
    func components(between start: String, and end: String) -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let opening = rest.firstRange(of: start) {
            rest = rest[opening.upperBound...]
            guard let closing = rest.firstRange(of: end) else { break }
            found.append(String(rest[..<closing.lowerBound]))
            rest = rest[closing.upperBound...]
        }
        return found
    }

    /// The value of an attribute in a start tag.
    func attribute(_ name: String) -> String { components(between: "\(name)=\"", and: "\"").first ?? "" }
}
