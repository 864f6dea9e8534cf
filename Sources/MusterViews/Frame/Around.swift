package import MusterCore

/// What is in force at the site, for the pages that are about something else: the plan, duty, coverage, the roster.
///
/// Somebody who reads the plan when a Lockdown begins must learn what it is and where it says what to do, and must not
/// sit in the light of a white page.
package struct Around: Sendable {
    /// What is in force, in a few words: "Lockdown".
    package let headline: String
    /// Whether whoever looks hides.
    package let isHiding: Bool

    /// What is around a person; `nil` while nothing protective is open.
    package init?(_ person: PersonID, in state: SiteState) {
        let open = state.incidents.rows.filter { $0.isOpen && $0.isProtective }
        guard let first = open.first(where: { !$0.kind.isPractice }) ?? open.first else { return nil }
        headline = first.headline
        isHiding = open.contains { state.isInLockdown(person, in: $0) }
    }
}

extension Html {
    /// Writes what is in force, and the way to what to do.
    mutating func around(_ around: Around) {
        p("around") { h in
            h.strong(text: around.headline + ".")
            h.text(" What to do stands on ")
            h.link("your own page", to: "/")
            h.text(".")
        }
    }
}
