import GRDB
package import MusterCore
package import MusterLog

extension DirectoryDatabase: PlanDocumentStore {
    package func planDocuments(of site: SiteID) async throws(DirectoryError) -> [PlanDocument] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT document FROM plan_document WHERE site = ? ORDER BY number DESC",
                arguments: [site.text]
            ).map(Self.planDocument)
        }
    }

    package func keep(_ document: PlanDocument, of site: SiteID) async throws(DirectoryError) {
        try await write { db in
            let kept = try String.fetchOne(
                db, sql: "SELECT document FROM plan_document WHERE site = ? AND number = ?",
                arguments: [site.text, document.number]
            ).map(Self.planDocument)
            guard document.mayReplace(kept) else { throw DirectoryError.stalePlan }
            try db.execute(
                sql: "INSERT OR REPLACE INTO plan_document VALUES (?, ?, ?)",
                arguments: [
                    site.text, document.number, String(decoding: document.encoded(), as: UTF8.self),
                ])
        }
    }

    private static func planDocument(_ text: String) throws -> PlanDocument {
        do { return try PlanDocument.decoded(Array(text.utf8)) } catch {
            throw DirectoryError(
                .corrupt, "A version of the plan cannot be read: \(error.message).", cause: error)
        }
    }
}
