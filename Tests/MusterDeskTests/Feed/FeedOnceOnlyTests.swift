import MusterDesk
import Testing

/// Random schedules of appending, publishing, reading the log, slowness, leaving and returning: whatever
/// their order, a device gets each position of its topic exactly once and in order.
@Suite("OnceOnly: the feed")
struct FeedOnceOnlyTests {
    @Test("gives each position once and in order under any schedule", arguments: 0..<300)
    func onceAndInOrder(seed: UInt64) {
        var world = FeedWorld(seed: seed)
        for _ in 0..<600 { world.act() }
        world.settle()
        for device in world.devices {
            #expect(
                device.got == world.log.filter { $0.concerns == device.topic }.map(\.position), "seed \(seed)"
            )
        }
    }

    @Test("is tried with drops and with reading on, not only with fair weather")
    func provokes() {
        var drops = 0
        var readings = 0
        for seed in 0..<90 {
            var world = FeedWorld(seed: UInt64(seed))
            for _ in 0..<600 { world.act() }
            drops += world.devices.count { $0.wasDropped }
            readings += world.readOn
        }
        #expect(drops > 10)
        #expect(readings > 10)
    }
}

/// A log, a hub, and devices that remember what they got; each `act()` does one random thing.
private struct FeedWorld {
    struct Record {
        let position: Int64
        let concerns: FeedTopic
    }

    struct Device {
        let topic: FeedTopic
        var got: [Int64] = []
        var slot: FeedSlot?
        /// Where the reading of the log stands, nil once live.
        var reading: Int64?
        /// Whether that was the log's end, and the hub has yet to be told.
        var hasRead = false
        var isSlow = false
        var wasDropped = false
        /// The id it would resume after: the last event's or heartbeat's.
        var last: Int64 = 0
    }

    var random: Random
    var hub: FeedHub
    var log: [Record] = []
    var published = 0
    var devices: [Device]
    var readOn = 0

    init(seed: UInt64) {
        random = Random(state: seed)
        var limits = FeedLimits()
        // A small ring, so that reading on and dropping happen often.
        limits.ringEntries = seed % 3 == 2 ? 40 : 3
        hub = FeedHub(limits: limits)
        let topics = ["staff", "line", "room"].map { FeedTopic(site: "north", slice: $0) }
        devices = (0..<12).map { Device(topic: topics[$0 % 3]) }
    }

    mutating func act() {
        let index = Int(random.next() % UInt64(devices.count))
        switch random.next() % 14 {
        case 0...2:
            log.append(Record(position: Int64(log.count + 1), concerns: devices[index].topic))
        case 3...5: publishNext()
        case 6: hub.heartbeat { FeedEvent("h\($0.value) ") }
        case 7: connect(index)
        case 8, 9: readLog(index)
        case 10: slow(index)
        case 11: recover(index)
        case 12: if random.next() % 4 == 0 { leave(index) }
        default: for _ in 0..<(random.next() % 5) { step() }
        }
    }

    /// Lets everything that is under way come to its end.
    mutating func settle() {
        while published < log.count { publishNext() }
        for _ in 0..<4 {
            for index in devices.indices {
                recover(index)
                connect(index)
                while devices[index].reading != nil { readLog(index) }
            }
            while hub.isBusy { step() }
        }
    }

    private mutating func publishNext() {
        guard published < log.count else { return }
        let record = log[published]
        published += 1
        hub.published(record.concerns, at: FeedPosition(record.position), FeedEvent("\(record.position) "))
        hub.advanced(site: "north", to: FeedPosition(record.position))
    }

    private mutating func connect(_ index: Int) {
        guard devices[index].slot == nil else { return }
        let after = FeedPosition(devices[index].last)
        let (slot, start) = hub.subscribe(to: devices[index].topic, after: after)
        devices[index].slot = slot
        devices[index].reading = after.value
        devices[index].hasRead = start == .recent
    }

    /// Reads one page of the log, of random length, or tells the hub that its end was read.
    private mutating func readLog(_ index: Int) {
        guard let slot = devices[index].slot, let from = devices[index].reading else { return }
        if devices[index].hasRead { return finishReading(index, slot, from) }
        let through = min(Int64(log.count), from + Int64(1 + random.next() % 6))
        for record in log where record.position > from && record.position <= through {
            if record.concerns == devices[index].topic { receive(index, "\(record.position) ") }
        }
        devices[index].reading = through
        devices[index].hasRead = through == Int64(log.count)
    }

    private mutating func finishReading(_ index: Int, _ slot: FeedSlot, _ through: Int64) {
        devices[index].hasRead = false
        guard case .live(let told) = hub.caughtUp(slot, through: FeedPosition(through)) else {
            readOn += 1
            return
        }
        devices[index].reading = nil
        devices[index].last = max(devices[index].last, told.value)
    }

    private mutating func slow(_ index: Int) {
        guard let slot = devices[index].slot, devices[index].reading == nil else { return }
        hub.unwritable(slot, at: 0)
        devices[index].isSlow = true
    }

    private mutating func recover(_ index: Int) {
        guard let slot = devices[index].slot, devices[index].isSlow else { return }
        devices[index].isSlow = false
        if let step = hub.writable(slot) { perform(step) }
    }

    private mutating func leave(_ index: Int) {
        guard let slot = devices[index].slot else { return }
        hub.closed(slot)
        devices[index].slot = nil
        devices[index].reading = nil
        devices[index].hasRead = false
        devices[index].isSlow = false
    }

    private mutating func step() {
        if let step = hub.next() { perform(step) }
    }

    private mutating func perform(_ step: FeedStep) {
        switch step {
        case .write(let slot, let event):
            guard let index = devices.firstIndex(where: { $0.slot == slot }) else {
                Issue.record("a write to nobody")
                return
            }
            receive(index, String(decoding: event.bytes, as: UTF8.self))
        case .drop(let slot):
            guard let index = devices.firstIndex(where: { $0.slot == slot }) else { return }
            leave(index)
            devices[index].wasDropped = true
        }
    }

    private mutating func receive(_ index: Int, _ text: String) {
        for word in text.split(separator: " ") {
            if word.first == "h" {
                let head = Int64(word.dropFirst()) ?? -1
                #expect(head >= devices[index].last, "a heartbeat went back")
                devices[index].last = head
            } else if let position = Int64(word) {
                #expect(position > devices[index].last, "position \(position) after \(devices[index].last)")
                devices[index].got.append(position)
                devices[index].last = position
            }
        }
    }
}

/// A seeded generator (SplitMix64), so that a failure can be run again.
private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
