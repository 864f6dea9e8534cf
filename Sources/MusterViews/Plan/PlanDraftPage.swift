package import MusterCore

/// The page of one version that is being worked on: how far it is, what is the matter, what it changes.
package enum PlanDraftPage {
    /// Draws a version; `refusal` says why the last step was not done.
    package static func page(
        _ document: PlanDocument, _ plan: PlanOverview, refusal: String = "", clock: PageClock
    ) -> Page {
        PlanPage.page("Version \(document.number)", plan, clock) {
            var regions: [Region] = []
            if !refusal.isEmpty {
                regions.append(Region("refusal") { h in h.problem("This was not done", refusal) })
            }
            let findings = document.findings(in: plan.plan)
            regions.append(Region("state") { h in h.planState(document, plan, findings, clock) })
            if !document.state.isPublic {
                regions.append(Region("findings") { h in h.findings(findings, document, plan) })
            }
            regions.append(Region("changes") { h in h.changes(document, plan) })
            regions.append(Region("annexes") { h in h.annexTable(document, plan) })
            regions.append(Region("settings") { h in h.settingsCard(document, plan) })
            return regions
        }
    }
}

extension Html {
    fileprivate mutating func planState(
        _ document: PlanDocument, _ plan: PlanOverview, _ findings: [PlanFinding], _ clock: PageClock
    ) {
        card("How far it is") { h in
            h.ol("plan-states") { h in
                h.planStep("Draft", true, document.state == .draft, plan.signature(document.changed, clock))
                h.planStep(
                    "In review", document.state != .draft, document.state == .inReview,
                    document.reviewed.map { "reviewed by " + plan.signature($0, clock) } ?? "")
                h.planStep(
                    "Approved", document.approved != nil, document.state == .approved,
                    document.approved.map { plan.signature($0, clock) } ?? "")
                h.planStep(
                    "In force", document.published != nil, document.state == .published,
                    document.published.map { plan.signature($0, clock) } ?? "")
            }
            if let at = document.supersededAt {
                h.p("quiet", text: "A later version came into force on \(at.day(clock)).")
            }
            h.nextSteps(document, plan, findings)
        }
    }

    private mutating func planStep(_ words: String, _ isReached: Bool, _ isNow: Bool, _ who: String) {
        li(.attribute("class", isReached ? "plan-reached" : "plan-ahead")) { h in
            h.icon(isReached ? .check : .clock)
            h.span { h in
                if isNow { h.strong(text: words) } else { h.text(words) }
                if isReached, !who.isEmpty { h.p("quiet", text: who) }
            }
        }
    }

    private mutating func nextSteps(_ document: PlanDocument, _ plan: PlanOverview, _ findings: [PlanFinding])
    {
        let isGrave = findings.contains { $0.isGrave }
        switch document.state {
        case .draft where plan.mayEdit: planButton("submit", "Have it reviewed", document)
        case .inReview where document.reviewed == nil:
            if document.mayReview(plan.viewer, among: plan.reviewers, smallSchool: plan.plan.smallSchool) {
                if plan.mayReview { planButton("review", "I have read it: reviewed", document) }
            } else {
                p("quiet", text: PlanRefusal.reviewerIsAuthor.sentence)
            }
        case .inReview where plan.mayEdit:
            if isGrave {
                p("quiet", text: "It can be approved once no grave finding is left.")
            } else {
                planButton("approve", "Approve it", document)
            }
        case .approved where plan.mayEdit:
            p(text: "From its publication on, incidents run by it. One that is open now keeps its tasks.")
            planButton("publish", "Publish it", document)
        default: break
        }
        if plan.mayEdit, document.state == .inReview || document.state == .approved {
            planButton("take-back", "Make it a draft again", document, .secondary)
        }
    }

    private mutating func planButton(
        _ step: String, _ words: String, _ document: PlanDocument, _ style: ButtonStyle = .primary
    ) {
        let fields: KeyValuePairs<StaticString, String> = [
            "document": "\(document.number)", "revision": "\(document.revision)", "step": step,
        ]
        plainForm(to: "/plan/step", fields) { h in h.button(words, style) }
    }

    fileprivate mutating func findings(
        _ findings: [PlanFinding], _ document: PlanDocument, _ plan: PlanOverview
    ) {
        let grave = findings.filter { $0.isGrave }.count
        guard !findings.isEmpty else {
            return notice(.allHere, "Nothing is the matter with it") { _ in }
        }
        if grave > 0 {
            card("What keeps it from being published") { h in
                h.ul("plan-findings") { h in
                    for finding in findings where finding.isGrave {
                        h.li { h in
                            h.badge(.needsHelp, "Must be put right")
                            h.p { h in h.finding(finding, document) }
                        }
                    }
                }
            }
        }
        notes(findings.filter { !$0.isGrave }, document)
    }

    private mutating func finding(_ finding: PlanFinding, _ document: PlanDocument) {
        let place = finding.spot.words(in: document)
        if !place.isEmpty { strong(text: place + ": ") }
        text(finding.problem.sentence)
    }

    /// Writes what may stand; annexes and positions that are not there are one line, however many they are.
    private mutating func notes(_ notes: [PlanFinding], _ document: PlanDocument) {
        guard !notes.isEmpty else { return }
        var idle: [String] = []
        var lacking: [String] = []
        card("To look at before it is published") { h in
            h.ul("annex-lines") { h in
                for note in notes {
                    switch note.problem {
                    case .nobodyFor(let position): idle.append(position.label.lowercasedFirst)
                    case .lacksAnnex(let annex): lacking.append(annex.text)
                    default: h.li { h in h.finding(note, document) }
                    }
                }
                if !lacking.isEmpty {
                    let all = lacking.joined(separator: ", ")
                    h.li(
                        text:
                            "Most plans also have annexes for \(all). Write them, or say in the basic plan where they are."
                    )
                }
                guard !idle.isEmpty else { return }
                let all = idle.joined(separator: ", ")
                h.li(
                    text:
                        "Nobody is named for positions that have tasks: \(all). Name a primary and two backups."
                )
            }
        }
    }

    fileprivate mutating func changes(_ document: PlanDocument, _ plan: PlanOverview) {
        guard !document.state.isPublic, let old = plan.inForce else { return }
        let changes = document.changes(from: old)
        card("What it changes of version \(old.number), in force") { h in
            if changes.isEmpty { h.p("quiet", text: "Nothing yet.") }
            h.ul("annex-lines") { h in
                for change in changes { h.li { h in h.planChange(change, of: document, from: old) } }
            }
        }
    }

    fileprivate mutating func annexTable(_ document: PlanDocument, _ plan: PlanOverview) {
        let isOpen = plan.mayEdit && document.state == .draft
        card("Annexes") { h in
            h.ul("plan-list") { h in
                for annex in document.annexes.rows {
                    h.li { h in
                        let query = "document=\(document.number)&id=\(annex.id.text)"
                        h.link(annex.title, to: "/plan/annex?\(query)")
                        guard isOpen else { return }
                        h.text(" ")
                        let path = "/plan/edit?document=\(document.number)&annex=\(annex.id.text)"
                        h.element("a", ["link", .href(path), .label("Change " + annex.title)]) { h in
                            h.text("Change")
                        }
                    }
                }
            }
            if isOpen {
                h.fold("Add an annex", key: "add-annex") { h in
                    h.change(document, "addAnnex") { h in
                        h.field(Field("title", "What it is called", isRequired: true, id: "annex-title"))
                        h.select(
                            "kind", "What it is for",
                            [
                                Choice("functional", "A function that many dangers call for"),
                                Choice("threatOrHazard", "One threat or hazard"),
                            ])
                        h.button("Add it", .secondary, icon: .check)
                    }
                }
            }
            h.buttonRow { h in
                h.buttonLink("Basic plan", to: "/plan/basic?document=\(document.number)", icon: .note)
                h.buttonLink(
                    "All on one page, to print", to: "/plan/whole?document=\(document.number)", icon: .note)
            }
        }
    }

    fileprivate mutating func settingsCard(_ document: PlanDocument, _ plan: PlanOverview) {
        rights(document.settings)
        let own = document.settings.wording.map { $0.action.label }.joined(separator: ", ")
        card("Profile and words") { h in
            h.facts { h in
                h.fact("Small school", document.settings.smallSchool ? "Yes" : "No")
                h.fact("Own words for", own.isEmpty ? "No action: Muster's words are used" : own)
            }
            if plan.mayEdit, document.state == .draft {
                h.buttonRow { h in
                    h.buttonLink(
                        "Change rights and profile", to: "/plan/edit?document=\(document.number)&settings=1")
                    h.buttonLink("Change the words", to: "/plan/edit?document=\(document.number)&words=1")
                }
            }
        }
    }
}

extension PlanSpot {
    /// Where that is, for a reader of the document.
    package func words(in document: PlanDocument) -> String {
        if let section { return "Basic plan, \(section.label.lowercasedFirst)" }
        guard let annex else { return "" }
        var words = document.annexes[annex]?.title ?? annex.text
        if let course {
            let title = document.annexes[annex]?.courses.first { $0.id == course }?.title ?? course.text
            words += ", " + (title.isEmpty ? course.text : title)
        }
        if let step { words += ", step \(step)" }
        return words
    }
}
