import MusterCore

extension Replay {
    /// The replay as the table of the documentation has it, row by row.
    ///
    /// A timer that does once more what was done last is left out: the page says that asking goes on.
    var tableRows: [String] {
        var asked = ""
        var rows: [String] = []
        for step in steps {
            let shown = step.shown
            if step.line == nil, shown.isEmpty || shown == asked { continue }
            if let again = step.asking { asked = again }
            rows.append("| \(step.seconds) | \(step.happened) | \(shown) |")
        }
        return rows
    }
}

extension Replay.Step {
    /// What happened, with the confidence of its time; nothing for a timer.
    var happened: String {
        guard let line else { return "" }
        return "\(isAsIf ? "*As if:* " : "")\(line.telling) (\(line.confidence))"
    }

    /// What the rules do, with the confidence of that; or why the line is not modelled.
    var shown: String {
        if let reason = line?.notModelled { return "not modelled: \(reason)" }
        var told: [(confidence: String, words: [String])] = []
        for row in rows {
            guard let what = row.what else { continue }
            if told.last?.confidence != row.confidence { told.append((row.confidence, [])) }
            told[told.count - 1].words.append(what)
        }
        let isReport = kept == .around && !rows.contains { $0.event.wireCase == .turnedActual }
        if isReport, !told.isEmpty { told[told.count - 1].words.append("stays a report, nobody moves") }
        return told.map { "\($0.words.joined(separator: "; ")) (\($0.confidence))" }.joined(separator: "; ")
    }

    /// What a timer would say that does the same once more.
    var asking: String? {
        let last = rows.last { row in
            [.coordinatorAsked, .takeoverOffered].contains(row.event.wireCase)
        }
        return last.flatMap { row in row.what.map { "\($0) (\(row.confidence))" } }
    }
}

extension Replay.Row {
    /// What the rules did, in words; `nil` for what the table leaves out.
    fileprivate var what: String? {
        switch event {
        case .incident(let event): Self.what(event)
        case .coordination(let event): Self.what(event)
        case .journal(.noteWritten(_, _, _, _, let source, _)): "noted, \(age(source))"
        case .rollCall(.roomReported(_, let room, let claim)): "\(room): \(Self.words(claim.status))"
        default: nil
        }
    }

    /// A name of the code, as it is read.
    private static func words(_ name: some RawRepresentable<String>) -> String {
        name.rawValue.map { $0.isUppercase ? " \($0.lowercased())" : "\($0)" }.joined()
    }

    private func age(_ source: Source) -> String {
        let late = seconds - (source.observedAt - Scenario.start).seconds
        return "\(Self.words(source.channel))\(late > 0 ? ", seen \(late) seconds before it was said" : "")"
    }

    private static func what(_ event: IncidentEvent) -> String? {
        switch event {
        case .raised(_, let raise): "\(raise.kind) raised: \(raise.action.map { "\($0)" } ?? "a call")"
        case .confirmed(_, let raise, _): "raised as well: \(raise.action.map { "\($0)" } ?? "a call")"
        case .turnedActual: "the practice becomes real"
        case .corrected: "a correction goes to everybody who was alarmed"
        case .actionEnded(_, _, let method): "the action ends: \(words(method))"
        case .closed(_, let reason): "closed: \(reason)"
        case .mistakeClaimed: "somebody says that it was a mistake"
        case .callBackRecorded(_, let outcome, _): "the call back is recorded: \(words(outcome))"
        case .call911Recorded(_, let ended, _): ended ? "911 has hung up" : "911 is on the line"
        case .audibleConfirmed: "the announcement was heard"
        case .roomCleared(_, let room, _): "\(room) is recorded as cleared"
        default: nil
        }
    }

    private static func what(_ event: CoordinationEvent) -> String? {
        switch event {
        case .coordinatorAsked(_, let persons, _, _):
            "asked to coordinate: \(persons.map { $0.text }.sorted().joined(separator: ", "))"
        case .positionTaken(_, _, let person, let caretaker):
            "\(person) coordinates\(caretaker ? " as caretaker" : "")"
        case .respondingReported(let person, _, _): "\(person) is recorded as responding"
        case .availabilitySet(let person, let available):
            "\(person) is \(available ? "" : "not ")available and \(available ? "may be" : "is not") asked"
        case .handoverStarted(_, let person, _, let cause): "\(person) is to be relieved: \(cause)"
        case .takeoverOffered(_, let persons, _):
            "takeover offered to \(persons.map { $0.text }.joined(separator: ", "))"
        case .sceneCommandRecorded(_, let agency, _, _, _, _, _): "\(agency) commands the scene"
        default: nil
        }
    }
}
