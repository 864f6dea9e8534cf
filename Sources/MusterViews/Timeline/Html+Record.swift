package import MusterCore

extension Html {
    /// Writes records as a timeline, newest first.
    ///
    /// Each is a piece of its own, so that a new one changes none of the others.
    package mutating func records(_ records: [Record], _ teller: Teller, _ clock: PageClock) {
        ol("timeline", .label("What happened, newest first")) { h in
            for record in records.reversed() {
                h.keyed(
                    "record-\(record.position)", "li", version: record.version,
                    .class(record.event.tone.className)
                ) { h in
                    h.div("entry") { h in
                        h.p("entry-time") { h in h.timeOfDay(record.seenAt, clock) }
                        h.icon(record.event.icon)
                        h.div("entry-body") { h in h.telling(record, teller, clock) }
                    }
                }
            }
        }
    }

    private mutating func telling(_ record: Record, _ teller: Teller, _ clock: PageClock) {
        p("entry-what", text: teller.sentence(record))
        if let text = record.text {
            element("blockquote", ["entry-text"]) { h in h.text(text) }
        } else if record.event.hasText {
            p("entry-source", text: "The words are not held here or were erased.")
        }
        p("entry-source") { h in
            h.age(of: record.seenAt, clock)
            if let mark = teller.lateness(record) {
                h.raw(" · ")
                h.span("entry-mark", text: mark)
            }
        }
    }
}

extension Record {
    /// Stands for what a timeline shows of the record: its text may be erased, nothing else changes.
    fileprivate var version: UInt64 {
        var print = Fingerprint(text == nil ? 1 : 2)
        print.add(UInt64(bitPattern: position))
        return print.value
    }

    /// When it was seen, where that is known, else when the desk took it in.
    var seenAt: Instant {
        guard let seen = event.source?.observedAt, seen > .zero, seen < at else { return at }
        return seen
    }
}

extension Event {
    /// Whether the event is nothing without its words.
    fileprivate var hasText: Bool {
        switch self {
        case .journal(.noteWritten), .journal(.objectivesSet(_, true, _)): true
        case .resource(.reported(_, _, _, _, let hasWords, _)): hasWords
        default: false
        }
    }

    /// The colour that goes with the event.
    var tone: Tone {
        switch self {
        case .incident(.raised(_, let raise)), .incident(.confirmed(_, let raise, _)):
            raise.action?.tone ?? .needsHelp
        case .incident(.actionSet(_, _, let action, _, _)): action.tone
        case .incident(.roomCleared): .cleared
        case .incident(.mistakeClaimed), .incident(.callBackRecorded), .incident(.raiseLate),
            .incident(.turnedActual), .coordination(.respondingReported), .coordination(.aloneReported),
            .coordination(.takeoverOffered), .coordination(.suggestionKept), .incident(.roomNotCleared),
            .coordination(.commandPostReported(_, _, .some)),
            .coordination(.sceneCommandWithdrawn):
            .caution
        case .rollCall(.roomReported(_, _, let claim)): claim.status.tone
        default: .neutral
        }
    }

    /// The icon that goes with the event.
    var icon: Icon {
        switch self {
        case .incident(.call911Recorded): .phone
        case .incident(.audibleConfirmed), .incident(.corrected): .megaphone
        case .incident(.actionEnded), .incident(.actionWithdrawn), .incident(.closed),
            .incident(.lateDismissed), .rollCall(.roomSettled),
            .coordination(.briefingReadBack), .coordination(.respondingEnded),
            .task(.taskReported(_, _, .done, _, _)):
            .check
        case .coordination(.positionTaken), .coordination(.availabilitySet), .coordination(.dutyTaken),
            .coordination(.deputyNamed), .coordination(.presenceReported):
            .person
        case .coordination(.shiftPlanned), .coordination(.shiftCancelled), .coordination(.shiftBegan),
            .coordination(.offerUnanswered):
            .clock
        case .coordination(.positionOffered), .coordination(.handoverStarted),
            .coordination(.coordinatorAsked), .coordination(.offerDeclined), .task(.taskHanded):
            .handover
        case .coordination(.sceneCommandRecorded): .shield
        case .journal, .task, .resource: .note
        default: tone.icon
        }
    }
}
