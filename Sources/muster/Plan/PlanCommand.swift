import ArgumentParser
import MusterCore
import MusterDesk
import MusterLog
import MusterServer
import MusterViews

/// `muster plan`: the emergency operations plan of a site.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Starts, checks, publishes and shows the emergency operations plan of a site.",
        subcommands: [
            PlanShowCommand.self, PlanCheckCommand.self, PlanStartCommand.self, PlanPublishCommand.self,
        ])
}

/// Which site's plan a command works on.
struct PlanOptions: ParsableArguments {
    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @Option(
        help:
            "The folder of the annexes that a first draft is made from (default: MUSTER_PLANS, or else Plans)."
    )
    var plans: String?

    @OptionGroup var data: DataOptions

    func keeper(for purpose: String) async throws -> (PlanKeeper, Server, SiteCard) {
        let server = try await data.server(for: "plan " + purpose, plans: plans)
        let card = try await DirectoryFinder(server.stores.directory).site(site)
        return (PlanKeeper(server, card.site), server, card)
    }
}

/// `muster plan show`: the version in force, and those that wait.
struct PlanShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows the versions of a site's plan. The server must be stopped.")

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let (keeper, _, card) = try await options.keeper(for: "show")
        let (plan, documents) = (try await keeper.plan(), try await keeper.documents())
        print("The plan of \(card.name):")
        if documents.isEmpty { print("  no version yet. Start one: muster plan start.") }
        for document in documents {
            let state = document.number == plan.document ? PlanState.published.label : document.state.label
            print(
                "  version \(document.number): \(state.lowercased()), \(document.annexes.rows.count) annexes")
        }
        if try await keeper.isTrue() == false {
            throw SetupError(
                "The version in force is not kept as it was published. Restore the directory from a backup, or "
                    + "publish a new version.")
        }
    }
}

/// `muster plan check`: what is the matter with a version.
struct PlanCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says what is the matter with a version of a plan.",
        discussion:
            "Ends with an error where something keeps it from being published. The server must be stopped.")

    @Argument(help: "The number of the version (default: the newest).")
    var number: Int64?

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let (keeper, _, card) = try await options.keeper(for: "check")
        let document = try await keeper.document(number)
        let findings = try await keeper.findings(document)
        print("Version \(document.number) of the plan of \(card.name), \(document.state.label.lowercased()):")
        for finding in findings {
            let place = finding.spot.words(in: document)
            print(
                "  \(finding.isGrave ? "must be put right" : "note"): \(place.isEmpty ? "" : place + ": ")"
                    + finding.problem.sentence)
        }
        let grave = findings.filter(\.isGrave).count
        guard grave > 0 else { return print("Nothing keeps it from being published.") }
        throw SetupError(PlanRefusal.grave(Int32(clamping: grave)).sentence)
    }
}

/// `muster plan start`: a draft from the library, or from the plan in force.
struct PlanStartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Makes a draft for a site: from the library, or from the plan in force.",
        discussion: "It is changed on the pages, by administrators. The server must be stopped.")

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let (keeper, _, card) = try await options.keeper(for: "start")
        let draft = try await keeper.start(by: nil)
        print(
            "Version \(draft.number) of the plan of \(card.name) is a draft with "
                + "\(draft.annexes.rows.count) annexes. Change it on the page /plan, and have it reviewed.")
    }
}

/// `muster plan publish`: has incidents run by a version.
struct PlanPublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publishes a version of a plan: incidents run by it from then on.",
        discussion: """
            A version that was reviewed and approved on the pages needs no more. For one that was reviewed and approved \
            on paper, name who did: what is the matter with it is looked at all the same. The server must be stopped.
            """)

    @Argument(help: "The number of the version (default: the newest).")
    var number: Int64?

    @Option(help: "Who reviewed it on paper: an id or a name of `muster people list`.")
    var reviewedBy: String?

    @Option(help: "Who approved it on paper.")
    var approvedBy: String?

    @OptionGroup var options: PlanOptions

    func run() async throws {
        let (keeper, server, card) = try await options.keeper(for: "publish")
        let number = try await keeper.document(number).number
        let finder = DirectoryFinder(server.stores.directory)
        func find(_ name: String) async throws -> PersonID {
            try await finder.adult(name, at: card.site, now: server.stores.time.wall).person
        }
        do {
            if let reviewedBy {
                let person = try await find(reviewedBy)
                if try await keeper.document(number).state == .draft {
                    try await keeper.step(number) { try $0.submit() }
                }
                try await keeper.review(number, by: person)
            }
            if let approvedBy { try await keeper.approve(number, by: try await find(approvedBy)) }
            try await SchoolSetup(server).publishPlan(number, of: card.site)
        } catch let refusal as PlanRefusal { throw SetupError(refusal.sentence) }
        print("Version \(number) of the plan of \(card.name) is in force.")
    }
}
