/// Why a step of a plan document is refused.
package enum PlanRefusal: Error, Equatable, Sendable {
    /// The document is not in the state that the step begins in.
    case notNow(PlanState)
    /// Whoever wrote in it cannot review it while somebody else may.
    case reviewerIsAuthor
    /// There are grave findings.
    case grave(Int32)

    /// One sentence that a person can act on.
    package var sentence: String {
        switch self {
        case .notNow(let state):
            switch state {
            case .draft: "It is a draft: have it reviewed first."
            case .inReview: "It is in review: finish that, or make it a draft again."
            case .approved: "It is approved: publish it, or make it a draft again."
            case .published: "It is in force and is not changed any more: make a new draft from it."
            case .superseded: "A later version is in force: make a new draft from that one."
            }
        case .reviewerIsAuthor:
            "You wrote in it: somebody else who may review has to. In a small school one person may do both."
        case .grave(let count):
            count == 1
                ? "One finding keeps it from being published: put it right first."
                : "\(count) findings keep it from being published: put them right first."
        }
    }
}

/// The life of a plan document: draft, in review, approved, published, superseded.
extension PlanDocument {
    /// A new draft with what this version says.
    package func draft(_ number: Int64, by person: PersonID?, at moment: Instant) -> PlanDocument {
        var draft = PlanDocument()
        draft.number = number
        draft.basedOn = self.number == 0 ? nil : self.number
        draft.basic = basic
        draft.annexes = annexes
        draft.settings = settings
        draft.started = PlanMark(person, at: moment)
        draft.write(by: person, at: moment)
        return draft
    }

    /// Changes a draft; whoever does is one of its authors.
    package mutating func change(
        by person: PersonID?, at moment: Instant, _ body: (inout PlanDocument) -> Void
    ) throws(PlanRefusal) {
        try require(.draft)
        body(&self)
        write(by: person, at: moment)
    }

    /// Hands a draft over to be reviewed.
    package mutating func submit() throws(PlanRefusal) {
        try require(.draft)
        state = .inReview
        revision += 1
    }

    /// Makes a draft again of what is not published: who reviewed and approved it did so for other words.
    package mutating func takeBack() throws(PlanRefusal) {
        guard state == .inReview || state == .approved else { throw .notNow(state) }
        state = .draft
        reviewed = nil
        approved = nil
        revision += 1
    }

    /// Whether somebody may review it: not who wrote in it, unless there is nobody else or the school is small.
    package func mayReview(_ person: PersonID?, among reviewers: [PersonID], smallSchool: Bool) -> Bool {
        guard let person, authors.contains(person) else { return true }
        return smallSchool || reviewers.allSatisfy { authors.contains($0) }
    }

    /// Takes down that somebody reviewed it.
    package mutating func review(
        by person: PersonID?, at moment: Instant, among reviewers: [PersonID], smallSchool: Bool
    ) throws(PlanRefusal) {
        try require(.inReview)
        guard mayReview(person, among: reviewers, smallSchool: smallSchool) else { throw .reviewerIsAuthor }
        reviewed = PlanMark(person, at: moment)
        revision += 1
    }

    /// Approves what was reviewed and has nothing grave the matter.
    package mutating func approve(
        by person: PersonID?, at moment: Instant, _ findings: [PlanFinding]
    ) throws(PlanRefusal) {
        try require(.inReview)
        guard reviewed != nil else { throw .notNow(.inReview) }
        try requireNoneGrave(findings)
        approved = PlanMark(person, at: moment)
        state = .approved
        revision += 1
    }

    /// Whether it may be published now.
    package func requirePublishable(_ findings: [PlanFinding]) throws(PlanRefusal) {
        try require(.approved)
        try requireNoneGrave(findings)
    }

    /// Takes down that it is in force.
    package mutating func publish(by person: PersonID?, at moment: Instant) throws(PlanRefusal) {
        try require(.approved)
        published = PlanMark(person, at: moment)
        state = .published
        revision += 1
    }

    /// Takes down that a later version is in force.
    package mutating func supersede(at moment: Instant) throws(PlanRefusal) {
        try require(.published)
        supersededAt = moment
        state = .superseded
        revision += 1
    }

    /// What people approved: the same before and after publication, whatever was taken down since.
    package var contents: PlanDocument {
        var contents = self
        contents.revision = 0
        contents.state = .approved
        contents.published = nil
        contents.supersededAt = nil
        return contents
    }

    /// Whether it may be kept in the place of what is kept under its number now.
    ///
    /// What was published keeps its contents for ever: somebody may have acted by them.
    package func mayReplace(_ kept: PlanDocument?) -> Bool {
        guard let kept else { return revision == 1 }
        return revision == kept.revision + 1 && (!kept.state.isPublic || contents == kept.contents)
    }

    private mutating func write(by person: PersonID?, at moment: Instant) {
        changed = PlanMark(person, at: moment)
        revision += 1
        guard let person, !authors.contains(person) else { return }
        authors.append(person)
        authors.sort()
    }

    private func require(_ expected: PlanState) throws(PlanRefusal) {
        guard state == expected else { throw .notNow(state) }
    }

    private func requireNoneGrave(_ findings: [PlanFinding]) throws(PlanRefusal) {
        let grave = findings.filter { $0.isGrave }.count
        guard grave == 0 else { throw .grave(Int32(clamping: grave)) }
    }
}
