import HTTPTypes
package import MusterCore
import MusterDesk
import MusterLog

extension Server {
    /// Has a command of the server's own decided at a site's desk.
    /// - Throws: ``Problem`` with the rule's sentence when the desk refuses it: nothing is passed over in silence.
    package func carryOut(_ command: Command, at site: SiteID, by actor: Actor) async throws {
        let envelope = Envelope(command, id: .fresh(), site: site, madeAt: stores.time.wall)
        let answer = try await registry.submit(envelope, by: actor)
        if case .refused(_, let code, let sentence) = answer.outcome {
            throw Problem(.conflict, code, sentence)
        }
    }
}
