package import MusterCore

/// The port to enrolment links and device sessions.
///
/// Secrets are kept as digests only.
package protocol SessionStore: Sendable {
    /// Keeps an enrolment link that can be used once until it expires.
    func saveEnrolment(_ enrolment: Enrolment) async throws(DirectoryError)
    /// What has become of a link; looking at it does not use it up.
    func enrolment(_ secret: SecretDigest, at now: Instant) async throws(DirectoryError) -> EnrolmentState
    /// Uses a link up, keeps the session that comes of it and ends the one it takes the place of, all or nothing;
    /// `nil` when the link is used or expired.
    func redeem(
        _ secret: SecretDigest, as session: DeviceSession, replacing old: DeviceID?, at now: Instant
    ) async throws(DirectoryError) -> Enrolment?
    /// The session, whether or not it has ended.
    func session(_ secret: SecretDigest) async throws(DirectoryError) -> DeviceSession?
    /// The session of a device, whether or not it has ended.
    func session(of device: DeviceID) async throws(DirectoryError) -> DeviceSession?
    /// The sessions at a site, newest first.
    func sessions(at site: SiteID) async throws(DirectoryError) -> [DeviceSession]
    /// A device was heard: its session goes on from then.
    func renew(_ device: DeviceID, at now: Instant, until: Instant) async throws(DirectoryError)
    /// Ends a session.
    func revoke(_ device: DeviceID, at now: Instant) async throws(DirectoryError)
    /// Whether a device is declared a command post, and when it was heard; `nil` where this is no word of its own.
    func setCommandPost(_ device: DeviceID, _ isPost: Bool, heard: Instant?) async throws(DirectoryError)
    /// The sessions at a site of the devices that are or were declared command posts, also those that have ended.
    func commandPosts(at site: SiteID) async throws(DirectoryError) -> [DeviceSession]
}

/// A link by which one device of one person is signed in, once.
package struct Enrolment: Equatable, Sendable {
    /// The digest of the secret in the link.
    package var secret: SecretDigest
    /// For whom.
    package var person: PersonID
    /// At which site.
    package var site: SiteID
    /// When it can no longer be used.
    package var expires: Instant

    /// A link for a person.
    package init(secret: SecretDigest, person: PersonID, site: SiteID, expires: Instant) {
        self.secret = secret
        self.person = person
        self.site = site
        self.expires = expires
    }
}

/// What has become of a link.
package enum EnrolmentState: Equatable, Sendable {
    /// It can be used.
    case open(Enrolment)
    /// A device was signed in by it.
    case used
    /// Nobody used it in time.
    case expired
    /// This server never gave it out, or did so long ago.
    case unknown
}

/// A signed-in device.
package struct DeviceSession: Equatable, Sendable {
    /// The digest of the secret in the device's cookie.
    package var secret: SecretDigest
    /// The device; its commands bear this id.
    package var device: DeviceID
    /// Whose device it is.
    package var person: PersonID
    /// The site it is signed in at.
    package var site: SiteID
    /// When the device signed in.
    package var created: Instant
    /// When the device was last heard, to the hour.
    package var seen: Instant
    /// 30 days from the last renewal.
    package var expires: Instant
    /// When somebody ended it.
    package var revoked: Instant?
    /// Declared as a command post: foreground, wake lock, power.
    package var isCommandPost: Bool
    /// When it last said that it is in front as a command post.
    package var postHeard: Instant?

    /// A session of a device.
    package init(
        secret: SecretDigest, device: DeviceID, person: PersonID, site: SiteID, created: Instant,
        expires: Instant, seen: Instant? = nil, revoked: Instant? = nil, isCommandPost: Bool = false,
        postHeard: Instant? = nil
    ) {
        self.secret = secret
        self.device = device
        self.person = person
        self.site = site
        self.created = created
        self.seen = seen ?? created
        self.expires = expires
        self.revoked = revoked
        self.isCommandPost = isCommandPost
        self.postHeard = postHeard
    }

    /// Whether it still admits its device.
    package func isLive(at now: Instant) -> Bool { revoked == nil && now < expires }
}
