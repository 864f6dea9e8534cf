import ArgumentParser
import MusterCore
import MusterLog
import MusterServer
import MusterSQLite

/// `muster role`: what people may do at a site.
struct RoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Gives people roles at a site, and takes them away.",
        discussion: """
            Staff of a roster are staff by it. Works while the server runs, and at once. `muster line` sets the line.
            """,
        subcommands: [RoleGiveCommand.self, RoleTakeCommand.self])
}

/// `muster role give`: a role beside the others.
struct RoleGiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "give", abstract: "Gives a person a role; again with another end, the end is changed.")

    @Argument(help: "The person: an id or a name of `muster people list --all`.")
    var person: String

    @Argument(help: "staff, administrator, school-official, sro or agency.")
    var role: RoleName

    @Option(help: "The school whose person it is; its administrator looks after its people and devices only.")
    var school: String?

    @Option(help: "The last day of the role, YYYY-MM-DD; without it the role has no end.")
    var until: String?

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let finder = DirectoryFinder(directory)
        let card = try await finder.site(site)
        let now = WallClock().wall
        var grant = RoleGrant(role.role)
        var place = card.name
        if let school, let tenant = try await finder.tenants([school]).first {
            grant.tenant = tenant.id
            place = "\(tenant.name), \(place)"
        }
        if let until {
            guard let end = Instant(endOfDay: until) else {
                throw ValidationError("\(until) is no day: write it as YYYY-MM-DD")
            }
            guard end > now else { throw ValidationError("\(until) is over: the role would never hold") }
            grant.until = end
        }
        let adult = try await finder.adult(person, at: card.site, now: now)
        try await directory.giveRole(grant, to: adult.person, at: card.site)
        print("\(adult.name), \(adult.title): \(grant.words) at \(place)")
    }
}

/// `muster role take`: a role away.
struct RoleTakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Takes a role away; devices without any are then sent away.")

    @Argument(help: "The person: an id or a name of `muster people list`.")
    var person: String

    @Argument(help: "staff, administrator, school-official, sro or agency.")
    var role: RoleName

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let finder = DirectoryFinder(directory)
        let card = try await finder.site(site)
        let now = WallClock().wall
        let adult = try await finder.adult(person, at: card.site, now: now)
        try await directory.takeRole(role.role, from: adult.person, at: card.site)
        let left = try await directory.adults(of: card.site, at: now).first { $0.person == adult.person }
        let roles = left?.grants.map(\.words).joined(separator: ", ") ?? "no role"
        print("\(adult.name), \(adult.title): \(roles) at \(card.name)")
        if role == .staff, left?.roles.contains(.staff) == true {
            print("Staff of a roster stay staff as long as the roster says so.")
        }
    }
}
