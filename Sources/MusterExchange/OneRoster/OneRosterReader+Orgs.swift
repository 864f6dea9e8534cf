import MusterLog

extension OneRosterReader {
    /// Reads the bodies.
    func readOrgs(_ sink: some OneRosterSink) {
        let kinds = WordList<OrgKind>()
        var parents: [(line: Int, key: RosterKey)] = []
        readTable(.orgs) { rows in
            let header = rows.header
            let key = header.position("sourcedId")
            let parent = header.position("parentSourcedId")
            rows.forEachRow {
                guard let status = rows.status(),
                    let kind = rows.word(header.position("type"), kinds, "type"),
                    admit(rows, key, into: &orgs) != nil
                else { return refuse(rows, key, orgs, sink) }
                if let key = rows.key(parent) { parents.append((rows.cells.line, key)) }
                if status == .active { counts.orgs[kind.rawValue, default: 0] += 1 }
                sink.take(
                    OneRosterOrg(
                        sourcedID: rows.cells.text(key), status: status,
                        name: rows.cells.text(header.position("name")), kind: kind,
                        identifier: rows.cells.text(header.position("identifier")),
                        parentSourcedID: rows.cells.text(parent),
                        site: rows.cells.text(header.position("metadata.musterSite"))))
                return true
            }
        }
        guard modes[.orgs] == .bulk else { return }
        for parent in parents where !orgs.contains(parent.key) {
            findings.add(
                .dangling, file: OneRosterTable.orgs.fileName, line: parent.line,
                "orgs.csv has no row with the key in parentSourcedId.")
        }
    }
}
