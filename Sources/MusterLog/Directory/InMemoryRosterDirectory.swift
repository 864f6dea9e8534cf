import Synchronization

/// A directory that lives in memory: for simulations, tests, and trying a roster without a database.
package final class InMemoryRosterDirectory: RosterDirectory {
    private struct Tables {
        var version: Int64 = 0
        var tenants: [String: RosterTenant] = [:]
        var terms: [String: RosterTerm] = [:]
        var places: [String: RosterPlace] = [:]
        var classes: [String: RosterClass] = [:]
        var people: [String: RosterPerson] = [:]
        var enrollments: [String: RosterEnrollment] = [:]
        var relations: Set<RosterRelation> = []
    }

    private let sources = Mutex<[RosterSource: Tables]>([:])

    /// An empty directory.
    package init() {}

    package func roster(of source: RosterSource) async throws(DirectoryError) -> RosterSnapshot {
        let tables = sources.withLock { $0[source] } ?? Tables()
        return RosterSnapshot(
            version: RosterVersion(tables.version),
            tenants: sorted(tables.tenants), terms: sorted(tables.terms), places: sorted(tables.places),
            classes: sorted(tables.classes), people: sorted(tables.people),
            enrollments: sorted(tables.enrollments),
            relations: tables.relations.sorted { ($0.student, $0.adult) < ($1.student, $1.adult) })
    }

    package func apply(
        _ changes: RosterChanges, of source: RosterSource, at version: RosterVersion
    ) async throws(DirectoryError) -> RosterVersion {
        let written: RosterVersion? = sources.withLock { sources in
            var tables = sources[source] ?? Tables()
            guard tables.version == version.number else { return nil }
            for row in changes.tenants.written { tables.tenants[row.sourcedID] = row }
            for row in changes.terms.written { tables.terms[row.sourcedID] = row }
            for row in changes.places.written { tables.places[row.sourcedID] = row }
            for row in changes.classes.written { tables.classes[row.sourcedID] = row }
            for row in changes.people.written { tables.people[row.sourcedID] = row }
            for row in changes.enrollments.written { tables.enrollments[row.sourcedID] = row }
            tables.relations.formUnion(changes.relations.added)
            tables.relations.subtract(changes.relations.deactivated)
            if !changes.isEmpty { tables.version += 1 }
            sources[source] = tables
            return RosterVersion(tables.version)
        }
        guard let written else {
            throw DirectoryError(.stale, "The roster of \(source.name) changed meanwhile; import it again.")
        }
        return written
    }

    package func person(_ sourcedID: String, of source: RosterSource) async throws(DirectoryError)
        -> RosterPerson?
    {
        sources.withLock { $0[source]?.people[sourcedID] }
    }

    package func place(_ sourcedID: String, of source: RosterSource) async throws(DirectoryError)
        -> RosterPlace?
    {
        sources.withLock { $0[source]?.places[sourcedID] }
    }

    package func schoolClass(
        _ sourcedID: String, of source: RosterSource
    ) async throws(DirectoryError) -> RosterClass? {
        sources.withLock { $0[source]?.classes[sourcedID] }
    }

    private func sorted<Row>(_ rows: [String: Row]) -> [Row] {
        rows.sorted { $0.key < $1.key }.map(\.value)
    }
}
