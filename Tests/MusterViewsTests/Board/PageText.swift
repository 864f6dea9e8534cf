import Foundation
import MusterCore

@testable import MusterViews

extension Page {
    /// The whole document as text.
    var text: String { String(decoding: document(), as: UTF8.self) }

    /// The markup of one region.
    func region(_ key: String) -> String { regions.first { $0.key == key }?.html.string ?? "" }
}

extension String {
    /// How often some words stand in a text.
    func count(of words: String) -> Int { components(separatedBy: words).count - 1 }

    /// Whether one text stands before another.
    func has(_ first: String, before second: String) -> Bool {
        guard let one = range(of: first), let other = range(of: second) else { return false }
        return one.lowerBound < other.lowerBound
    }

    /// Every value of an attribute.
    func values(of attribute: String) -> [String] {
        components(separatedBy: " \(attribute)=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
    }

    /// The acts of a page: one list of fields for each button of each form, lists and boxes as they stand.
    var acts: [[FormField]] {
        components(separatedBy: "<form ").dropFirst().flatMap { part -> [[FormField]] in
            guard part.contains(" data-act") else { return [] }
            let form = part.components(separatedBy: "</form>")[0]
            var fields: [FormField] = []
            for input in form.components(separatedBy: "<input ").dropFirst()
            where input.contains("type=\"hidden\"") || input.contains("type=\"text\"") {
                let tag = " " + input.prefix { $0 != ">" }
                fields.append(FormField(tag.values(of: "name")[0], tag.values(of: "value").first ?? ""))
            }
            for select in form.components(separatedBy: "<select ").dropFirst() {
                let name = (" " + select).values(of: "name")[0]
                fields.append(FormField(name, select.values(of: "value").first ?? ""))
            }
            let buttons = form.components(separatedBy: "<button ").dropFirst().map { button -> [FormField] in
                let tag = " " + button.prefix { $0 != ">" }
                guard let name = tag.values(of: "name").first else { return fields }
                return fields + [FormField(name, tag.values(of: "value").first ?? "")]
            }
            return buttons
        }
    }
}
