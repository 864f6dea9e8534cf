/// One attribute of an element; a bare string literal is its class.
///
/// ```swift
/// h.div("card wide", .id("rooms"), .data("count", 12)) { h in … }
/// ```
package struct Attribute: Sendable, ExpressibleByStringLiteral {
    enum Value: Sendable {
        case fixed(StaticString)
        case text(String)
        case number(Int64)
        case present
        case absent
    }

    let prefix: StaticString
    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value, prefix: StaticString = "") {
        self.prefix = prefix
        self.name = name
        self.value = value
    }

    /// Makes a literal the element's class.
    package init(stringLiteral value: StaticString) {
        self.init("class", .fixed(value))
    }

    /// The classes of the element, from code only.
    package static func `class`(_ names: StaticString) -> Attribute { Attribute("class", .fixed(names)) }

    /// The element's id.
    package static func id(_ value: String) -> Attribute { Attribute("id", .text(value)) }

    /// Any attribute with a text value, escaped.
    package static func attribute(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name, .text(value))
    }

    /// A `data-` attribute with a text value.
    package static func data(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name, .text(value), prefix: "data-")
    }

    /// A `data-` attribute with a number.
    package static func data(_ name: StaticString, _ value: Int64) -> Attribute {
        Attribute(name, .number(value), prefix: "data-")
    }

    /// An attribute without a value, written when `isPresent`.
    package static func flag(_ name: StaticString, _ isPresent: Bool = true) -> Attribute {
        Attribute(name, isPresent ? .present : .absent)
    }

    /// The accessible name of an element that has no visible text of its own.
    package static func label(_ value: String) -> Attribute { Attribute("aria-label", .text(value)) }

    /// A link target: a path, a fragment, `https:` or `tel:`; anything else becomes `#`.
    ///
    /// Escaping alone does not stop `javascript:`, so the allowed beginnings are listed.
    package static func href(_ value: String) -> Attribute {
        let isLocal = value.hasPrefix("/") && !value.hasPrefix("//") && !value.hasPrefix("/\\")
        let isKnown =
            isLocal || value.hasPrefix("#") || value.hasPrefix("https://") || value.hasPrefix("tel:")
        return Attribute("href", .text(isKnown ? value : "#"))
    }

    func write(into h: inout Html) {
        if case .absent = value { return }
        h.raw(" ")
        h.raw(prefix)
        h.raw(name)
        switch value {
        case .absent, .present: return
        case .fixed(let words):
            h.raw("=\"")
            h.raw(words)
        case .text(let text):
            h.raw("=\"")
            h.text(text)
        case .number(let number):
            h.raw("=\"")
            h.number(number)
        }
        h.raw("\"")
    }
}
