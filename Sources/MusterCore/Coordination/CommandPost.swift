/// A command post of which nothing is heard: the device that somebody who holds a position declared as theirs.
package struct SilentPost: WireValue, Keyed, Equatable, Sendable {
    /// Whose it is.
    package var person = PersonID.none
    /// When it was heard last.
    package var since = Instant.zero
    /// When its silence was noticed.
    package var noticedAt = Instant.zero
    /// Names the deadline by which takeover is offered; the command that reports its expiry has the same id.
    package var deadline = DeadlineID.none

    /// What the row is found and sorted by.
    package var key: PersonID { person }

    /// A blank row, to be filled by the codec.
    package init() {}

    /// How long nothing is heard of a command post until it is silent; it says every 20 seconds that it is in front.
    package static let after = TimeSpan.seconds(60)

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("since", &since)
        visitor.field("noticedAt", &noticedAt)
        visitor.field("deadline", &deadline)
    }
}

/// When a declared command post was heard last.
package struct PostSign: Equatable, Sendable {
    /// Whose it is.
    package let person: PersonID
    /// When the server heard it.
    package let heardAt: Instant
    /// What became of the device after it.
    package let sequel: PostSequel

    /// A sign of somebody's command post.
    package init(_ person: PersonID, heardAt: Instant, then sequel: PostSequel = .goesOn) {
        self.person = person
        self.heardAt = heardAt
        self.sequel = sequel
    }
}

/// What became of a command post after its last sign.
package enum PostSequel: Equatable, Sendable {
    /// It is one still.
    case goesOn
    /// Its person said that it is one no longer.
    case takenBack
    /// Its session has ended, by no word of its person: since then it cannot speak any more.
    case cutOff(at: Instant)
}

extension SiteState {
    /// What the server has to report of the site's command posts: nothing while it is as the record has it.
    ///
    /// Only a device that was declared can be silent (design section 3), and only where it was in use: one that lay in a
    /// bag before the incident began says nothing by its silence. Of several of one person the last heard counts, and
    /// nobody is silent for the server's own absence: `listening` is since when it has been there.
    package func reports(of posts: [PostSign], listening: Instant, at now: Instant) -> [Command] {
        var reports: [Command] = []
        for incident in incidents.rows where incident.isOpen {
            let coordination = incident.coordination
            var people = coordination.silentPosts.rows.map { $0.person }
            for post in posts { people.insertSorted(post.person) }
            let began = max(incident.raisedAt, incident.reopenedAt ?? incident.raisedAt)
            for person in people {
                let own = posts.filter { $0.person == person }
                let acted = coordination.lastAct(of: person)
                // What cannot speak any more is silent until its person gives a sign of another kind.
                let heard = own.filter { post in
                    switch post.sequel {
                    case .goesOn: true
                    case .takenBack: false
                    case .cutOff(let end): acted.map { $0 <= end } ?? true
                    }
                }.map { $0.heardAt }.max()
                if let known = coordination.silentPosts[person] {
                    // Only a sign ends a silence; where no post is left, also its last word, or a sign of another kind.
                    let last = (own.filter { $0.sequel == .takenBack }.map { $0.heardAt }).max()
                    let isOver =
                        heard.map { $0 > known.since }
                        ?? (last.map { $0 > known.since } ?? false
                            || acted.map { $0 >= known.noticedAt } ?? false)
                    guard isOver else { continue }
                    reports.append(.reportCommandPost(incident.id, person, silentSince: nil))
                } else if let heard, coordination.holdsAny(person), began - heard <= SilentPost.after,
                    now - max(heard, listening) > SilentPost.after
                {
                    reports.append(.reportCommandPost(incident.id, person, silentSince: heard))
                }
            }
        }
        return reports
    }

    /// A command post has gone silent, or is no longer.
    ///
    /// One that is heard again takes back the offer of a takeover that was made for its silence alone.
    mutating func note(_ person: PersonID, silentSince since: Instant?, in id: IncidentID, _ record: Record) {
        incidents.update(id) { incident in
            guard let since else {
                incident.coordination.silentPosts.remove(person)
                guard incident.coordination.coordinator?.person == person,
                    let offered = incident.coordination.postOfferAt,
                    incident.coordination.takeoverOfferedAt == offered
                else { return }
                return incident.coordination.forgetTakeover()
            }
            var row = SilentPost()
            row.person = person
            row.since = since
            row.noticedAt = record.at
            row.deadline = DeadlineID("p", record.position)
            incident.coordination.silentPosts.put(row)
        }
    }
}

extension Coordination {
    /// The coordinator's command post, where it is silent and the coordinator has given no other sign since.
    package var silentPostOfCoordinator: SilentPost? {
        guard let seat = coordinator, let post = silentPosts[seat.person], seat.lastActAt < post.noticedAt
        else { return nil }
        return post
    }

    /// The last sign of somebody who holds a position.
    func lastAct(of person: PersonID) -> Instant? {
        let others = others.rows.filter { $0.holder == person }.map { $0.lastActAt }
        let own = coordinator.flatMap { $0.person == person ? $0.lastActAt : nil }
        return (others + [own].compactMap { $0 }).max()
    }

    /// The same, where takeover is still to be offered for it: once since the coordinator's last sign, however often a
    /// weak network comes and goes.
    var silentPostToAnswer: SilentPost? {
        guard takeoverOfferedAt == nil, let post = silentPostOfCoordinator, let seat = coordinator else {
            return nil
        }
        return postOfferAt.map { $0 < seat.lastActAt } ?? true ? post : nil
    }

    /// Takeover from a silent holder is offered no more.
    mutating func forgetTakeover() {
        guard takeoverOfferedAt != nil else { return }
        takeoverOfferedAt = nil
        if ladder == nil { asked = [] }
    }
}

extension Draft {
    /// The server has noticed that a command post is silent, or is no longer.
    ///
    /// The line is told; takeover follows by its own deadline, and is offered and never done.
    /// - Throws: ``Rejection/notDue`` where the record says so already.
    mutating func reportCommandPost(
        _ id: IncidentID, _ person: PersonID, silentSince since: Instant?
    ) throws(Rejection) {
        let incident = try openIncident(id)
        let isKnown = incident.coordination.silentPosts[person] != nil
        guard (since != nil) != isKnown else { throw .notDue }
        guard since == nil || incident.coordination.holdsAny(person) else { throw .notAble }
        emit(.commandPostReported(id, person, silentSince: since))
    }
}
