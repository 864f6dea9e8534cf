import MusterCore

/// What the school coordinator does beside an agency in command, with the words to say.
extension Html {
    /// Writes what the coordinator is now and what comes next, while scene command stands.
    ///
    /// The first step stands at the top of the holder's board already.
    mutating func sceneSteps(_ board: BoardIncident) {
        guard let steps = board.sceneSteps else { return }
        let next = board.nextStep
        let tasks = steps.tasks.filter { $0.id != next?.id }
        section("card tasks", .data("key", "scene-" + board.id)) { h in
            h.div("card-head") { h in
                let who = steps.scene.agency.inSentence
                h.h2("card-title", text: "\(steps.relation.label) beside \(who)")
                h.p("card-aside") { h in
                    h.text("Since ")
                    h.timeOfDay(steps.scene.since, board.clock)
                }
            }
            h.p(text: steps.relation.meaning)
            if steps.scene.unified {
                h.p(text: "Agencies command together: the school has its voice beside them, under none.")
            }
            if steps.isByVoiceOnly {
                h.p("scene-voice") { h in
                    h.icon(.phone)
                    h.strong(text: "By telephone or radio, from where you are.")
                }
            }
            for task in tasks { h.sceneStep(task, board) }
            if tasks.isEmpty, next?.sceneStep == nil {
                h.p("quiet", text: "Nothing more to say to them for now.")
            }
        }
    }

    private mutating func sceneStep(_ task: PositionTask, _ board: BoardIncident) {
        keyed("scene-step-\(task.id.step)") { h in
            h.div("task") { h in
                h.p("task-what", text: board.what(task))
                h.saying(task, board)
                h.due(task, board)
                if task.owner != board.viewer { h.p("quiet", text: board.ownerLine(task)) }
                guard board.isHolder || task.owner == board.viewer || board.may(.assign) else { return }
                h.div("task-acts") { h in
                    h.report(task, .done, .secondary)
                    if task.state == .open { h.report(task, .started, .secondary) }
                }
            }
        }
    }
}

extension BoardIncident {
    /// What the coordinator does beside the agency in command.
    var sceneSteps: SceneSteps? { SceneSteps(incident, context.state, rooms) }

    /// The sentence to say with a task: the plan's own, or what is known by now.
    func words(of task: PositionTask) -> String? {
        guard let step = task.sceneStep, let steps = sceneSteps else { return task.step.say }
        switch step {
        case .facts: return facts(steps)
        case .help: return "Help is asked for in \(spoken(steps.needsHelp))."
        case .call911: return "\(steps.scene.label) in command of the scene at our school, as of now."
        case .claim:
            return "Somebody here says that it was a mistake. Nobody has checked it. The alarm stands."
        case .place: return steps.relation.introduction
        case .ending: return steps.isEndTheirs ? "Who says that it ends, and what does each room hear?" : nil
        case .liaison, .entry, .accounting: return nil
        }
    }

    /// Rooms as they are said aloud: "rooms 17, 18", or the names of places that have one.
    func spoken(_ rooms: [PlaceID]) -> String {
        let words = few(rooms)
        guard rooms.allSatisfy({ context.directory.label(of: $0).hasPrefix("Room ") }) else { return words }
        return (rooms.count == 1 ? "room " : "rooms ") + words
    }

    private func facts(_ steps: SceneSteps) -> String {
        var facts = ["I coordinate the school's side."]
        if incident.kind.isPractice { facts.insert("This is a \(incident.kind.label.lowercased()).", at: 0) }
        facts.append(
            "Where: " + (steps.actions.isEmpty ? context.places(incident.places) : actionLine(steps.actions))
                + ".")
        let ask = steps.needsHelp.filter { !steps.hurt.contains($0) }
        if steps.hurt.isEmpty {
            facts.append("Hurt: nobody that we know of.")
        } else {
            facts.append("Hurt: \(steps.hurtCount) in \(spoken(steps.hurt)).")
        }
        if !ask.isEmpty { facts.append("Help is asked for in \(spoken(ask)).") }
        if !steps.silent.isEmpty { facts.append("Silent: \(spoken(steps.silent)).") }
        if !steps.withoutReport.isEmpty { facts.append("No report: \(spoken(steps.withoutReport)).") }
        if steps.silent.isEmpty, steps.withoutReport.isEmpty, incident.isProtective {
            facts.append("Silent: no room.")
        }
        return facts.joined(separator: " ")
    }
}
