import ArgumentParser

@main
struct Muster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muster", abstract: "Coordinates an emergency in a school or district.",
        subcommands: [
            ServeCommand.self, SiteCommand.self, PeopleCommand.self, RoleCommand.self, LineCommand.self,
            PlanCommand.self, DutyCommand.self,
            LinkCommand.self, ImportCommand.self, CheckCommand.self, BackupCommand.self, VerifyCommand.self,
            IncidentsCommand.self, CoverageCommand.self, ExportCommand.self,
            DemoRosterCommand.self, PlayCommand.self,
        ])
}
