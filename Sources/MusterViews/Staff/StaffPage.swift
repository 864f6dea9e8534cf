/// The page of whoever has no other task: what to do now, in huge words, and one tap to report.
package enum StaffPage {
    /// The page as it is for this viewer now.
    package static func page(_ context: PageContext) -> Page {
        Page(
            "Staff", site: context.siteName, mode: context.mode(of: context.openIncidents),
            connection: context.connection, clock: context.clock
        ) {
            Region("raise") { h in h.p(text: "") }
        }
    }
}
