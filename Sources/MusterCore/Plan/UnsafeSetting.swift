/// Why the settings of a plan are refused: somebody could come to harm through a slip of the pen.
package enum UnsafeSetting: Equatable, Sendable {
    /// Nobody of the school may do an act that an emergency needs: no agency is asked to do it here.
    case nobodyMay(Act)
    /// A Lockdown could never end.
    case noWayToEnd
    /// A Lockdown would end in a way that is none.
    case badEnd(EndMethod)
    /// A span of time that a real day cannot bear.
    case badTiming(TimingName)
}

/// The spans of time of a plan, by name.
package enum TimingName: String, Equatable, Sendable {
    case caretakerAfter, askNextAfter, silentAfter, cancelWithin, raiseStaleAfter, reopenWithin, reliefAfter
}

extension SitePlan {
    /// How a Lockdown may end anywhere: the plan of a site chooses among these.
    package static let endsOfLockdown: [EndMethod] = [.inPerson, .announcementAndKey, .agency]
    /// The acts that somebody must always have a right to.
    package static let vitalActs: [Act] = [
        .lockDown, .callForHelp, .setAction, .endAction, .endLockdown, .callBack, .close,
        .correct, .assign,
    ]

    /// Whether nobody comes to harm through a slip of the pen: every span is one that a real day can bear.
    ///
    /// A plan that called every raise stale would silence the alarm; one without a way to end a Lockdown could never
    /// be left, no more than one whose right nobody has; a span of nothing would turn a ladder into a storm.
    package var isSafe: Bool { unsafeSettings.isEmpty }

    /// What makes the plan unsafe.
    package var unsafeSettings: [UnsafeSetting] {
        var found: [UnsafeSetting] = []
        for right in rights where Self.vitalActs.contains(right.act) && !right.isOfSchool {
            found.append(.nobodyMay(right.act))
        }
        if lockdownEnds.isEmpty { found.append(.noWayToEnd) }
        for end in lockdownEnds where !Self.endsOfLockdown.contains(end) { found.append(.badEnd(end)) }
        let spans: [(TimingName, TimeSpan, TimeSpan, TimeSpan)] = [
            (.caretakerAfter, timings.caretakerAfter, .seconds(1), .minutes(5)),
            (.askNextAfter, timings.askNextAfter, .seconds(1), .minutes(30)),
            (.silentAfter, timings.silentAfter, .seconds(10), .minutes(60)),
            (.cancelWithin, timings.cancelWithin, .seconds(0), .seconds(60)),
            (.raiseStaleAfter, timings.raiseStaleAfter, .seconds(30), .minutes(10)),
            (.reopenWithin, timings.reopenWithin, .seconds(0), .minutes(7 * 24 * 60)),
            (.reliefAfter, timings.reliefAfter, .minutes(15), .minutes(24 * 60)),
        ]
        for (name, span, shortest, longest) in spans where span < shortest || span > longest {
            found.append(.badTiming(name))
        }
        return found
    }
}
