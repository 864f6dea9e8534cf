/// A keyed part of a page: the unit in which the browser redraws.
///
/// ```swift
/// Region("rooms", .main) { h in h.card("Rooms") { h in … } }
/// ```
package struct Region: Sendable {
    /// Where a region stands.
    ///
    /// On a phone all slots but `thumb` follow one another.
    package enum Slot: UInt8, CaseIterable, Sendable {
        /// Across the whole width, before all else: what it is, and what waits.
        case head
        /// Left on a wide board: who holds what.
        case start
        /// The middle.
        case main
        /// Right on a wide board: what happened.
        case end
        /// At the bottom, within reach of one thumb, always in sight.
        case thumb

        var className: StaticString {
            switch self {
            case .head: "slot slot-head"
            case .start: "slot slot-start"
            case .main: "slot slot-main"
            case .end: "slot slot-end"
            case .thumb: "slot slot-thumb"
            }
        }
    }

    /// The key, unique on its page: the value of `data-region`.
    package let key: String
    /// Where the region stands.
    package let slot: Slot
    /// What it shows.
    package let html: Html
    /// Whether the clock alone can change it, also while it shows nothing.
    private let runs: Bool

    /// Draws a region.
    ///
    /// `earlier` is the drawing that the browser shows, given when only reports of rooms came since: a region that
    /// stands `apart` from them is taken over whole, any other one takes over the pieces that show the same. A region
    /// that `runs` is drawn with each tick of the clock, whatever it shows.
    package init(
        _ key: String, _ slot: Slot = .main, over earlier: Page? = nil, apart: Bool = false,
        runs: Bool = false, _ content: (inout Html) -> Void
    ) {
        let before = earlier?.regions.first { $0.key == key }?.html
        self.key = key
        self.slot = slot
        self.runs = runs
        if apart, let before {
            html = before
        } else {
            var html = Html(over: before)
            content(&html)
            html.forgetEarlier()
            self.html = html
        }
    }

    func write(into h: inout Html) {
        let clock: [Attribute] = runs ? [.flag("data-clock")] : []
        h.element("div", [.class("region"), .data("region", key)] + clock) { h in
            // The shell takes an element without content for the place of a region that it leaves alone.
            if html.bytes.isEmpty { h.raw("<!-- -->") } else { h.append(html) }
        }
    }
}

/// Collects the regions of a page, with `if`, `switch` and `for`.
@resultBuilder
package enum RegionBuilder {
    /// Takes one region.
    package static func buildExpression(_ region: Region) -> [Region] { [region] }
    /// Takes regions that a function has drawn.
    package static func buildExpression(_ regions: [Region]) -> [Region] { regions }
    /// Takes a page without regions.
    package static func buildBlock() -> [Region] { [] }
    /// Starts a block.
    package static func buildPartialBlock(first: [Region]) -> [Region] { first }
    /// Goes on with a block.
    package static func buildPartialBlock(accumulated: [Region], next: [Region]) -> [Region] {
        accumulated + next
    }
    /// Takes an `if` without `else`.
    package static func buildOptional(_ regions: [Region]?) -> [Region] { regions ?? [] }
    /// Takes the first branch.
    package static func buildEither(first: [Region]) -> [Region] { first }
    /// Takes the other branch.
    package static func buildEither(second: [Region]) -> [Region] { second }
    /// Takes a loop.
    package static func buildArray(_ regions: [[Region]]) -> [Region] { regions.flatMap { $0 } }
}
