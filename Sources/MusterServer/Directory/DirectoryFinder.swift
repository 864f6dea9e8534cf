package import MusterCore
package import MusterLog

/// Finds what people name on a command line: a site, a school, an adult.
///
/// Whatever is not found, or found twice, is answered with what could have been meant.
package struct DirectoryFinder: Sendable {
    private let directory: any SiteDirectory

    /// A finder in a directory.
    package init(_ directory: any SiteDirectory) {
        self.directory = directory
    }

    /// The site with that id; without an id the only one.
    package func site(_ id: String?) async throws -> SiteCard {
        let sites = try await directory.sites()
        let known = sites.map { "\($0.site) (\($0.name))" }.joined(separator: ", ")
        guard !sites.isEmpty else {
            throw SetupError("There is no site yet. Make one: muster site add ID --name NAME.")
        }
        guard let id else {
            guard sites.count == 1 else { throw SetupError("Say which site with --site: \(known).") }
            return sites[0]
        }
        guard let site = sites.first(where: { $0.site.text == id }) else {
            throw SetupError("There is no site \(id). There are: \(known).")
        }
        return site
    }

    /// The tenants that are called so, by name, id or key in the roster.
    package func tenants(_ names: [String]) async throws -> [RosterTenant] {
        let all = try await directory.tenants()
        return try names.map { name in
            let found = all.filter {
                $0.id.text == name || $0.sourcedID == name || $0.name.lowercased() == name.lowercased()
            }
            guard let tenant = found.first else {
                let known = "There are: \(all.map(\.name).joined(separator: ", "))."
                let advice = all.isEmpty ? "Import one: muster import oneroster PATH." : known
                throw SetupError("No roster names a school \(name). \(advice)")
            }
            guard found.count == 1 else {
                let keys = found.map(\.sourcedID).joined(separator: ", ")
                throw SetupError("Several are called \(name). Say which by its key in the roster: \(keys).")
            }
            return tenant
        }
    }

    /// The adult with that id or name; whoever belongs to the site is meant before others of the name.
    package func adult(_ text: String, at site: SiteID, now: Instant) async throws -> SiteAdult {
        switch try await AdultFinder(directory, at: site, now: now).find(text) {
        case .one(let adult): return adult
        case .several(let meant):
            throw SetupError("Several people are called \(text). Say which by the id: \(Self.list(meant)).")
        case .none(let alike):
            throw SetupError(
                "No adult is called \(text). "
                    + (alike.isEmpty ? "" : "Did you mean \(Self.list(alike))? ")
                    + "muster people list shows everybody; muster people add puts in who is in no roster.")
        }
    }

    private static func list(_ adults: [SiteAdult]) -> String {
        adults.map { "\($0.person) (\($0.name), \($0.title))" }.joined(separator: ", ")
    }
}
