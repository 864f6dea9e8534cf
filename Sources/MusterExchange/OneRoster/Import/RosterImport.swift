import Dispatch
package import MusterLog

/// Brings a OneRoster set into the directory: read, plan, guard, and then write all of it or nothing.
///
/// The one entry for the command line and for the roster page. Importing the same set again changes nothing; a person
/// keeps the same random id for ever, since ids hang on the sourced id alone.
///
/// ```swift
/// var options = RosterImportOptions()
/// options.isDryRun = true
/// let report = try await RosterImport.run(path: "roster.zip", into: directory, options: options)
/// ```
package enum RosterImport {
    /// Imports the folder or zip archive at `path`; throws ``SourceError`` when it cannot be read at all and
    /// ``DirectoryError`` when the directory fails.
    package static func run(
        path: String, into directory: some RosterDirectory,
        options: RosterImportOptions = RosterImportOptions()
    ) async throws -> RosterImportReport {
        let held = try await directory.roster(of: options.source)
        let plan = try await offThePool { () throws(SourceError) -> RosterPlan in
            try self.plan(path: path, on: held, options: options, random: SystemRandomNumberGenerator())
        }
        if let reason = plan.refusal(options) { return plan.report(.refused, reason: reason) }
        if options.isDryRun { return plan.report(.dryRun) }
        if plan.changes.isEmpty { return plan.report(.unchanged) }
        _ = try await directory.apply(plan.changes, of: options.source, at: plan.version)
        return plan.report(.applied)
    }

    /// Reads a set and says what it would change; blocks while it reads.
    package static func plan(
        path: String, on held: RosterSnapshot, options: RosterImportOptions,
        random: some RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(SourceError) -> RosterPlan {
        let findings = FindingLog()
        let reader = try OneRosterReader(
            path: path, encoding: options.encoding, limits: options.limits, findings: findings)
        let draft = RosterDraft(held, reader.version, reader.modes, findings, random)
        let read = reader.read(into: draft)
        return draft.plan(read: read, options: options)
    }

    /// Runs blocking work on a thread of its own: reading a large set must not hold one of the few threads that
    /// answer requests.
    private static func offThePool<Result: Sendable>(
        _ work: @escaping @Sendable () throws(SourceError) -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                do throws(SourceError) {
                    continuation.resume(returning: try work())
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
