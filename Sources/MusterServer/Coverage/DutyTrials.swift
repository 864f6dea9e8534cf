import MusterCore
import MusterExchange
import MusterLog
import MusterViews
import Synchronization

/// Uploads of duty data that were read and wait for a yes, each under a key that works once.
///
/// The drafts name people and when they are away, so they are kept for a quarter of an hour only, a few at a time, and in
/// memory: the file itself is gone once it was read.
final class DutyTrials: Sendable {
    private struct Kept {
        let draft: DutyDraft
        let trial: DutyTrial
        let device: DeviceID
        let site: SiteID
        let expires: Instant
    }

    private static let most = 8
    private static let lasts = TimeSpan.minutes(15)
    private let kept = Mutex<[String: Kept]>([:])

    /// Keeps a draft, and gives what the page shows of it; one that cannot be saved is not kept.
    func keep(_ draft: DutyDraft, file: String, of session: DeviceSession, at now: Instant) -> DutyTrial {
        let key = draft.isSound ? FreshSecret.make() : ""
        let trial = DutyTrial(draft, key: key, file: file)
        guard draft.isSound else { return trial }
        kept.withLock { kept in
            kept = kept.filter { $0.value.expires > now }
            if kept.count >= Self.most, let oldest = kept.min(by: { $0.value.expires < $1.value.expires }) {
                kept[oldest.key] = nil
            }
            kept[key] = Kept(
                draft: draft, trial: trial, device: session.device, site: session.site,
                expires: now + Self.lasts)
        }
        return trial
    }

    /// What a device tried last.
    func last(of session: DeviceSession, at now: Instant) -> DutyTrial? {
        kept.withLock { kept in
            kept.values.filter { $0.device == session.device && $0.site == session.site && $0.expires > now }
                .max { $0.expires < $1.expires }?.trial
        }
    }

    /// Saves a draft, once: nobody else gets it meanwhile, and where saving fails it waits again under its key.
    /// - Returns: what was saved, or `nil` where there is no such draft any more.
    func save(
        _ key: String, of session: DeviceSession, at now: Instant, _ body: (DutyDraft) async throws -> Void
    ) async throws -> DutyDraft? {
        let taken = kept.withLock { kept -> Kept? in
            guard let found = kept[key], found.device == session.device, found.site == session.site else {
                return nil
            }
            kept[key] = nil
            return found.expires > now ? found : nil
        }
        guard let taken else { return nil }
        do { try await body(taken.draft) } catch {
            kept.withLock { $0[key] = taken }
            throw error
        }
        return taken.draft
    }

    /// Forgets what nobody said yes to in time.
    func dropExpired(at now: Instant) {
        kept.withLock { kept in kept = kept.filter { $0.value.expires > now } }
    }
}

extension DutyTrial {
    /// What the page shows of a draft.
    fileprivate init(_ draft: DutyDraft, key: String, file: String) {
        let all = draft.findings
        let tables = draft.tables.filter { $0.name != DutyTable.lines.fileName }
        self.init(
            key: key, file: file,
            changes: ImportChanges(
                added: Int64(tables.reduce(0) { $0 + $1.added }), changed: 0,
                removed: Int64(tables.reduce(0) { $0 + $1.removed }),
                unchanged: Int64(tables.reduce(0) { $0 + $1.unchanged })),
            lines: Int64(draft.lines.count),
            findings: all.findings.sorted { $1.severity < $0.severity }.prefix(200).map(RosterFinding.init),
            findingCount: Int64(all.errors + all.warnings + all.notes))
        rows = Array(draft.rows.prefix(1_000))
    }
}
