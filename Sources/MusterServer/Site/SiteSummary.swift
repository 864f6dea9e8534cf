package import MusterCore
package import MusterDesk
package import MusterLog

/// A site in a few lines for whoever sets it up: what it has, and what it still lacks.
package struct SiteSummary: Sendable {
    private let directory: any SiteDirectory
    private let time: any TimeSource

    /// Summaries over a directory.
    package init(_ directory: any SiteDirectory, _ time: any TimeSource) {
        self.directory = directory
        self.time = time
    }

    /// The lines about one site.
    package func lines(of card: SiteCard) async throws -> [String] {
        let adults = try await directory.adults(of: card.site, at: time.wall)
        let counts = try await directory.counts(of: card.site, at: time.wall)
        func count(_ role: Role) -> Int { adults.filter { $0.roles.contains(role) }.count }
        var lines = ["\(card.site): \(card.name)"]
        for school in counts {
            lines.append(
                "  \(school.name): \(school.rooms) rooms, \(school.staff) staff, \(school.students) students")
        }
        lines.append(
            "  \(count(.line)) in the line, \(count(.administrator)) administrators, \(count(.staff)) staff, "
                + "\(count(.schoolOfficial)) officials, \(count(.sro)) SRO, \(count(.agency)) agencies")
        for lack in lacks(card, schools: counts.count, line: count(.line), count(.administrator)) {
            lines.append("  missing: \(lack)")
        }
        return lines
    }

    /// The schools of the roster that use no site yet, in one line; nobody there can sign in.
    package func schoolsWithoutSite() async throws -> String? {
        let free = try await directory.tenants().filter { $0.kind == .school && $0.site == nil }
        guard !free.isEmpty else { return nil }
        return "on no site: \(free.map(\.name).joined(separator: ", ")) (muster site add ID --school NAME)"
    }

    private func lacks(_ card: SiteCard, schools: Int, line: Int, _ administrators: Int) -> [String] {
        let site = card.site
        var lacks: [String] = []
        if card.address.isEmpty || card.callBack.isEmpty || card.entrance.isEmpty {
            let options = "--address TEXT --call-back NUMBER --entrance TEXT"
            lacks.append("what 911 is told (muster site add \(site) \(options))")
        }
        if schools == 0 { lacks.append("a school (muster import oneroster PATH --site \(site))") }
        if line == 0 { lacks.append("the line (muster line set PERSON... --site \(site))") }
        if administrators == 0 {
            lacks.append("an administrator (muster role give PERSON administrator --site \(site))")
        }
        return lacks
    }
}
