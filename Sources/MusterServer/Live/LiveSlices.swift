package import MusterCore
package import MusterDesk
import Synchronization

/// The slices of each site that somebody listens to, and the cutting of records to them.
package final class LiveSlices: Sendable {
    private let live = Mutex<[String: [FeedTopic: Live]]>([:])

    private struct Live {
        let slice: Slice
        var listeners = 0
    }

    /// Nobody listens yet.
    package init() {}

    /// Counts one more listener of a topic; gives the topic as all of them share it, so that its text is kept once.
    package func joined(_ topic: FeedTopic) -> FeedTopic {
        guard let slice = topic.cut?.slice else { return topic }
        return live.withLock { live in
            live[topic.site, default: [:]][topic, default: Live(slice: slice)].listeners += 1
            guard let topics = live[topic.site], let index = topics.index(forKey: topic) else { return topic }
            return topics.keys[index]
        }
    }

    /// Counts one less; a slice that nobody listens to is no longer cut for.
    package func left(_ topic: FeedTopic) {
        live.withLock { live in
            live[topic.site]?[topic]?.listeners -= 1
            if live[topic.site]?[topic]?.listeners == 0 { live[topic.site]?[topic] = nil }
            if live[topic.site]?.isEmpty == true { live[topic.site] = nil }
        }
    }

    /// How many slices records are cut for.
    package var count: Int { live.withLock { $0.values.reduce(0) { $0 + $1.count } } }

    /// Cuts a record as each listening slice of its site gets it, encoded once a slice, and hands the cuts on.
    ///
    /// Nobody joins meanwhile: whoever joined before gets the cut, and whoever joins later subscribes after it was
    /// handed on and finds the record in the log.
    package func cut(_ record: Record, of site: SiteID, _ handOn: ([FeedCut]) -> Void) {
        live.withLock { live in
            let listening = live[site.text] ?? [:]
            handOn(
                listening.compactMap { topic, live in
                    guard let cut = record.cut(for: live.slice) else { return nil }
                    return FeedCut(topic: topic, event: FeedEvent(cut.feedText))
                })
        }
    }
}

extension FeedTopic {
    /// The topic of a slice; equal for equal slices only.
    package init(_ slice: Slice, of site: SiteID) {
        self.init(site: site.text, slice: String(decoding: slice.encoded(), as: UTF8.self))
    }

    /// The slice that it was made of.
    var cut: (site: SiteID, slice: Slice)? {
        guard let site = SiteID(site), let slice = try? Slice.decoded(Array(slice.utf8)) else { return nil }
        return (site, slice)
    }
}

extension Record {
    /// The record as the feed sends it.
    var feedText: String {
        FeedText.record(FeedPosition(position), json: String(decoding: encoded(), as: UTF8.self))
    }
}
