import MusterCore
import MusterDesk
package import MusterLog

/// A school whose devices speak with the real desk over a network that cannot be trusted, by a seed.
package struct HostileRun: Sendable {
    private enum Message: Sendable {
        case command(device: Int, Envelope)
        case answer(device: Int, CommandID, DeskOutcome)
        case feed(device: Int, connection: Int64, [Record], upTo: Int64)
    }

    /// The seed.
    package let seed: UInt64
    /// The site with its desk.
    package let site: SimulatedSite
    /// The devices.
    package private(set) var devices: [SimulatedDevice]
    /// What was broken, in sentences; empty when every promise held.
    package private(set) var broken: [String] = []
    /// How often the desk was asked again for a command that it had answered.
    package private(set) var repeated: Int64 = 0
    private var network = HostileNetwork<Message>()
    private var random: SeededRandom
    private let school = HostileSchool()
    /// The last record that was put on the way to each device.
    private var fed: [Int64]

    /// What happened to the messages.
    package var figures: HostileNetwork<Int>.Figures {
        var figures = HostileNetwork<Int>.Figures()
        figures.sent = network.figures.sent
        figures.lost = network.figures.lost
        figures.doubled = network.figures.doubled
        figures.overtook = network.figures.overtook
        return figures
    }

    /// Lives through so many steps, then lets the network heal and everything arrive.
    package init(seed: UInt64, steps: Int64 = 150) async throws(LogError) {
        self.seed = seed
        random = SeededRandom(seed)
        devices = school.devices
        fed = school.devices.map { _ in 0 }
        site = SimulatedSite(
            SiteID("s", 1), at: Instant(milliseconds: 1_700_000_000_000), rosters: school.rosters)
        for (number, command) in school.beginning.enumerated() {
            let envelope = Envelope(
                command, id: CommandID("b", Int64(number)), site: site.site, madeAt: site.time.wall)
            _ = try await site.send(envelope, by: school.office)
        }
        for _ in 0..<steps { try await step() }
        try await heal()
        await compare()
    }

    private mutating func step() async throws(LogError) {
        let span = random.chance(95) ? random.below(4000) : 30_000 + random.below(60_000)
        try await pass(TimeSpan(milliseconds: span))
        let number = Int(random.below(Int64(devices.count)))
        switch random.below(10) {
        case 0...4:
            let person = SimulatedPerson(
                device: devices[number], rooms: school.rooms, people: school.people, site: school.site,
                now: site.time.wall)
            let envelope = devices[number].make(person.act(&random), site: site.site, at: site.time.wall)
            send(.command(device: number, envelope))
        case 5, 6: again(number)
        case 7: connect(number)
        default: break
        }
    }

    private mutating func again(_ number: Int) {
        for envelope in devices[number].outbox { send(.command(device: number, envelope)) }
    }

    /// A new feed resumes after what the device has, or a little before: records then come twice.
    private mutating func connect(_ number: Int) {
        _ = devices[number].reconnect()
        fed[number] = max(0, devices[number].replica.position - random.below(4))
    }

    private mutating func send(_ message: Message) {
        network.send(message, at: site.time.wall, random: &random)
    }

    /// Lets time pass: deadlines fire and messages arrive, in the order of their moments as far as a step can tell.
    private mutating func pass(_ span: TimeSpan) async throws(LogError) {
        try await site.wait(until: site.time.wall + span)
        await look()
        for message in network.arrived(by: site.time.wall) {
            switch message {
            case .command(let number, let envelope): try await decide(envelope, from: number)
            case .answer(let number, let command, let outcome):
                if !devices[number].take(outcome, of: command) {
                    broken.append("OnceOnly: two answers to \(command) of device \(number)")
                }
            case .feed(let number, let connection, let records, let position):
                devices[number].hear(records, upTo: position, on: connection)
            }
        }
        feed()
    }

    private mutating func decide(_ envelope: Envelope, from number: Int) async throws(LogError) {
        let answer = try await site.send(envelope, by: devices[number].actor)
        if answer.isRepeated { repeated += 1 }
        if envelope.command.isObservation, case .refused(_, let code, _) = answer.outcome, code != "too-old" {
            broken.append("Durable: an observation was refused: \(code)")
        }
        await look()
        send(.answer(device: number, envelope.id, answer.outcome))
    }

    /// Puts what is new on the way to every device, cut for it; a lost part ends that feed.
    private mutating func feed() {
        let records = site.records
        guard let last = records.last?.position else { return }
        for number in devices.indices where devices[number].connection > 0 && fed[number] < last {
            let after = fed[number]
            let cut = records.dropFirst(Int(after)).compactMap { $0.cut(for: devices[number].slice) }
            let arrives = network.send(
                .feed(device: number, connection: devices[number].connection, cut, upTo: last),
                at: site.time.wall, notBefore: devices[number].feedArrives, random: &random)
            fed[number] = last
            guard let arrives else {
                connect(number)
                continue
            }
            devices[number].feedArrives = arrives
        }
    }

    private mutating func look() async {
        let state = await site.desk.replica.state
        if let what = SitePromises.broken(state, at: site.time.wall) { broken.append(what) }
    }

    private mutating func heal() async throws(LogError) {
        network.isHealed = true
        for number in devices.indices { connect(number) }
        // What is under way takes minutes at most; whoever was not answered by then asks again.
        for _ in 0..<3 {
            for number in devices.indices { again(number) }
            try await pass(.minutes(7))
            try await pass(.seconds(1))
        }
        // What the last deadlines did is put on the way, and arrives, without time passing.
        for _ in 0..<3 { try await pass(.seconds(0)) }
    }

    /// What must be so in the end.
    private mutating func compare() async {
        let whole = await site.desk.replica
        for (number, device) in devices.enumerated() {
            if !device.outbox.isEmpty { broken.append("device \(number) was never answered") }
            if device.replica.encoded() != whole.cut(for: device.slice).encoded() {
                broken.append("SameEverywhere: device \(number) holds something else than its slice")
            }
        }
    }
}
