import HTTPTypes
package import MusterCore
import MusterDesk
package import MusterLog
package import MusterViews

extension Doorkeeper {
    /// Makes a sign-in link for a person, with its code; the page, the command line and the demo all make it here.
    package func link(
        for adult: SiteAdult, at site: SiteID, _ configuration: ServerConfiguration
    ) async throws -> FreshLink {
        let lasts = configuration.enrolmentLasts
        let secret = try await invite(adult.person, at: site, for: lasts)
        let address = "\(configuration.address)/enrol/\(secret)"
        guard let code = QRModules(of: address) else {
            throw Problem(
                .internalServerError, "origin", "The address of this server is too long for a code.")
        }
        return FreshLink(
            person: adult.name, address: address, expires: time.wall + TimeSpan(milliseconds: lasts),
            code: code)
    }
}
