package import MusterLog

/// What an import would do to the directory, and what has to be known before it is allowed to.
package struct RosterPlan: Sendable {
    /// The version of the rows the plan was made on.
    package let version: RosterVersion
    /// What would be written.
    package let changes: RosterChanges
    /// What was read.
    package let read: OneRosterReport
    /// What the removal guard saw.
    package let removals: [RosterRemoval]
    /// How many people vanish while another with the same names appears.
    package let renumbered: Int
    /// Accounts that look like one person.
    package let mergeProposals: [RosterMergeProposal]

    /// Why the plan must not be applied, or nil.
    package func refusal(_ options: RosterImportOptions) -> String? {
        guard read.findings.isImportPossible else {
            return "The set has errors that leave too much unknown; see the findings. Nothing was written."
        }
        guard !options.allowRemovals, let removal = removals.first(where: \.isTooMany) else { return nil }
        let hint =
            renumbered > 0
            ? " It looks like a renumbering: \(renumbered) people came back under new keys." : ""
        return "\(removal.vanishing) of \(removal.before) active \(removal.of) would vanish, more than "
            + "\(options.removalPercent) in a hundred.\(hint) Check the set; allow removals if it is right. "
            + "Nothing was written."
    }

    /// The report of an outcome.
    package func report(_ outcome: RosterImportOutcome, reason: String? = nil) -> RosterImportReport {
        func counts<Row>(_ table: String, _ changes: RosterTableChanges<Row>) -> RosterChangeCounts {
            RosterChangeCounts(
                table: table, added: changes.added.count, changed: changes.changed.count,
                deactivated: changes.deactivated.count, unchanged: changes.unchanged)
        }
        return RosterImportReport(
            outcome: outcome, reason: reason, read: read,
            changes: [
                counts("tenants", changes.tenants), counts("terms", changes.terms),
                counts("places", changes.places),
                counts("classes", changes.classes), counts("people", changes.people),
                counts("relations", changes.relations), counts("enrollments", changes.enrollments),
            ],
            removals: removals, renumbered: renumbered, mergeProposals: Array(mergeProposals.prefix(100)))
    }
}
