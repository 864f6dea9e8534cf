import Foundation
import MusterCore
import MusterLog
import MusterViews

/// Uploads that were tried and wait for a yes, each under an id that works once.
///
/// The files hold names, so they are kept for a quarter of an hour only, a few at a time, and in a folder of their own
/// that is emptied at every start.
actor RosterTrials {
    /// An upload that was tried.
    struct Kept {
        let path: String
        let trial: ImportTrial
        let device: DeviceID
        let site: SiteID
        let expires: Instant
    }

    private static let most = 4
    private static let lasts = TimeSpan.minutes(15)
    private let folder: String
    private var kept: [String: Kept] = [:]

    /// Empties the folder: what waited when the server ended waits for nobody.
    init(folder: String) {
        self.folder = folder
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Where the next upload may be written.
    func freshPath() throws -> String {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return "\(folder)/\(FreshSecret.make().prefix(16)).zip"
    }

    /// Keeps an upload; the oldest goes when there are too many.
    func keep(_ trial: ImportTrial, path: String, of visit: Visit, at now: Instant) {
        dropExpired(at: now)
        if kept.count >= Self.most, let oldest = kept.min(by: { $0.value.expires < $1.value.expires }) {
            drop(oldest.key)
        }
        kept[trial.key] = Kept(
            path: path, trial: trial, device: visit.session.device, site: visit.session.site,
            expires: now + Self.lasts)
    }

    /// Removes what nobody said yes to in time.
    func dropExpired(at now: Instant) {
        for (key, old) in kept where old.expires <= now { drop(key) }
    }

    /// The upload that a device tried last.
    func last(of device: DeviceID, at now: Instant) -> ImportTrial? {
        kept.values.filter { $0.device == device && $0.expires > now }
            .max { $0.expires < $1.expires }?.trial
    }

    /// Gives an upload out for taking in, once; whoever takes it removes the file.
    func take(_ key: String, of device: DeviceID, at now: Instant) -> Kept? {
        guard let found = kept[key], found.device == device else { return nil }
        kept[key] = nil
        if found.expires <= now {
            try? FileManager.default.removeItem(atPath: found.path)
            return nil
        }
        return found
    }

    private func drop(_ key: String) {
        guard let old = kept.removeValue(forKey: key) else { return }
        try? FileManager.default.removeItem(atPath: old.path)
    }
}
