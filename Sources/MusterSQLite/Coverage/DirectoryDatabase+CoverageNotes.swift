import GRDB
package import MusterCore
package import MusterLog

extension DirectoryDatabase: CoverageNotes {
    package func coverageNotes(of site: SiteID) async throws(DirectoryError) -> [CoverageNote] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT body FROM coverage_note WHERE site = ? ORDER BY finding",
                arguments: [site.text]
            ).map { try CoverageNote.decoded(Array($0.utf8)) }
        }
    }

    package func changeCoverageNote(
        of finding: String, at site: SiteID, _ change: @escaping @Sendable (inout CoverageNote) -> Void
    ) async throws(DirectoryError) {
        try await write { db in
            let kept = try String.fetchOne(
                db, sql: "SELECT body FROM coverage_note WHERE site = ? AND finding = ?",
                arguments: [site.text, finding])
            var note = try kept.map { try CoverageNote.decoded(Array($0.utf8)) } ?? CoverageNote()
            note.finding = finding
            change(&note)
            try db.execute(
                sql: "INSERT OR REPLACE INTO coverage_note VALUES (?, ?, ?)",
                arguments: [site.text, finding, String(decoding: note.encoded(), as: UTF8.self)])
        }
    }

    package func dropCoverageNote(of finding: String, at site: SiteID) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "DELETE FROM coverage_note WHERE site = ? AND finding = ?",
                arguments: [site.text, finding])
        }
    }
}
