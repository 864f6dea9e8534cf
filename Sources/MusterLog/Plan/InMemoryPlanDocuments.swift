package import MusterCore
import Synchronization

/// Plan documents that live in memory: for simulations and tests.
package final class InMemoryPlanDocuments: PlanDocumentStore {
    private let sites = Mutex<[SiteID: Table<PlanDocument>]>([:])

    /// No document.
    package init() {}

    package func planDocuments(of site: SiteID) async throws(DirectoryError) -> [PlanDocument] {
        sites.withLock { $0[site]?.rows.reversed() ?? [] }
    }

    package func keep(_ document: PlanDocument, of site: SiteID) async throws(DirectoryError) {
        let isKept = sites.withLock { sites in
            guard document.mayReplace(sites[site]?[document.number]) else { return false }
            sites[site, default: Table()].put(document)
            return true
        }
        guard isKept else { throw .stalePlan }
    }
}
