package import MusterCore
package import MusterDesk
import Synchronization

/// The slices of each site that somebody listens to, and the cutting of records to them.
package final class LiveSlices: Sendable {
    private let slices = Mutex<[SiteID: [Slice: FeedTopic]]>([:])

    /// Nobody listens yet.
    package init() {}

    /// The topic of a slice, from now on cut for.
    package func topic(_ slice: Slice, of site: SiteID) -> FeedTopic {
        slices.withLock { all in
            if let known = all[site]?[slice] { return known }
            let topic = FeedTopic(site: site.text, slice: slice.topicKey)
            all[site, default: [:]][slice] = topic
            return topic
        }
    }

    /// The slice of a topic that was given out.
    package func slice(of topic: FeedTopic) -> (site: SiteID, slice: Slice)? {
        guard let site = SiteID(topic.site) else { return nil }
        let found = slices.withLock { $0[site]?.first { $0.value == topic }?.key }
        return found.map { (site, $0) }
    }

    /// A record as each listening slice of its site gets it, encoded once a slice.
    package func cuts(_ record: Record, of site: SiteID) -> [FeedCut] {
        let listening = slices.withLock { $0[site] } ?? [:]
        return listening.compactMap { slice, topic in
            guard let cut = record.cut(for: slice) else { return nil }
            return FeedCut(topic: topic, event: FeedEvent(cut.feedText))
        }
    }
}

extension Slice {
    /// The slice as a word; equal for equal slices only.
    fileprivate var topicKey: String {
        ([audience.rawValue] + rooms.map(\.text)).joined(separator: ",")
    }
}

extension Record {
    /// The record as the feed sends it.
    var feedText: String {
        FeedText.record(FeedPosition(position), json: String(decoding: encoded(), as: UTF8.self))
    }
}
