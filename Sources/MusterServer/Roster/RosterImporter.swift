import Foundation
import HTTPTypes
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterViews
import Synchronization

/// Brings an uploaded roster in: a trial that changes nothing, then the same file for real.
struct RosterImporter {
    let server: Server
    let visit: Visit

    /// Reads and compares an upload, and keeps it for a yes.
    func trial(_ form: UploadedForm) async throws -> ImportTrial {
        var options = RosterImportOptions()
        options.isDryRun = true
        do {
            let report = try await RosterImport.run(
                path: form.path, into: server.stores.directory, options: options)
            let trial = ImportTrial(
                report, key: FreshSecret.make(), file: form.fileName, limitPercent: options.removalPercent)
            await server.trials.keep(trial, path: form.path, of: visit, at: server.stores.time.wall)
            return trial
        } catch let error as SourceError {
            // The person knows the file by its own name, and nobody needs to know where the server keeps it.
            let message = error.message.replacing(form.path, with: form.fileName)
            throw Problem(
                .unprocessableContent, error.code.name,
                message + (message.hasSuffix(".") ? "" : ".")
                    + " Send the OneRoster zip file as the student information system makes it.")
        }
    }

    /// Takes in what was tried under that key; `removals` is the administrator's word that people really left.
    func takeIn(_ key: String, removals: Bool) async throws -> ImportSummary {
        let now = server.stores.time.wall
        guard let kept = await server.trials.take(key, of: visit.session.device, at: now) else {
            throw Problem(
                .gone, "trial-over", "This trial is over or was taken in before. Send the file again.")
        }
        defer { try? FileManager.default.removeItem(atPath: kept.path) }
        var options = RosterImportOptions()
        options.allowRemovals = removals
        let report = try await RosterImport.run(
            path: kept.path, into: server.stores.directory, options: options)
        guard report.outcome != .refused else {
            throw Problem(.conflict, "refused", report.reason ?? "The roster was not taken in.")
        }
        try await followUp()
        let name = try await server.books.book(of: visit.session.site).adult(visit.session.person)?.name
        let summary = ImportSummary(
            at: now, by: name ?? "an administrator", format: "OneRoster \(report.read.version.rawValue)",
            changes: ImportChanges(report),
            findings: Int64(report.read.findings.errors + report.read.findings.warnings))
        server.lastImport.keep(summary)
        return summary
    }

    /// New rooms appear on every site's stream, and devices of people who left or moved are let go at once.
    private func followUp() async throws {
        let actor = Actor(visit.session.person, roles: [.administrator], device: visit.session.device)
        try await PlacePublisher(server).publishAll(by: actor)
        try await server.watch.check()
    }
}
