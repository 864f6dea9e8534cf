import ArgumentParser

@main
struct Muster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muster", abstract: "Coordinates an emergency in a school or district.",
        subcommands: [VerifyCommand.self, ExportCommand.self])
}
