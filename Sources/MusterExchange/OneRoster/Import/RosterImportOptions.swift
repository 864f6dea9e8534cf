package import MusterLog

/// What an administrator chooses about an import.
package struct RosterImportOptions: Sendable {
    /// The name of the feed; rows of other feeds are not touched.
    package var source = RosterSource("oneroster")
    /// How the tables are to be read.
    package var encoding = TextEncoding.utf8
    /// How much a set may ask for.
    package var limits = ArchiveLimits()
    /// Whether only to say what would change.
    package var isDryRun = false
    /// How many of a hundred active people may vanish in one import before it is refused.
    package var removalPercent = 10
    /// Whether to go on although more would vanish.
    package var allowRemovals = false

    /// The usual choices.
    package init() {}
}
