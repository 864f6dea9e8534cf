extension Command {
    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(WireError) {
        switch self {
        case .publishPlan(var plan):
            try plan.visit(&visitor)
            self = .publishPlan(plan)
        case .listPlaces(var first, var places):
            try visitor.field("first", &first)
            try visitor.field("places", &places)
            self = .listPlaces(first: first, places: places)
        case .raise(var raise):
            try raise.visit(&visitor)
            self = .raise(raise)
        case .dismissLateRaise(var report):
            try visitor.field("report", &report)
            self = .dismissLateRaise(report)
        case .setAvailability(var person, var available):
            try visitor.field("person", &person)
            try visitor.field("available", &available)
            self = .setAvailability(person, available: available)
        case .reportResponding(var person, var source, var text):
            try visitor.field("person", &person)
            try visitor.field("source", &source)
            try visitor.field("text", &text)
            self = .reportResponding(person, source: source, text: text)
        case .reportHandsFree(var person, var source):
            try visitor.field("person", &person)
            try visitor.field("source", &source)
            self = .reportHandsFree(person, source: source)
        case .eraseText(var position):
            try visitor.field("position", &position)
            self = .eraseText(position: position)
        case .expire(var deadline):
            try visitor.field("deadline", &deadline)
            self = .expire(deadline)
        default:
            var id = incident ?? .none
            try visitor.field("incident", &id)
            try visitAct(id, &visitor)
        }
    }

    private mutating func visitAct<V: FieldVisitor>(_ id: IncidentID, _ visitor: inout V) throws(WireError) {
        switch self {
        case .cancelRaise: self = .cancelRaise(id)
        case .claimMistake: self = .claimMistake(id)
        case .turnActual: self = .turnActual(id)
        case .closeIncident: self = .closeIncident(id)
        case .reopenIncident: self = .reopenIncident(id)
        case .readBack: self = .readBack(id)
        case .withdrawSceneCommand: self = .withdrawSceneCommand(id)
        case .recordCallBack(_, var outcome):
            try visitor.field("outcome", &outcome)
            self = .recordCallBack(id, outcome)
        case .setAction(_, var places, var action, var hazard):
            try visitor.field("places", &places)
            try visitor.field("action", &action)
            try visitor.field("hazard", &hazard)
            self = .setAction(id, places: places, action: action, hazard: hazard)
        case .endAction(_, var places, var method):
            try visitor.field("places", &places)
            try visitor.field("method", &method)
            self = .endAction(id, places: places, method: method)
        case .sendCorrection(_, var text):
            try visitor.field("text", &text)
            self = .sendCorrection(id, text: text)
        case .acceptPosition(_, var position):
            try visitor.field("position", &position)
            self = .acceptPosition(id, position)
        case .declineOffer(_, var position):
            try visitor.field("position", &position)
            self = .declineOffer(id, position)
        case .handOver(_, var to):
            try visitor.field("to", &to)
            self = .handOver(id, to: to)
        case .offerPosition(_, var position, var person):
            try visitor.field("position", &position)
            try visitor.field("person", &person)
            self = .offerPosition(id, position, to: person)
        default: try visitObservation(id, &visitor)
        }
    }

    private mutating func visitObservation<V: FieldVisitor>(
        _ id: IncidentID, _ visitor: inout V
    ) throws(WireError) {
        switch self {
        case .recordCleared(_, var room, var source):
            try visitor.field("room", &room)
            try visitor.field("source", &source)
            self = .recordCleared(id, room: room, source: source)
        case .recordNotCleared(_, var room, var source):
            try visitor.field("room", &room)
            try visitor.field("source", &source)
            self = .recordNotCleared(id, room: room, source: source)
        case .confirmAudible(_, var source):
            try visitor.field("source", &source)
            self = .confirmAudible(id, source: source)
        case .recordCall911(_, var ended, var source):
            try visitor.field("ended", &ended)
            try visitor.field("source", &source)
            self = .recordCall911(id, ended: ended, source: source)
        case .reportAlone(_, var person, var source):
            try visitor.field("person", &person)
            try visitor.field("source", &source)
            self = .reportAlone(id, person, source: source)
        case .recordSceneCommand(_, var agency, var unified, var since, var source, var text):
            try visitor.field("agency", &agency)
            try visitor.field("unified", &unified)
            try visitor.field("since", &since)
            try visitor.field("source", &source)
            try visitor.field("text", &text)
            self = .recordSceneCommand(
                id, agency, unified: unified, since: since, source: source, text: text)
        case .reportRoom(_, var room, var claim):
            try visitor.field("room", &room)
            try claim.visit(&visitor)
            self = .reportRoom(id, room: room, claim: claim)
        case .settleRoom(_, var room, var report):
            try visitor.field("room", &room)
            try visitor.field("report", &report)
            self = .settleRoom(id, room: room, report: report)
        case .writeNote(_, var position, var corrects, var source, var text):
            try visitor.field("position", &position)
            try visitor.field("corrects", &corrects)
            try visitor.field("source", &source)
            try visitor.field("text", &text)
            self = .writeNote(id, position: position, corrects: corrects, source: source, text: text)
        default: preconditionFailure("visited before")
        }
    }

    /// The incident that the command is about, where it is about one.
    package var incident: IncidentID? {
        switch self {
        case .publishPlan, .listPlaces, .raise, .dismissLateRaise, .setAvailability, .reportResponding,
            .reportHandsFree, .eraseText, .expire:
            nil
        case .cancelRaise(let id), .claimMistake(let id), .recordCallBack(let id, _),
            .setAction(let id, _, _, _), .endAction(let id, _, _), .recordCleared(let id, _, _),
            .recordNotCleared(let id, _, _), .withdrawSceneCommand(let id),
            .sendCorrection(let id, _), .turnActual(let id), .closeIncident(let id), .reopenIncident(let id),
            .confirmAudible(let id, _), .recordCall911(let id, _, _), .acceptPosition(let id, _),
            .declineOffer(let id, _), .handOver(let id, _), .readBack(let id), .offerPosition(let id, _, _),
            .reportAlone(let id, _, _), .recordSceneCommand(let id, _, _, _, _, _), .reportRoom(let id, _, _),
            .settleRoom(let id, _, _), .writeNote(let id, _, _, _, _):
            id
        }
    }
}
