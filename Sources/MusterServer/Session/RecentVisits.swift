import MusterCore
import MusterLog
import Synchronization

/// Remembers who was let in, for the minutes in which the directory cannot be read.
///
/// An alarm is not held up by a file that cannot be read, nor is what somebody saw; everything else waits for it. A
/// session that ended is forgotten with it, and what is remembered ends when the session would.
final class RecentVisits: Sendable {
    private static let most = 20_000
    private let visits = Mutex<[SecretDigest: Visit]>([:])

    /// Notes what the directory said of a session: a visit, or that there is none.
    func note(_ visit: Visit?, of secret: SecretDigest) {
        visits.withLock { visits in
            if visit != nil, visits.count >= Self.most, visits[secret] == nil { visits.removeAll() }
            visits[secret] = visit
        }
    }

    /// Forgets a device whose session was ended.
    func forget(_ device: DeviceID) {
        visits.withLock { visits in visits = visits.filter { $0.value.session.device != device } }
    }

    /// The visit of a session as it was last, while it would still last.
    func visit(of secret: SecretDigest, at now: Instant) -> Visit? {
        visits.withLock { $0[secret] }.flatMap { $0.session.isLive(at: now) ? $0 : nil }
    }
}
