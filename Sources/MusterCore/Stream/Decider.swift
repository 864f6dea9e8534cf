/// Decides commands of a site.
///
/// Pure: the same state, command and context give the same events, everywhere.
package enum SiteDecider {
    /// What comes of a command.
    ///
    /// Every rule sees the state with the events before it taken in, so that no rule guesses what another one does.
    /// - Throws: a ``Rejection`` for an act that may not be done; never for an observation.
    package static func decide(
        _ command: Command, _ state: SiteState, _ context: Context
    ) throws(Rejection) -> [Event] {
        try draft(command, state, context).events
    }

    /// The same as ``decide(_:_:_:)``, with the state after the events.
    package static func draft(
        _ command: Command, _ state: SiteState, _ context: Context
    ) throws(Rejection) -> Draft {
        var draft = Draft(state, context)
        try draft.decide(command)
        return draft
    }
}

/// The events of a decision so far, and the state that they lead to.
package struct Draft {
    /// The state after the events so far.
    package private(set) var state: SiteState
    /// The events so far.
    package private(set) var events: [Event] = []
    /// What the command became, where it was taken and could not be done as it was meant.
    package internal(set) var kept: Kept?
    /// Whether the command set a Lockdown where it stood already.
    var isSaidAgain = false
    private var command = Command.expire(.none)
    let context: Context

    init(_ state: SiteState, _ context: Context) {
        self.state = state
        self.context = context
    }

    /// Adds an event and takes it in.
    mutating func emit(_ event: Event) {
        let position = context.position + Int64(events.count)
        events.append(event)
        if case .coordination(.suggestionKept) = event { kept = .suggestion }
        if case .incident(.raiseLate) = event { kept = .report }
        let author = context.actor.person.isNone ? nil : context.actor.person
        state.apply(Record(position: position, at: context.at, actor: author, event: event))
    }

    mutating func emit(_ event: IncidentEvent) { emit(.incident(event)) }
    mutating func emit(_ event: CoordinationEvent) { emit(.coordination(event)) }
    mutating func emit(_ event: RollCallEvent) { emit(.rollCall(event)) }

    mutating func decide(_ asked: Command) throws(Rejection) {
        command = asked.withEachPlaceOnce
        guard let command = try inTime(command) else { return }
        switch command {
        case .publishPlan(let plan): try publish(plan)
        case .listPlaces(let first, let places): try list(first, places)
        case .raise(let raise): try self.raise(raise)
        case .dismissLateRaise(let report): try dismiss(report)
        case .cancelRaise(let id): try cancel(id)
        case .claimMistake(let id, let press): try claimMistake(id, press)
        case .recordCallBack(let id, let outcome, let press): try recordCallBack(id, outcome, press)
        case .setAction(let id, let places, let action, let hazard): try setAction(id, places, action, hazard)
        case .endAction(let id, let places, let method): try endAction(id, places, method)
        case .sendCorrection(let id, let text): try correct(id, text)
        case .turnActual(let id): try turnActual(id)
        case .closeIncident(let id): try close(id)
        case .reopenIncident(let id): try reopen(id)
        case .setAvailability(let person, let available): try setAvailability(person, available)
        case .acceptPosition(let id, let position): try accept(id, position)
        case .declineOffer(let id, let position): try decline(id, position)
        case .handOver(let id, let to): try handOver(id, to)
        case .readBack(let id): try readBack(id)
        case .offerPosition(let id, let position, let person): try offer(id, position, person)
        case .nameDeputy(let id, let position, let person): try nameDeputy(id, position, person)
        case .planShift(let id, let position, let person, let from):
            try planShift(id, position, person, from)
        case .cancelShift(let id, let position): try cancelShift(id, position)
        case .settleRoom(let id, let room, let report): try settle(id, room, report)
        case .withdrawSceneCommand(let id): try withdrawScene(id)
        case .eraseText(let position): try erase(position)
        case .openCourse(let id, let course): try openCourse(id, course)
        case .closeCourse(let id, let course): try closeCourse(id, course)
        case .handTask(let id, let task, let position): try handTask(id, task, position)
        case .setObjectives(let id, let text): try setObjectives(id, text)
        case .expire(let deadline): try expire(deadline)
        case .reportCommandPost(let id, let person, let since):
            try reportCommandPost(id, person, silentSince: since)
        case .recordCleared, .recordNotCleared, .confirmAudible, .recordCall911, .reportResponding,
            .reportHandsFree, .reportAlone, .recordSceneCommand, .reportRoom, .writeNote, .reportTask,
            .reportResource, .reportPresence:
            observe(command)
        }
        passOnBusyPositions(byClock: command.wireCase.isServersOwn)
        hurryBesideLockdowns()
        openCourses()
    }

    /// Takes in what somebody saw.
    ///
    /// Nothing here throws: an observation is never refused.
    private mutating func observe(_ command: Command) {
        var isCalled = false
        defer { if !isCalled, !hasEffect(command) { kept = .late } }
        switch command {
        case .recordCleared(let id, let room, let source):
            emit(.roomCleared(id, room: room, source: source))
        case .recordNotCleared(let id, let room, let source):
            emit(.roomNotCleared(id, room: room, source: source))
        case .confirmAudible(let id, let source): emit(.audibleConfirmed(id, source: source))
        case .recordCall911(let id, let ended, let source):
            emit(.call911Recorded(id, ended: ended, source: source))
        case .reportResponding(let person, let source, let text): reportResponding(person, source, text)
        case .reportHandsFree(let person, let source): emit(.respondingEnded(person, source: source))
        case .reportPresence(let id, let onSite, let source):
            emit(.presenceReported(id, onSite: onSite, source: source))
        case .reportAlone(let id, let person, let source): emit(.aloneReported(id, person, source: source))
        case .recordSceneCommand(let id, let agency, let unified, let since, let source, let text):
            emit(
                .sceneCommandRecorded(
                    id, agency, unified: unified, since: max(.zero, min(since, context.at)), source: source,
                    text: text?.kept, beside: standsBesideScene(id)))
        case .reportRoom(let id, let room, let claim):
            emit(.roomReported(id, room: room, report: claim.kept))
            isCalled = callForHelp(id, room, claim)
        case .writeNote(let id, let asked, let corrects, let source, let text):
            // Nobody signs for a position that somebody else holds; the note itself is kept.
            let position = asked.flatMap { holds($0, in: id) ? $0 : nil }
            emit(
                .journal(
                    .noteWritten(
                        id, context.command.retyped(), position: position, corrects: corrects,
                        source: source, text: text.kept)))
        case .reportTask(let id, let task, let progress, let source, let text):
            let named = name(of: task, in: id)
            emit(.task(.taskReported(id, named, progress, source: source, text: text?.kept)))
        case .reportResource(let id, let resource, let claim, let text):
            reportResource(id, resource, claim, text)
        default: preconditionFailure("only observations come here")
        }
    }
}

extension Draft {
    /// The incident, open or lately closed.
    func incident(_ id: IncidentID) throws(Rejection) -> Incident {
        guard let incident = state.incidents[id] else { throw .unknownIncident }
        return incident
    }

    /// The incident, if it is open.
    func openIncident(_ id: IncidentID) throws(Rejection) -> Incident {
        let incident = try incident(id)
        guard incident.isOpen else { throw .incidentClosed }
        return incident
    }

    /// Whether the actor may do an act.
    func may(_ act: Act, in incident: Incident? = nil) -> Bool {
        state.plan(of: incident).allows(
            act, context.actor.roles,
            isCoordinator: incident?.coordination.coordinator?.person == context.actor.person)
    }

    /// Checks the right to an act outside the coordinator's seat.
    func require(_ act: Act, in incident: Incident? = nil) throws(Rejection) {
        guard may(act, in: incident) else { throw .notAllowed(act) }
    }

    /// Checks the right to an act; a replaced holder's late act is kept as a suggestion and `false` comes back.
    mutating func requireOrSuggest(_ act: Act, in incident: Incident) throws(Rejection) -> Bool {
        if may(act, in: incident) { return true }
        guard incident.coordination.former.contains(context.actor.person) else { throw .notAllowed(act) }
        suggest(in: incident.id)
        return false
    }

    /// Keeps the command for the present holder, who may do it.
    mutating func suggest(in id: IncidentID) {
        var text: String?
        var act = command
        // Words are a part of their own, which can be withheld and erased.
        if case .sendCorrection(_, let words) = command {
            text = words.kept
            act = .sendCorrection(id, text: "")
        } else if case .setObjectives(_, let words) = command {
            text = words.kept
            act = .setObjectives(id, text: "")
        }
        emit(.suggestionKept(id, command.wireCase, act: act, text: text))
    }

    /// Whether the actor holds a position.
    func holds(_ position: Position, in id: IncidentID) -> Bool {
        state.incidents[id]?.coordination.holder(of: position) == context.actor.person
    }

    /// Checks that all places are known, once the site has listed any.
    func requireKnown(_ places: [PlaceID]) throws(Rejection) {
        guard !state.places.isEmpty else { return }
        for place in places where state.places[place] == nil { throw .unknownPlace(place) }
    }
}

extension String {
    /// The longest text that is kept, in Unicode scalars: of these, unlike of what is seen as one character, none is
    /// longer than four bytes.
    static let longestText = 4000

    /// Whether it is kept whole.
    var isShort: Bool { unicodeScalars.count <= Self.longestText }

    /// The text, cut to the longest that is kept, without marks that turn the order of reading round: an observation is
    /// never refused for its length.
    var kept: String {
        let turning: (Unicode.Scalar) -> Bool = {
            (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        }
        if isShort, !unicodeScalars.contains(where: turning) { return self }
        return String(
            String.UnicodeScalarView(unicodeScalars.filter { !turning($0) }.prefix(Self.longestText)))
    }
}

extension RoomClaim {
    /// More people than any room holds.
    private static let most: Int32 = 9_999

    /// The claim with counts that can be true.
    var kept: RoomClaim {
        var copy = self
        copy.missing = min(max(0, missing), Self.most)
        copy.extra = min(max(0, extra), Self.most)
        copy.injured = min(max(0, injured), Self.most)
        return copy
    }
}
