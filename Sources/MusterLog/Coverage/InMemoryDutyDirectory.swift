package import MusterCore
import Synchronization

/// Duty data that lives in memory: for simulations, tests, and trying a file without a database.
package final class InMemoryDutyDirectory: DutyDirectory {
    private struct Site {
        var rows = Table<DutyRow>()
        var zone: String?
    }

    private let sites = Mutex<[SiteID: Site]>([:])

    /// An empty directory.
    package init() {}

    package func duty(of site: SiteID) async throws(DirectoryError) -> [DutyRow] {
        sites.withLock { $0[site]?.rows.rows ?? [] }
    }

    package func putDuty(_ rows: [DutyRow], at site: SiteID) async throws(DirectoryError) {
        sites.withLock { sites in
            for row in rows {
                let held = sites[site]?.rows
                let isThere =
                    held?.rows.contains { $0.origin == row.origin && $0.entry == row.entry } ?? false
                guard held?[row.id] != nil || !isThere else { continue }
                sites[site, default: Site()].rows.put(row)
            }
        }
    }

    package func removeDuty(_ ids: [DutyID], at site: SiteID) async throws(DirectoryError) {
        sites.withLock { sites in
            for id in ids { sites[site]?.rows.remove(id) }
        }
    }

    package func replaceDuty(
        from origins: [String], with rows: [DutyRow], at site: SiteID
    ) async throws(DirectoryError) {
        sites.withLock { sites in
            var held = sites[site] ?? Site()
            held.rows.removeAll { origins.contains($0.origin) }
            for row in rows { held.rows.put(row) }
            sites[site] = held
        }
    }

    package func forgetDuty(of person: PersonID) async throws(DirectoryError) {
        sites.withLock { sites in
            for site in sites.keys {
                for row in sites[site]?.rows.rows ?? [] {
                    if let left = row.entry.forgetting(person) {
                        sites[site]?.rows.put(DutyRow(row.id, left, origin: row.origin))
                    } else {
                        sites[site]?.rows.remove(row.id)
                    }
                }
            }
        }
    }

    package func zone(of site: SiteID) async throws(DirectoryError) -> String? {
        sites.withLock { $0[site]?.zone }
    }

    package func setZone(
        _ name: String?, of site: SiteID, moved: [DutyRow]
    ) async throws(DirectoryError) {
        try await putDuty(moved, at: site)
        sites.withLock { $0[site, default: Site()].zone = name }
    }
}
