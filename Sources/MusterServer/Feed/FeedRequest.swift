package import MusterDesk

/// A request for the feed, as far as it is needed to decide on it.
///
/// It is the same for a connection whose first request it is and for one that Hummingbird served before.
package struct FeedRequest: Sendable {
    /// The one path of the feed.
    package static let path = "/api/feed"

    private let query: [(name: Substring, value: Substring)]
    private let fields: [(name: String, value: String)]

    /// Makes a request of its target (path and query) and its header fields.
    package init(target: String, fields: [(name: String, value: String)]) {
        self.fields = fields
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        query = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (sides[0], sides.count > 1 ? sides[1] : "")
        }
    }

    /// The value of a header field, of the first one with that name in any case; values of several
    /// `cookie` fields are joined.
    package func field(_ name: String) -> String? {
        let name = name.lowercased()
        let values = fields.filter { $0.name.lowercased() == name }.map(\.value)
        return name == "cookie" && !values.isEmpty ? values.joined(separator: "; ") : values.first
    }

    /// The value of a query parameter as it was sent; ids and numbers need no percent-decoding.
    package func parameter(_ name: String) -> String? {
        query.first { $0.name == name }.map { String($0.value) }
    }

    /// The site asked for.
    package var site: String? { parameter("site") }

    /// What the device already has.
    ///
    /// A reconnecting EventSource repeats its first address, so the header counts before the parameter.
    package var resume: FeedResume {
        guard let text = field("last-event-id") ?? parameter("after") else { return .unsaid }
        return FeedPosition(text: text).map(FeedResume.after) ?? .malformed
    }
}

/// Where a device wants to go on from.
package enum FeedResume: Equatable, Sendable {
    /// It has everything up to this position.
    case after(FeedPosition)
    /// It did not say.
    case unsaid
    /// What it said is no position.
    case malformed
}
