/// The plain elements: `h.div("class") { h in … }` nests, `h.p(text: "…")` writes one line of escaped text.
extension Html {
    /// Writes any element by name.
    @inline(never)
    package mutating func element(
        _ name: StaticString, _ attributes: [Attribute], _ content: (inout Html) -> Void
    ) {
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// Writes an element whose only attribute is its class; most are.
    ///
    /// A list of attributes is built where it is written, and each copy would be downloaded.
    @inline(never)
    package mutating func element(
        _ name: StaticString, class names: StaticString, _ content: (inout Html) -> Void
    ) {
        open(name, class: names)
        content(&self)
        close(name)
    }

    /// Writes an element of text whose only attribute is its class.
    @inline(never)
    package mutating func line(_ name: StaticString, class names: StaticString, _ text: String) {
        open(name, class: names)
        self.text(text)
        close(name)
    }

    private mutating func open(_ name: StaticString, class names: StaticString) {
        raw("<")
        raw(name)
        if names.utf8CodeUnitCount > 0 {
            raw(" class=\"")
            raw(names)
            raw("\"")
        }
        raw(">")
    }

    private mutating func close(_ name: StaticString) {
        raw("</")
        raw(name)
        raw(">")
    }

    /// Writes an element that has no content and no end tag, such as `input`.
    package mutating func void(_ name: StaticString, _ attributes: Attribute...) {
        open(name, attributes)
    }

    /// The same with attributes that were put together before.
    package mutating func void(_ name: StaticString, with attributes: [Attribute]) {
        open(name, attributes)
    }

    @inline(never)
    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        raw("<")
        raw(name)
        for attribute in attributes { attribute.write(into: &self) }
        raw(">")
    }

    /// Writes a `div`.
    package mutating func div(_ names: StaticString = "", content: (inout Html) -> Void) {
        element("div", class: names, content)
    }

    /// The same with other attributes.
    package mutating func div(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("div", attributes, content)
    }

    /// Writes a `section`.
    package mutating func section(_ names: StaticString = "", content: (inout Html) -> Void) {
        element("section", class: names, content)
    }

    /// The same with other attributes.
    package mutating func section(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("section", attributes, content)
    }

    /// Writes an unordered list.
    package mutating func ul(_ names: StaticString = "", content: (inout Html) -> Void) {
        element("ul", class: names, content)
    }

    /// The same with other attributes.
    package mutating func ul(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("ul", attributes, content)
    }

    /// Writes an ordered list.
    package mutating func ol(_ names: StaticString = "", content: (inout Html) -> Void) {
        element("ol", class: names, content)
    }

    /// The same with other attributes.
    package mutating func ol(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("ol", attributes, content)
    }

    /// Writes a list item.
    package mutating func li(_ names: StaticString = "", content: (inout Html) -> Void) {
        element("li", class: names, content)
    }

    /// The same with other attributes.
    package mutating func li(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("li", attributes, content)
    }

    /// Writes a list item of text.
    package mutating func li(_ names: StaticString = "", text: String) {
        line("li", class: names, text)
    }

    /// The same with other attributes.
    package mutating func li(_ attributes: Attribute..., text: String) {
        element("li", attributes) { h in h.text(text) }
    }

    /// Writes a paragraph.
    package mutating func p(_ names: StaticString = "", content: (inout Html) -> Void) {
        element("p", class: names, content)
    }

    /// The same with other attributes.
    package mutating func p(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("p", attributes, content)
    }

    /// Writes a paragraph of text.
    package mutating func p(_ names: StaticString = "", text: String) {
        line("p", class: names, text)
    }

    /// The same with other attributes.
    package mutating func p(_ attributes: Attribute..., text: String) {
        element("p", attributes) { h in h.text(text) }
    }

    /// Writes a `span`.
    package mutating func span(_ names: StaticString = "", content: (inout Html) -> Void) {
        element("span", class: names, content)
    }

    /// The same with other attributes.
    package mutating func span(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("span", attributes, content)
    }

    /// Writes a `span` of text.
    package mutating func span(_ names: StaticString = "", text: String) {
        line("span", class: names, text)
    }

    /// The same with other attributes.
    package mutating func span(_ attributes: Attribute..., text: String) {
        element("span", attributes) { h in h.text(text) }
    }

    /// Writes emphasised text.
    package mutating func strong(_ names: StaticString = "", text: String) {
        line("strong", class: names, text)
    }

    /// The same with other attributes.
    package mutating func strong(_ attributes: Attribute..., text: String) {
        element("strong", attributes) { h in h.text(text) }
    }

    /// Writes the page's own heading.
    package mutating func h1(_ names: StaticString = "", text: String) {
        line("h1", class: names, text)
    }

    /// The same with other attributes.
    package mutating func h1(_ attributes: Attribute..., text: String) {
        element("h1", attributes) { h in h.text(text) }
    }

    /// Writes a section's heading.
    package mutating func h2(_ names: StaticString = "", text: String) {
        line("h2", class: names, text)
    }

    /// The same with other attributes.
    package mutating func h2(_ attributes: Attribute..., text: String) {
        element("h2", attributes) { h in h.text(text) }
    }

    /// Writes a section's heading with markup in it.
    package mutating func h2(_ names: StaticString = "", content: (inout Html) -> Void) {
        element("h2", class: names, content)
    }

    /// The same with other attributes.
    package mutating func h2(_ attributes: Attribute..., content: (inout Html) -> Void) {
        element("h2", attributes, content)
    }

    /// Writes a heading inside a section.
    package mutating func h3(_ names: StaticString = "", text: String) {
        line("h3", class: names, text)
    }

    /// The same with other attributes.
    package mutating func h3(_ attributes: Attribute..., text: String) {
        element("h3", attributes) { h in h.text(text) }
    }

    /// Writes a link in running text.
    package mutating func link(_ text: String, to target: String) {
        element("a", ["link", .href(target)]) { h in h.text(text) }
    }

    /// Writes a piece that comes, goes and changes alone: `<name data-region="key">`.
    ///
    /// Keys are unique on a page. A `version` other than zero is the ``Fingerprint`` of what the piece is and shows:
    /// a piece that stood here before with the same one is not drawn again.
    package mutating func keyed(
        _ key: @autoclosure () -> String, _ name: StaticString = "div", version: UInt64 = 0,
        _ attributes: Attribute...,
        content: (inout Html) -> Void
    ) {
        if takeOver(version) { return }
        let key = key()
        marked(.keyed(key), version: version) { h in
            h.element(name, attributes + [.data("region", key)], content)
        }
    }
}
