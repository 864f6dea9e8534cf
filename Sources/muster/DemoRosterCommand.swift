import ArgumentParser
import MusterExchange

/// `muster demo-roster`: writes the OneRoster set of a made-up district.
struct DemoRosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-roster", abstract: "Writes a OneRoster 1.2 set of a made-up district.")

    @Option(help: "The folder to write into.")
    var out: String

    @Option(help: "demo (3 sites, 2,400 students), 20000 or 500000 people.")
    var size: DemoSize = .demo

    @Option(help: "The number that the people are drawn by: the same number, the same people.")
    var seed: UInt64 = 1

    func run() throws {
        let written = try DemoDistrict(size: size, seed: seed).write(to: out)
        print(
            "\(out): \(written.orgs) bodies, \(written.classes) classes, \(written.users) people, "
                + "\(written.enrollments) enrollments")
    }
}

extension DemoSize: ExpressibleByArgument {}
