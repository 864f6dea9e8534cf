/// The page of an SRO or an agency: what, where, who coordinates, and how each room stands.
package enum ResponderPage {
    /// The page as it is for this viewer now.
    package static func page(_ context: PageContext) -> Page {
        Page(
            "Responder", site: context.siteName, mode: context.mode(of: context.openIncidents),
            connection: context.connection, clock: context.clock
        ) {
            Region("facts") { h in h.p(text: "") }
        }
    }
}
