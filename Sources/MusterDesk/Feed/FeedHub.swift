/// The subscribers of one event loop and what each of them has yet to be sent.
///
/// A value without I/O and without a clock: inputs come in, `FeedStep`s come out, and whoever drives it owns
/// the sockets. A subscriber costs a few numbers; publishing costs one ring entry however many listen; and
/// `next()` then walks the subscribers in turn, from where it stopped, and gives each one everything it
/// lacks as one write.
///
/// Three promises are asked of the driver, and with them each device gets every position once and in order:
/// 1. events of a topic are published in the order of their positions;
/// 2. an event is published only after the log can be read up to it;
/// 3. the log is read for a subscriber only after it has subscribed.
package struct FeedHub {
    struct Topic {
        let name: FeedTopic
        var ring = FeedRing()
        var members: [Int32] = []
        var holes = 0
        /// The last event's position; the site's head may be further on.
        var newest = FeedPosition.start
        /// Where the walk over the members goes on, and how many it has yet to visit.
        var walk = 0
        var unvisited = 0
        var isQueued = false
    }

    struct Subscriber {
        var topic: Int32
        var seat: Int32
        var sent: UInt64
        /// While the log read for it was ahead of what was published here: skip up to this position.
        var floor: FeedPosition?
        var phase: Phase
    }

    enum Phase: Equatable {
        case vacant
        case replaying
        case live
        case slow(since: Int64)
    }

    private let limits: FeedLimits
    private var names: [FeedTopic: Int] = [:]
    /// How far each site's log is known to have come, subscribers or not.
    private var heads: [String: FeedPosition] = [:]
    var topics: [Topic?] = []
    var subscribers: [Subscriber] = []
    private var freeTopics: [Int] = []
    private var freeSlots: [Int] = []
    /// Topics with members yet to be visited, first in first served; each turn is one round of its members.
    private var queue: [Int] = []
    private var turn = 0
    /// Subscribers at this moment.
    package private(set) var count = 0

    /// A hub without subscribers.
    package init(limits: FeedLimits) {
        self.limits = limits
    }

    /// Takes a subscriber that has everything up to a position.
    package mutating func subscribe(to name: FeedTopic, after position: FeedPosition) -> (FeedSlot, FeedStart)
    {
        let index = names[name] ?? open(name)
        guard var topic = take(index) else { preconditionFailure("a named topic is open") }
        let slot = freeSlots.popLast() ?? subscribers.count
        let subscriber = Subscriber(
            topic: Int32(index), seat: Int32(topic.members.count), sent: topic.ring.end, floor: nil,
            phase: .replaying)
        if slot == subscribers.count {
            subscribers.append(subscriber)
        } else {
            subscribers[slot] = subscriber
        }
        topic.members.append(Int32(slot))
        if topic.unvisited > 0 { topic.unvisited += 1 }
        let isRecent = heads[name.site] == position || topic.ring.covers(position)
        topics[index] = topic
        count += 1
        return (FeedSlot(slot), isRecent ? .recent : .backlog)
    }

    /// Says that a subscriber was sent the log up to a position.
    package mutating func caughtUp(_ slot: FeedSlot, through position: FeedPosition) -> FeedJoin {
        let index = Int(subscribers[slot.index].topic)
        guard var topic = take(index) else { preconditionFailure("a subscriber's topic is open") }
        defer { topics[index] = topic }
        guard !topic.ring.hasLost(after: position) else { return .readOn }
        subscribers[slot.index].floor = head(topic) < position ? position : nil
        subscribers[slot.index].sent = topic.ring.number(after: position)
        subscribers[slot.index].phase = .live
        guard subscribers[slot.index].sent == topic.ring.end else {
            ask(&topic, index)
            return .live(through: position)
        }
        return .live(through: max(position, head(topic)))
    }

    /// Takes an event of a topic; one at a position already published is a repetition and is ignored.
    package mutating func published(_ name: FeedTopic, at position: FeedPosition, _ event: FeedEvent) {
        guard let index = names[name], var topic = take(index) else { return }
        if position > topic.newest {
            topic.newest = position
            topic.ring.append(event, at: position, limits: limits)
            ask(&topic, index)
        }
        topics[index] = topic
    }

    /// Takes the news how far a site's log has come, for every slice of it: whatever concerns a topic up to
    /// there has been published.
    package mutating func advanced(site: String, to position: FeedPosition) {
        heads[site] = max(heads[site] ?? .start, position)
    }

    /// Sends every topic the word that its subscribers are caught up, encoded once a topic.
    package mutating func heartbeat(_ encode: (FeedPosition) -> FeedEvent) {
        for index in topics.indices {
            guard var topic = take(index) else { continue }
            let position = head(topic)
            topic.ring.append(encode(position), at: position, limits: limits)
            ask(&topic, index)
            topics[index] = topic
        }
    }

    /// Notes that a subscriber's socket takes no more.
    package mutating func unwritable(_ slot: FeedSlot, at milliseconds: Int64) {
        guard subscribers[slot.index].phase == .live else { return }
        subscribers[slot.index].phase = .slow(since: milliseconds)
    }

    /// Notes that a subscriber's socket takes bytes again, and gives what it missed.
    package mutating func writable(_ slot: FeedSlot) -> FeedStep? {
        guard case .slow = subscribers[slot.index].phase else { return nil }
        subscribers[slot.index].phase = .live
        let index = Int(subscribers[slot.index].topic)
        guard var topic = take(index) else { return nil }
        defer { topics[index] = topic }
        return step(slot.index, &topic)
    }

    /// The subscribers that have been slow for longer than the limit.
    package func overdue(at milliseconds: Int64) -> [FeedSlot] {
        subscribers.indices.filter {
            guard case .slow(let since) = subscribers[$0].phase else { return false }
            return milliseconds - since > limits.slowMilliseconds
        }.map(FeedSlot.init)
    }

    /// Lets a subscriber go; its slot may be given away from now on.
    package mutating func closed(_ slot: FeedSlot) {
        let subscriber = subscribers[slot.index]
        precondition(subscriber.phase != .vacant, "a slot is closed once")
        subscribers[slot.index].phase = .vacant
        freeSlots.append(slot.index)
        count -= 1
        let index = Int(subscriber.topic)
        guard var topic = take(index) else { return }
        topic.members[Int(subscriber.seat)] = -1
        topic.holes += 1
        if topic.holes == topic.members.count {
            close(index, topic.name)
        } else {
            if topic.unvisited == 0, topic.holes > 64, topic.holes * 2 > topic.members.count {
                compact(&topic)
            }
            topics[index] = topic
        }
    }

    /// Whether `next()` has anything to give.
    package var isBusy: Bool { !queue.isEmpty }

    /// The next write or drop, or nil when every subscriber that can take bytes has everything.
    package mutating func next() -> FeedStep? {
        while let index = queue.first {
            guard var topic = take(index) else {
                queue.removeFirst()
                continue
            }
            if turn == 0 { turn = topic.unvisited }
            let found = walk(&topic)
            if topic.unvisited == 0 || turn == 0 {
                turn = 0
                queue.removeFirst()
                topic.isQueued = topic.unvisited > 0
                if topic.isQueued { queue.append(index) }
            }
            topics[index] = topic
            if let found { return found }
        }
        return nil
    }
}

extension FeedHub {
    /// Takes a topic out of the array, so that changing it does not copy what it holds.
    private mutating func take(_ index: Int) -> Topic? {
        var topic: Topic?
        swap(&topic, &topics[index])
        return topic
    }

    private func head(_ topic: Topic) -> FeedPosition {
        max(topic.newest, heads[topic.name.site] ?? .start)
    }

    private mutating func open(_ name: FeedTopic) -> Int {
        let topic = Topic(name: name)
        let index = freeTopics.popLast() ?? topics.count
        if index == topics.count { topics.append(topic) } else { topics[index] = topic }
        names[name] = index
        return index
    }

    private mutating func close(_ index: Int, _ name: FeedTopic) {
        names[name] = nil
        freeTopics.append(index)
        if queue.first == index { turn = 0 }
        queue.removeAll { $0 == index }
    }

    private mutating func ask(_ topic: inout Topic, _ index: Int) {
        topic.unvisited = topic.members.count
        guard !topic.isQueued else { return }
        topic.isQueued = true
        queue.append(index)
    }

    private mutating func walk(_ topic: inout Topic) -> FeedStep? {
        while topic.unvisited > 0, turn > 0 {
            if topic.walk >= topic.members.count { topic.walk = 0 }
            let slot = Int(topic.members[topic.walk])
            topic.walk += 1
            topic.unvisited -= 1
            turn -= 1
            guard slot >= 0, subscribers[slot].phase == .live else { continue }
            if let found = step(slot, &topic) { return found }
        }
        return nil
    }

    private mutating func step(_ slot: Int, _ topic: inout Topic) -> FeedStep? {
        guard subscribers[slot].sent < topic.ring.end else { return nil }
        if let floor = subscribers[slot].floor {
            guard !topic.ring.hasLost(after: floor) else { return .drop(FeedSlot(slot)) }
            subscribers[slot].sent = max(subscribers[slot].sent, topic.ring.number(after: floor))
            if head(topic) >= floor { subscribers[slot].floor = nil }
        }
        let sent = subscribers[slot].sent
        guard sent < topic.ring.end else { return nil }
        guard sent >= topic.ring.first else { return .drop(FeedSlot(slot)) }
        subscribers[slot].sent = topic.ring.end
        return .write(FeedSlot(slot), topic.ring.joined(from: sent))
    }

    private mutating func compact(_ topic: inout Topic) {
        topic.members.removeAll { $0 < 0 }
        for (seat, slot) in topic.members.enumerated() { subscribers[Int(slot)].seat = Int32(seat) }
        topic.holes = 0
        topic.walk = 0
    }
}
