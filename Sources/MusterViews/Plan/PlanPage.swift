package import MusterCore

/// The pages of the plan: drawn by the server, made to be read on a phone and to be printed.
package enum PlanPage {
    /// The plan in force, and for those who write it the versions that wait.
    package static func inForce(_ plan: PlanOverview, clock: PageClock) -> Page {
        page("Plan", plan, clock) {
            guard let document = plan.inForce else { return [nothing(plan)] + drafts(plan, clock) }
            return [
                Region("version") { h in h.version(document, plan, clock) },
                Region("annexes") { h in h.contents(document) },
                Region("rights") { h in h.rights(PlanSettings(plan.plan)) },
            ] + drafts(plan, clock)
        }
    }

    /// One annex of a version.
    package static func annex(
        _ annex: Annex, of document: PlanDocument, _ plan: PlanOverview, clock: PageClock
    ) -> Page {
        page(annex.title, plan, clock) {
            [
                Region("way") { h in h.wayBack(document, plan) },
                Region("annex") { h in h.annex(annex, of: document) },
            ]
        }
    }

    /// The basic plan of a version.
    package static func basic(of document: PlanDocument, _ plan: PlanOverview, clock: PageClock) -> Page {
        page("Basic plan", plan, clock) {
            [
                Region("way") { h in h.wayBack(document, plan) },
                Region("basic") { h in h.basicPlan(document, plan) },
            ]
        }
    }

    /// The whole plan on one page, for paper.
    package static func whole(_ document: PlanDocument, _ plan: PlanOverview, clock: PageClock) -> Page {
        page("The whole plan", plan, clock) {
            [
                Region("way") { h in h.wayBack(document, plan) },
                Region("basic") { h in h.basicPlan(document, plan) },
                Region("rights") { h in h.rights(document.settings) },
            ]
                + document.annexes.rows.map { annex in
                    Region("annex-" + annex.id.text) { h in
                        h.h2("annex-name", text: annex.title)
                        h.annex(annex, of: document)
                    }
                }
        }
    }

    static func page(
        _ title: String, _ plan: PlanOverview, _ clock: PageClock, _ regions: () -> [Region]
    ) -> Page {
        Page(
            title, site: plan.site, mode: plan.mode, layout: .column, connection: .current(asOf: clock.now),
            clock: clock, links: plan.links
        ) { regions() }
    }

    private static func nothing(_ plan: PlanOverview) -> Region {
        Region("version") { h in
            h.empty(
                "No plan is published yet",
                plan.mayEdit
                    ? "Start a draft: it begins with the library of annexes, and you change it to fit the site."
                    : "Until there is one, what each action asks of you stands on your page when it is needed."
            )
        }
    }

    private static func drafts(_ plan: PlanOverview, _ clock: PageClock) -> [Region] {
        guard plan.mayEdit || plan.mayReview else { return [] }
        return [
            Region("drafts") { h in
                h.card("Versions that are being worked on") { h in
                    if plan.waiting.isEmpty { h.p("quiet", text: "None.") }
                    for document in plan.waiting { h.versionLine(document, plan, clock) }
                    guard plan.mayEdit else { return }
                    h.plainForm(to: "/plan/start") { h in
                        let words = plan.inForce == nil ? "Start a draft" : "New draft from the plan in force"
                        h.button(words, plan.waiting.isEmpty ? .primary : .secondary, icon: .note)
                    }
                }
            },
            Region("earlier") { h in
                let earlier = plan.documents.filter { $0.state == .superseded }
                guard !earlier.isEmpty else { return }
                h.fold("Earlier versions", aside: "\(earlier.count)") { h in
                    for document in earlier { h.versionLine(document, plan, clock) }
                }
            },
        ]
    }
}

extension Html {
    fileprivate mutating func version(_ document: PlanDocument, _ plan: PlanOverview, _ clock: PageClock) {
        if plan.isTrue == false {
            problem(
                "What is kept here is not what was published",
                "Incidents run by what the log holds. Restore the directory from a backup, or publish a new version."
            )
        }
        card("Version \(document.number), in force") { h in
            h.facts { h in
                if let mark = document.published { h.fact("In force since", mark.at.day(clock)) }
                if let mark = document.approved { h.fact("Approved", plan.signature(mark, clock)) }
                if let mark = document.reviewed { h.fact("Reviewed", plan.signature(mark, clock)) }
                h.fact(
                    "Written",
                    document.authors.isEmpty
                        ? plan.signature(document.changed, clock)
                        : document.authors.map { plan.name(PlanMark($0, at: .zero)) }.joined(separator: ", "))
                if document.settings.smallSchool { h.fact("Profile", "Small school") }
            }
        }
    }

    fileprivate mutating func contents(_ document: PlanDocument) {
        for kind in AnnexKind.allCases {
            let annexes = document.annexes.rows.filter { $0.kind == kind }
            guard !annexes.isEmpty else { continue }
            card(kind.label) { h in
                h.ul("plan-list") { h in
                    for annex in annexes {
                        h.li { h in
                            h.link(
                                annex.title, to: "/plan/annex?document=\(document.number)&id=\(annex.id.text)"
                            )
                            h.p("quiet", text: annex.during.goal)
                        }
                    }
                }
            }
        }
        buttonRow { h in
            h.buttonLink("Basic plan", to: "/plan/basic?document=\(document.number)", icon: .note)
            h.buttonLink(
                "All on one page, to print", to: "/plan/whole?document=\(document.number)", icon: .note)
        }
    }

    fileprivate mutating func versionLine(_ document: PlanDocument, _ plan: PlanOverview, _ clock: PageClock)
    {
        div("plan-version") { h in
            h.badge(document.state.tone, document.state.label)
            h.div { h in
                h.link("Version \(document.number)", to: "/plan/draft?document=\(document.number)")
                h.p("quiet", text: "Changed by \(plan.signature(document.changed, clock))")
            }
        }
    }

    mutating func wayBack(_ document: PlanDocument, _ plan: PlanOverview) {
        p("plan-way") { h in
            if document.number == plan.plan.document {
                h.link("The plan in force", to: "/plan")
                h.text(", version \(document.number)")
            } else {
                h.link("Version \(document.number)", to: "/plan/draft?document=\(document.number)")
                h.text(", \(document.state.label.lowercased()), not in force")
            }
        }
    }

    /// Writes who may do what, and how a Lockdown ends.
    mutating func rights(_ settings: PlanSettings) {
        table("Who may order and end what", ["Act", "Who may"]) { h in
            for act in Act.allCases where act != .administer { h.row([act.label, settings.names(act)]) }
        }
        card("How it ends, and under whom") { h in
            h.facts { h in
                h.fact("A Lockdown ends") { h in
                    h.ul { h in for end in settings.lockdownEnds { h.li(text: end.label) } }
                }
                h.fact("While an agency commands the scene, the coordinator is", settings.underAgency.label)
            }
        }
    }
}

extension PlanSettings {
    /// Who may do an act, in plain words; whoever works here may always start a Lockdown.
    fileprivate func names(_ act: Act) -> String {
        var plan = SitePlan()
        plan.rights = rights
        let who = plan.authorities(for: act)
        let names = Authority.allCases.filter { who.contains($0) }.map {
            $0 == .sro ? $0.label : $0.label.lowercasedFirst
        }
        let all = names.joined(separator: ", ")
        return all.prefix(1).uppercased() + all.dropFirst()
    }
}
