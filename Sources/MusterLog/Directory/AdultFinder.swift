package import MusterCore

/// Finds the adult whom somebody means by a name, a key of the roster, or an id.
///
/// Whoever belongs to the site is meant before others of the name. Students and guardians are not in it.
package struct AdultFinder: Sendable {
    /// What a text may mean.
    package enum Match: Sendable {
        /// One person.
        case one(SiteAdult)
        /// Several who are called so.
        case several([SiteAdult])
        /// Nobody; these have something of the name.
        case none(alike: [SiteAdult])
    }

    private let everyone: [SiteAdult]
    private let here: Set<PersonID>
    private let byID: [PersonID: SiteAdult]
    private let byKey: [String: [SiteAdult]]
    private let byName: [String: [SiteAdult]]

    /// A finder among all adults, of whom some belong to the site.
    package init(_ everyone: [SiteAdult], here: Set<PersonID>) {
        self.everyone = everyone
        self.here = here
        byID = Dictionary(everyone.map { ($0.person, $0) }) { first, _ in first }
        byKey = Dictionary(grouping: everyone.filter { !$0.sourced.isEmpty }) { $0.sourced }
        byName = Dictionary(grouping: everyone) { Self.folded($0.name) }
    }

    /// Reads who there is, for one site.
    package init(_ directory: any SiteDirectory, at site: SiteID, now: Instant) async throws(DirectoryError) {
        let here = try await directory.adults(of: site, at: now)
        var everyone = try await directory.everyAdult()
        let known = Set(everyone.map(\.person))
        everyone += here.filter { !known.contains($0.person) }
        self.init(everyone, here: Set(here.map(\.person)))
    }

    /// Whom a text means: an id first, then a key of the roster, then a name, also as `Family, Given`.
    package func find(_ text: String) -> Match {
        if let id = PersonID(text), let adult = byID[id] { return .one(adult) }
        if let meant = decided(byKey[text] ?? []) { return meant }
        let parts = text.split(separator: ",", maxSplits: 1).map(String.init)
        let turned = parts.count == 2 ? parts[1] + " " + parts[0] : text
        for name in [text, turned] {
            if let meant = decided(byName[Self.folded(name)] ?? []) { return meant }
        }
        let words = Self.folded(text).split { $0 == " " || $0 == "," }.filter { $0.count > 1 }
        let alike = everyone.filter { adult in
            let name = Self.folded(adult.name)
            return words.contains { name.contains($0) }
        }
        return .none(alike: Array((alike.filter { isHere($0) } + alike.filter { !isHere($0) }).prefix(5)))
    }

    /// The name of a person; `nil` for somebody who left.
    package func name(of person: PersonID) -> String? { byID[person]?.name }

    /// What names a person without doubt: the name where nobody else is called so, otherwise the id.
    package func spelling(of person: PersonID) -> String {
        guard let adult = byID[person] else { return person.text }
        if case .one(let found) = find(adult.name), found.person == person { return adult.name }
        return person.text
    }

    /// Who belongs to the site, by name.
    package var people: [SiteAdult] {
        everyone.filter { isHere($0) }.sorted { ($0.name, $0.person) < ($1.name, $1.person) }
    }

    private func isHere(_ adult: SiteAdult) -> Bool { here.contains(adult.person) }

    private func decided(_ found: [SiteAdult]) -> Match? {
        let near = found.filter { isHere($0) }
        let meant = near.isEmpty ? found : near
        if meant.isEmpty { return nil }
        return meant.count == 1 ? .one(meant[0]) : .several(meant)
    }

    /// A name without regard to case and doubled spaces.
    private static func folded(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
