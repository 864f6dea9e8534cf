import MusterCore
import MusterLog
import Synchronization

/// Sessions that can be made unreadable, as on a damaged file.
final class FlakySessions: SessionStore {
    private let inner: any SessionStore
    private let isBroken = Mutex(false)

    init(_ inner: any SessionStore) {
        self.inner = inner
    }

    func damage() { isBroken.withLock { $0 = true } }
    func mend() { isBroken.withLock { $0 = false } }

    private func check() throws(DirectoryError) {
        if isBroken.withLock({ $0 }) {
            throw DirectoryError(.unavailable, "The directory cannot be reached.")
        }
    }

    func saveEnrolment(_ enrolment: Enrolment) async throws(DirectoryError) {
        try check()
        try await inner.saveEnrolment(enrolment)
    }

    func enrolment(_ secret: SecretDigest, at now: Instant) async throws(DirectoryError) -> EnrolmentState {
        try check()
        return try await inner.enrolment(secret, at: now)
    }

    func redeem(
        _ secret: SecretDigest, as session: DeviceSession, replacing old: DeviceID?, at now: Instant
    ) async throws(DirectoryError) -> Enrolment? {
        try check()
        return try await inner.redeem(secret, as: session, replacing: old, at: now)
    }

    func session(_ secret: SecretDigest) async throws(DirectoryError) -> DeviceSession? {
        try check()
        return try await inner.session(secret)
    }

    func session(of device: DeviceID) async throws(DirectoryError) -> DeviceSession? {
        try check()
        return try await inner.session(of: device)
    }

    func sessions(at site: SiteID) async throws(DirectoryError) -> [DeviceSession] {
        try check()
        return try await inner.sessions(at: site)
    }

    func renew(_ device: DeviceID, at now: Instant, until: Instant) async throws(DirectoryError) {
        try check()
        try await inner.renew(device, at: now, until: until)
    }

    func revoke(_ device: DeviceID, at now: Instant) async throws(DirectoryError) {
        try check()
        try await inner.revoke(device, at: now)
    }

    func setCommandPost(_ device: DeviceID, _ isPost: Bool, heard: Instant?) async throws(DirectoryError) {
        try check()
        try await inner.setCommandPost(device, isPost, heard: heard)
    }

    func commandPosts(at site: SiteID) async throws(DirectoryError) -> [DeviceSession] {
        try check()
        return try await inner.commandPosts(at: site)
    }
}
