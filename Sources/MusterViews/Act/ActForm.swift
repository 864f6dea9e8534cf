package import MusterCore

/// What is wrong with a form: which field, and one sentence that helps.
package struct ActProblem: Equatable, Sendable {
    /// The field, where it is one field's fault.
    package let field: String?
    /// What is wrong and what to do.
    package let sentence: String

    /// A problem of a field, or of the form as a whole.
    package init(_ field: String?, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}

/// What a form comes to.
package enum ActResult: Equatable, Sendable {
    /// A command, ready for the outbox or the desk.
    case envelope(Envelope)
    /// What must be put right first; never empty.
    case problems([ActProblem])
}

/// Who sends a form, when, and what is known there: the only source of ids and time.
package struct ActContext: Sendable {
    /// Who acts.
    package var viewer: Viewer
    /// For which site.
    package var site: SiteID
    /// The id that the command will have.
    package var command: CommandID
    /// When the person acted, by the device's clock with the measured offset taken out.
    package var now: Instant
    /// What is known of the site where the form is read.
    package var state: SiteState
    /// Minutes to add to UTC for the site's wall clock.
    package var utcOffsetMinutes: Int32

    /// Everything that a form does not say itself.
    package init(
        viewer: Viewer, site: SiteID, command: CommandID, now: Instant, state: SiteState,
        utcOffsetMinutes: Int32 = 0
    ) {
        self.viewer = viewer
        self.site = site
        self.command = command
        self.now = now
        self.state = state
        self.utcOffsetMinutes = utcOffsetMinutes
    }
}

/// Turns the fields of a form into a command: the one parser for the browser and for `POST /act`.
///
/// It checks that the form is whole, not that the act is allowed: that is the desk's to decide. Nothing that a
/// form can hold makes it trap.
package enum ActForm {
    /// The most fields that one form may have: more than all rooms of a large site.
    package static let mostFields = 2_000
    /// The longest text that the log keeps, in characters.
    package static let longestText = 4_000

    /// The command that a form asks for, or what is wrong with the form.
    package static func read(_ fields: [FormField], _ context: ActContext) -> ActResult {
        guard fields.count <= mostFields else {
            return .problems([ActProblem(nil, "The form has too many fields. Reload the page.")])
        }
        guard !context.site.isNone, !context.command.isNone else {
            return .problems([ActProblem(nil, "The site is not known here. Reload the page.")])
        }
        let name = fields.last { $0.name == "act" }?.value ?? ""
        guard let act = CommandName.allCases.first(where: { $0.rawValue == name }), !act.isServersOwn else {
            return .problems([ActProblem("act", "This act is not known here. Reload the page.")])
        }
        var reader = FieldReader(fields, context)
        let command = reader.command(act)
        guard reader.problems.isEmpty else { return .problems(reader.problems) }
        let envelope = Envelope(command, id: context.command, site: context.site, madeAt: context.now)
        return .envelope(envelope)
    }
}

extension FieldReader {
    /// The command of a form; it holds blanks where ``problems`` says so, and must not leave then.
    mutating func command(_ act: CommandName) -> Command {
        switch act {
        case .raise: .raise(raise())
        case .reportRoom: reportRoom()
        case .recordSceneCommand: sceneCommand()
        case .writeNote: note()
        case .reportResource: resource()
        case .publishPlan: .publishPlan(json("text", SitePlan()))
        case .listPlaces: .listPlaces(first: flag("first"), places: json("text", []))
        case .dismissLateRaise: .dismissLateRaise(id("report", "Choose the report."))
        case .setAvailability: .setAvailability(personOrViewer("person"), available: flag("available"))
        case .reportResponding:
            .reportResponding(personOrViewer("person"), source: source(), text: optionalText("text"))
        case .reportHandsFree: .reportHandsFree(personOrViewer("person"), source: source())
        case .eraseText: .eraseText(position: position())
        case .expire, .reportCommandPost: .expire(.none)
        default: incidentCommand(act, incident())
        }
    }

    private mutating func incidentCommand(_ act: CommandName, _ incident: IncidentID) -> Command {
        switch act {
        case .claimMistake: .claimMistake(incident, press: optionalID("press"))
        case .turnActual: .turnActual(incident)
        case .closeIncident: .closeIncident(incident)
        case .reopenIncident: .reopenIncident(incident)
        case .readBack: .readBack(incident)
        case .recordCallBack:
            .recordCallBack(
                incident, named("outcome", "Choose what the call back found.") ?? .notConfirmed,
                press: optionalID("press"))
        case .setAction:
            .setAction(
                incident, places: places(), action: named("action", "Choose an action.") ?? .hold,
                hazard: optionalName("hazard"))
        case .endAction:
            .endAction(
                incident, places: places(), method: named("method", "Choose how it ends.") ?? .coordinator)
        case .sendCorrection:
            .sendCorrection(incident, text: text("text", "Write what is right."))
        case .acceptPosition: .acceptPosition(incident, coordinatorOr("position"))
        case .declineOffer: .declineOffer(incident, coordinatorOr("position"))
        case .handOver: .handOver(incident, to: optionalID("to"))
        case .offerPosition:
            .offerPosition(
                incident, named("position", "Choose a position.") ?? .liaison, to: optionalID("person"))
        case .nameDeputy, .planShift, .cancelShift: succession(act, incident)
        case .openCourse: .openCourse(incident, id("course", "Choose the course of action."))
        case .closeCourse: .closeCourse(incident, id("course", "Choose the course of action."))
        case .handTask: .handTask(incident, task(), to: named("to", "Choose a position.") ?? .liaison)
        case .reportTask:
            .reportTask(
                incident, task(), named("state", "Choose how far it is.") ?? .open, source: source(),
                text: optionalText("text"))
        case .setObjectives: .setObjectives(incident, text: optionalText("text") ?? "")
        case .confirmAudible: .confirmAudible(incident, source: source())
        case .recordCall911: .recordCall911(incident, ended: flag("ended"), source: source())
        case .recordCleared:
            .recordCleared(incident, room: id("room", "Choose the room that was opened."), source: source())
        case .recordNotCleared:
            .recordNotCleared(incident, room: id("room", "Choose the room."), source: source())
        case .withdrawSceneCommand: .withdrawSceneCommand(incident)
        case .reportPresence: .reportPresence(incident, onSite: flag("onSite"), source: source())
        case .reportAlone: .reportAlone(incident, personOrViewer("person"), source: source())
        case .settleRoom:
            .settleRoom(
                incident, room: id("room", "Choose the room."),
                report: id("report", "Choose the report that stands."))
        // Everything else was read before.
        default: .cancelRaise(incident)
        }
    }

    /// Who comes next in a position.
    private mutating func succession(_ act: CommandName, _ incident: IncidentID) -> Command {
        let position: Position = named("position", "Choose a position.") ?? .schoolCoordinator
        switch act {
        case .nameDeputy: return .nameDeputy(incident, position, optionalID("person"))
        case .planShift:
            return .planShift(incident, position, id("person", "Choose who relieves."), from: coming("from"))
        default: return .cancelShift(incident, position)
        }
    }

    private mutating func task() -> TaskID {
        TaskID(id("course", "Choose the task."), count("step", "Which step?"))
    }

    private mutating func raise() -> Raise {
        var raise = Raise()
        raise.kind = optionalName("kind") ?? .actual
        raise.action = optionalName("action")
        raise.level = optionalName("level") ?? .protective
        raise.hazard = optionalName("hazard")
        // An alarm needs no choice; help is called to somewhere.
        let isAlarm = raise.level == .protective
        if !isAlarm, fields("place").isEmpty { problem("place", "Say where you are: help comes there.") }
        raise.places = fields("place").isEmpty ? [wholeSite] : places()
        raise.source = source()
        if raise.level == .protective, raise.action == nil {
            problem("action", "Choose an action.")
        } else if raise.level != .protective {
            raise.action = nil
        }
        return raise
    }

    private mutating func reportRoom() -> Command {
        let incident = incident()
        let room: PlaceID = id("room", "Choose the room.")
        var claim = RoomClaim()
        claim.missing = count("missing", "How many are missing?")
        claim.extra = count("extra", "How many are extra?")
        claim.injured = count("injured", "How many are injured?")
        let counted = claim.missing > 0 || claim.extra > 0 || claim.injured > 0
        let status: RoomStatus? = optionalName("status")
        claim.status = status ?? (counted ? .exceptions : .heardFrom)
        switch claim.status {
        // A count says more than the word beside it; nothing that somebody counted is dropped.
        case .allHere where counted: claim.status = .exceptions
        case .exceptions where !counted && problems.isEmpty:
            problem("missing", "Enter how many are missing, extra or injured, or choose “All here”.")
        default: break
        }
        if status == nil, !counted { problem("status", "Choose how the room is.") }
        claim.source = source()
        if claim.source.channel != .direct, claim.source.place == nil, claim.source.person == nil {
            claim.source.place = room.isNone ? nil : room
        }
        return .reportRoom(incident, room: room, claim: claim)
    }

    private mutating func sceneCommand() -> Command {
        .recordSceneCommand(
            incident(), named("agency", "Choose the agency.") ?? .police, unified: flag("unified"),
            since: moment("since") ?? context.now, source: source(), text: optionalText("text"))
    }

    private mutating func note() -> Command {
        .writeNote(
            incident(), position: optionalName("position"), corrects: optionalID("corrects"),
            source: source(), text: text("text", "Write something first."))
    }
}
