import Crypto
package import MusterCore
package import MusterLog
package import MusterDesk

/// Knows devices by their cookies, and people by the directory.
package struct Doorkeeper: Sendable {
    /// The cookie's name without TLS.
    package static let cookie = "muster_session"
    /// The cookie's name: under TLS a browser holds it to this server, to all its paths and to TLS.
    private var cookie: String { isSecure ? "__Host-\(Self.cookie)" : Self.cookie }

    let sessions: any SessionStore
    let books: SiteBooks
    let time: any TimeSource
    let lasts: Int64
    let isSecure: Bool
    private let seen: SeenDevices?
    private let recent = RecentVisits()

    /// A doorkeeper over sessions that last so many milliseconds, and go on while their devices are seen.
    package init(
        sessions: any SessionStore, books: SiteBooks, time: any TimeSource, lasts: Int64,
        isSecure: Bool, seen: SeenDevices? = nil
    ) {
        self.sessions = sessions
        self.books = books
        self.time = time
        self.lasts = lasts
        self.isSecure = isSecure
        self.seen = seen
    }

    /// The visit of a device, from the value of its `Cookie` header; `nil` when it is not signed in.
    ///
    /// A page says as which device it was drawn (`Muster-Device`). Tabs share their cookie: when somebody else has
    /// signed in on the phone, what an older tab asks is not theirs to ask, and it is nobody's any more.
    package func visit(cookies: String?, as device: String? = nil) async throws(DirectoryError) -> Visit? {
        guard let secret = secret(in: cookies),
            let visit = try await visit(secret: SecretDigest(of: secret)),
            device == nil || device == visit.session.device.text
        else { return nil }
        seen?.note(visit.session, at: time.wall)
        return visit
    }

    /// The visit by which a command comes: also one that the same person made on this site as an earlier device.
    ///
    /// It then counts as that device's, so that a command that had arrived before a new sign-in has one effect.
    func sender(cookies: String?, as device: String?) async throws(DirectoryError) -> Visit? {
        guard var visit = try await visit(cookies: cookies) else { return nil }
        guard let device, device != visit.session.device.text else { return visit }
        guard let id = DeviceID(device), let earlier = try await sessions.session(of: id),
            earlier.person == visit.session.person, earlier.site == visit.session.site
        else { return nil }
        visit.session.device = id
        return visit
    }

    /// The visit of the session with that secret; `nil` when it is over or the person no longer belongs to the site.
    ///
    /// Roles and rooms are looked up each time, so that a change works at once.
    package func visit(secret: SecretDigest) async throws(DirectoryError) -> Visit? {
        let visit = try await known(secret)
        recent.note(visit, of: secret)
        return visit
    }

    /// Forgets what was known of a device whose session was ended.
    func forget(_ device: DeviceID) { recent.forget(device) }

    /// The visit of a session as it was last, for what must not wait for a directory that cannot be read.
    func remembered(cookies: String?, as device: String?) -> Visit? {
        guard let secret = secret(in: cookies),
            let visit = recent.visit(of: SecretDigest(of: secret), at: time.wall),
            device == nil || device == visit.session.device.text
        else { return nil }
        return visit
    }

    private func known(_ secret: SecretDigest) async throws(DirectoryError) -> Visit? {
        guard let session = try await sessions.session(secret), session.isLive(at: time.wall) else {
            return nil
        }
        let book = try await books.book(of: session.site)
        guard let adult = book.adult(session.person), !adult.roles.isEmpty else { return nil }
        return Visit(
            session: session, roles: adult.roles, rooms: book.rooms(of: session.person),
            administers: adult.administers, isOfRegister: book.register.names(session.person))
    }

    /// Signs a device in by the secret of an enrolment link; gives the cookie's secret.
    ///
    /// The session that the device had until now ends with it.
    package func enrol(
        _ secret: String, replacing old: DeviceID? = nil
    ) async throws(DirectoryError) -> (secret: String, device: DeviceID)? {
        let now = time.wall
        let cookie = FreshSecret.make()
        let device = DeviceID.fresh()
        let session = DeviceSession(
            secret: SecretDigest(of: cookie), device: device, person: .none, site: .none, created: now,
            expires: now + TimeSpan(milliseconds: lasts))
        guard
            try await sessions.redeem(SecretDigest(of: secret), as: session, replacing: old, at: now) != nil
        else { return nil }
        return (cookie, device)
    }

    /// Makes a link's secret for a person.
    package func invite(
        _ person: PersonID, at site: SiteID, for milliseconds: Int64
    ) async throws(DirectoryError) -> String {
        let secret = FreshSecret.make()
        try await sessions.saveEnrolment(
            Enrolment(
                secret: SecretDigest(of: secret), person: person, site: site,
                expires: time.wall + TimeSpan(milliseconds: milliseconds)))
        return secret
    }

    /// The `Set-Cookie` value that signs a device in.
    package func setCookie(_ secret: String) -> String {
        let secure = isSecure ? "; Secure" : ""
        return
            "\(cookie)=\(secret); HttpOnly; SameSite=Strict; Path=/; Max-Age=\(lasts / 1000)\(secure)"
    }

    /// The `Set-Cookie` value that signs a device out.
    package var clearCookie: String {
        "\(cookie)=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0\(isSecure ? "; Secure" : "")"
    }

    /// The secret in a `Cookie` header.
    func secret(in cookies: String?) -> String? {
        guard let cookies else { return nil }
        for pair in cookies.split(separator: ";") {
            let trimmed = pair.drop { $0 == " " }
            if trimmed.hasPrefix("\(cookie)=") {
                let value = trimmed.dropFirst(cookie.count + 1)
                return value.isEmpty ? nil : String(value)
            }
        }
        return nil
    }

    /// The token that a plain form of this session carries: known only to pages that the server drew for it.
    package static func formToken(_ session: DeviceSession) -> String {
        let digest = SHA256.hash(data: session.secret.bytes + Array("muster form".utf8))
        return digest.prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }
}
