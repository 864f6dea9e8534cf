package import MusterDesk

/// Who may hear what: the port through which the feed asks sessions, roles and slices.
package protocol FeedGate: Sendable {
    /// Decides on one request. It may be asked again for a connection when sessions were revoked meanwhile.
    func open(_ request: FeedRequest) async -> FeedDecision

    /// Hears that one more connection will listen, before the first event that it may not miss; gives back the welcome
    /// with what it shares with others.
    func joined(_ welcome: FeedWelcome) -> FeedWelcome

    /// Hears that such a connection is over.
    func left(_ welcome: FeedWelcome)
}

extension FeedGate {
    /// Shares nothing.
    package func joined(_ welcome: FeedWelcome) -> FeedWelcome { welcome }
    /// Keeps nothing that would have to go.
    package func left(_ welcome: FeedWelcome) {}
}

/// What the gate says to a request.
package enum FeedDecision: Sendable {
    /// It is let in.
    case welcome(FeedWelcome)
    /// It is not.
    case refusal(FeedRefusal)
}

/// A request that was let in.
package struct FeedWelcome: Equatable, Sendable {
    /// What it will hear.
    package let topic: FeedTopic
    /// Whose session it is.
    package let device: FeedDevice
    /// What it says from now on that it holds, where that is another word than the one it came with.
    package let tag: String?

    /// Lets a device hear a topic.
    package init(topic: FeedTopic, device: FeedDevice, tag: String? = nil) {
        self.topic = topic
        self.device = device
        self.tag = tag
    }
}

/// The session a connection belongs to: the handle by which it is revoked or given another slice.
package struct FeedDevice: Hashable, Sendable {
    /// The session's id.
    package let id: String

    /// Names a session.
    package init(_ id: String) { self.id = id }
}

/// Why a request gets no feed: a problem that a person can act on.
package struct FeedRefusal: Equatable, Sendable {
    /// The HTTP status.
    package let status: Int
    /// The problem's frozen code.
    package let code: String
    /// One sentence that says what to do.
    package let detail: String

    /// Describes a refusal.
    package init(status: Int, code: String, detail: String) {
        self.status = status
        self.code = code
        self.detail = detail
    }
}

extension FeedRefusal {
    static let unsaid = FeedRefusal(
        status: 400, code: "feed.position-missing",
        detail: "Say where to go on: fetch /api/state and send its position as after=N.")
    static let malformed = FeedRefusal(
        status: 400, code: "feed.position-malformed",
        detail: "The position to go on from must be a whole number as the feed sent it.")
    static let untagged = FeedRefusal(
        status: 400, code: "feed.tag-missing",
        detail: "Say what to go on with: fetch /api/state and send its tag as tag=T.")
    static let outdated = FeedRefusal(
        status: 409, code: "feed.outdated",
        detail: "What this device is given has changed since it was here. Fetch /api/state.")
    static let tooOld = FeedRefusal(
        status: 409, code: "feed.too-old",
        detail: "So much is not sent again record by record. Fetch /api/state and go on from there.")
    static let full = FeedRefusal(
        status: 503, code: "feed.full",
        detail: "The server holds as many connections as it may. Try again in a few seconds.")
    static let tooMany = FeedRefusal(
        status: 429, code: "feed.too-many",
        detail: "This device already holds several connections. Close other windows and try again.")
    static let method = FeedRefusal(
        status: 405, code: "feed.method",
        detail: "The feed is read with GET. Send commands to /api/command.")

    /// After how many seconds asking again makes sense.
    var retryAfter: Int? { Problem.retryAfter(status) }

    /// The problem document (RFC 9457); code and detail are our own words and need no escaping.
    var body: String {
        #"{"type":"about:blank","status":\#(status),"code":"\#(code)","detail":"\#(detail)"}"#
    }
}
