extension Command {
    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .publishPlan(var plan):
            plan.visit(&visitor)
            self = .publishPlan(plan)
        case .listPlaces(var first, var places):
            visitor.field("first", &first)
            visitor.field("places", &places)
            self = .listPlaces(first: first, places: places)
        case .raise(var raise):
            raise.visit(&visitor)
            self = .raise(raise)
        case .dismissLateRaise(var report):
            visitor.field("report", &report)
            self = .dismissLateRaise(report)
        case .setAvailability(var person, var available):
            visitor.field("person", &person)
            visitor.field("available", &available)
            self = .setAvailability(person, available: available)
        case .reportResponding(var person, var source, var text):
            visitor.field("person", &person)
            visitor.field("source", &source)
            visitor.field("text", &text)
            self = .reportResponding(person, source: source, text: text)
        case .reportHandsFree(var person, var source):
            visitor.field("person", &person)
            visitor.field("source", &source)
            self = .reportHandsFree(person, source: source)
        case .eraseText(var position):
            visitor.field("position", &position)
            self = .eraseText(position: position)
        case .expire(var deadline):
            visitor.field("deadline", &deadline)
            self = .expire(deadline)
        default:
            var id = incident ?? .none
            visitor.field("incident", &id)
            visitAct(id, &visitor)
        }
    }

    private mutating func visitAct<V: FieldVisitor>(_ id: IncidentID, _ visitor: inout V) {
        switch self {
        case .cancelRaise: self = .cancelRaise(id)
        case .claimMistake(_, var press):
            visitor.field("press", &press)
            self = .claimMistake(id, press: press)
        case .turnActual: self = .turnActual(id)
        case .closeIncident: self = .closeIncident(id)
        case .reopenIncident: self = .reopenIncident(id)
        case .readBack: self = .readBack(id)
        case .withdrawSceneCommand: self = .withdrawSceneCommand(id)
        case .recordCallBack(_, var outcome, var press):
            visitor.field("outcome", &outcome)
            visitor.field("press", &press)
            self = .recordCallBack(id, outcome, press: press)
        case .setAction(_, var places, var action, var hazard):
            visitor.field("places", &places)
            visitor.field("action", &action)
            visitor.field("hazard", &hazard)
            self = .setAction(id, places: places, action: action, hazard: hazard)
        case .endAction(_, var places, var method):
            visitor.field("places", &places)
            visitor.field("method", &method)
            self = .endAction(id, places: places, method: method)
        case .sendCorrection(_, var text):
            visitor.field("text", &text)
            self = .sendCorrection(id, text: text)
        case .acceptPosition(_, var position):
            visitor.field("position", &position)
            self = .acceptPosition(id, position)
        case .declineOffer(_, var position):
            visitor.field("position", &position)
            self = .declineOffer(id, position)
        case .handOver(_, var to):
            visitor.field("to", &to)
            self = .handOver(id, to: to)
        case .offerPosition(_, var position, var person):
            visitor.field("position", &position)
            visitor.field("person", &person)
            self = .offerPosition(id, position, to: person)
        case .nameDeputy, .planShift, .cancelShift, .reportCommandPost, .reportPresence:
            visitSuccession(id, &visitor)
        case .openCourse(_, var course):
            visitor.field("course", &course)
            self = .openCourse(id, course)
        case .closeCourse(_, var course):
            visitor.field("course", &course)
            self = .closeCourse(id, course)
        case .handTask(_, var task, var position):
            task.visit(&visitor)
            visitor.field("to", &position)
            self = .handTask(id, task, to: position)
        case .setObjectives(_, var text):
            visitor.field("text", &text)
            self = .setObjectives(id, text: text)
        default: visitObservation(id, &visitor)
        }
    }

    private mutating func visitSuccession<V: FieldVisitor>(_ id: IncidentID, _ visitor: inout V) {
        switch self {
        case .nameDeputy(_, var position, var person):
            visitor.field("position", &position)
            visitor.field("person", &person)
            self = .nameDeputy(id, position, person)
        case .planShift(_, var position, var person, var from):
            visitor.field("position", &position)
            visitor.field("person", &person)
            visitor.field("from", &from)
            self = .planShift(id, position, person, from: from)
        case .cancelShift(_, var position):
            visitor.field("position", &position)
            self = .cancelShift(id, position)
        case .reportPresence(_, var onSite, var source):
            visitor.field("onSite", &onSite)
            visitor.field("source", &source)
            self = .reportPresence(id, onSite: onSite, source: source)
        case .reportCommandPost(_, var person, var since):
            visitor.field("person", &person)
            visitor.field("silentSince", &since)
            self = .reportCommandPost(id, person, silentSince: since)
        default: preconditionFailure("visited elsewhere")
        }
    }

    private mutating func visitObservation<V: FieldVisitor>(
        _ id: IncidentID, _ visitor: inout V
    ) {
        switch self {
        case .recordCleared(_, var room, var source):
            visitor.field("room", &room)
            visitor.field("source", &source)
            self = .recordCleared(id, room: room, source: source)
        case .recordNotCleared(_, var room, var source):
            visitor.field("room", &room)
            visitor.field("source", &source)
            self = .recordNotCleared(id, room: room, source: source)
        case .confirmAudible(_, var source):
            visitor.field("source", &source)
            self = .confirmAudible(id, source: source)
        case .recordCall911(_, var ended, var source):
            visitor.field("ended", &ended)
            visitor.field("source", &source)
            self = .recordCall911(id, ended: ended, source: source)
        case .reportAlone(_, var person, var source):
            visitor.field("person", &person)
            visitor.field("source", &source)
            self = .reportAlone(id, person, source: source)
        case .recordSceneCommand(_, var agency, var unified, var since, var source, var text):
            visitor.field("agency", &agency)
            visitor.field("unified", &unified)
            visitor.field("since", &since)
            visitor.field("source", &source)
            visitor.field("text", &text)
            self = .recordSceneCommand(
                id, agency, unified: unified, since: since, source: source, text: text)
        case .reportRoom(_, var room, var claim):
            visitor.field("room", &room)
            claim.visit(&visitor)
            self = .reportRoom(id, room: room, claim: claim)
        case .settleRoom(_, var room, var report):
            visitor.field("room", &room)
            visitor.field("report", &report)
            self = .settleRoom(id, room: room, report: report)
        case .writeNote(_, var position, var corrects, var source, var text):
            visitor.field("position", &position)
            visitor.field("corrects", &corrects)
            visitor.field("source", &source)
            visitor.field("text", &text)
            self = .writeNote(id, position: position, corrects: corrects, source: source, text: text)
        case .reportTask(_, var task, var state, var source, var text):
            task.visit(&visitor)
            visitor.field("state", &state)
            visitor.field("source", &source)
            visitor.field("text", &text)
            self = .reportTask(id, task, state, source: source, text: text)
        case .reportResource(_, var resource, var claim, var text):
            visitor.field("resource", &resource)
            claim.visit(&visitor)
            visitor.field("text", &text)
            self = .reportResource(id, resource, claim: claim, text: text)
        default: preconditionFailure("visited before")
        }
    }

    /// The incident that the command is about, where it is about one.
    package var incident: IncidentID? {
        switch self {
        case .publishPlan, .listPlaces, .raise, .dismissLateRaise, .setAvailability, .reportResponding,
            .reportHandsFree, .eraseText, .expire:
            nil
        case .cancelRaise(let id), .claimMistake(let id, _), .recordCallBack(let id, _, _),
            .setAction(let id, _, _, _), .endAction(let id, _, _), .recordCleared(let id, _, _),
            .recordNotCleared(let id, _, _), .withdrawSceneCommand(let id),
            .sendCorrection(let id, _), .turnActual(let id), .closeIncident(let id), .reopenIncident(let id),
            .confirmAudible(let id, _), .recordCall911(let id, _, _), .acceptPosition(let id, _),
            .declineOffer(let id, _), .handOver(let id, _), .readBack(let id), .offerPosition(let id, _, _),
            .nameDeputy(let id, _, _), .planShift(let id, _, _, _), .cancelShift(let id, _),
            .reportAlone(let id, _, _), .reportPresence(let id, _, _),
            .recordSceneCommand(let id, _, _, _, _, _), .reportRoom(let id, _, _),
            .settleRoom(let id, _, _), .writeNote(let id, _, _, _, _), .openCourse(let id, _),
            .closeCourse(let id, _), .reportTask(let id, _, _, _, _), .handTask(let id, _, _),
            .setObjectives(let id, _), .reportResource(let id, _, _, _), .reportCommandPost(let id, _, _):
            id
        }
    }
}
