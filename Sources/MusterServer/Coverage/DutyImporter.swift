import HTTPTypes
import Logging
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterViews

/// Brings an uploaded file of duty data in: a trial that changes nothing, then what was read for real.
struct DutyImporter {
    let server: Server
    let visit: Visit

    /// Reads an upload and keeps what it says for a yes; gives what is wrong with the form itself.
    func trial(_ form: UploadedForm) async throws -> (DutyTrial?, DutyForm?) {
        defer { form.remove() }
        let purpose = form.fields["purpose"] ?? "table"
        let site = visit.session.site
        let setup = DutySetup(server.stores.directory, server.stores.time)
        let context = try await setup.context(of: site)
        let draft: DutyDraft
        if purpose == "table" {
            draft = try await setup.draft(table: form.path, named: form.fileName, at: site)
        } else {
            guard let meant = Self.purpose(purpose, form.fields["person"] ?? "", context) else {
                let fields = form.fields.map { FormField($0.key, $0.value) }
                let fault = DutyForm.Fault("person", "Choose whose absences the calendar holds.")
                return (nil, DutyForm("upload", fields, [fault]))
            }
            draft = try await setup.draft(calendar: form.path, named: form.fileName, for: meant, at: site)
        }
        let now = server.stores.time.wall
        return (server.dutyTrials.keep(draft, file: form.fileName, of: visit.session, at: now), nil)
    }

    /// Saves what was tried under that key.
    ///
    /// Lines are an act of the log and may be refused; then nothing is saved. Where the rows fail after them, the trial
    /// waits as it did, and pressing again completes it.
    func save(_ key: String) async throws {
        let site = visit.session.site
        let saved = try await server.dutyTrials.save(
            key, of: visit.session, at: server.stores.time.wall
        ) { draft in
            if !draft.lines.isEmpty {
                try await SchoolSetup(server).setLines(draft.lines, at: site, by: visit.actor)
            }
            try await DutySetup(server.stores.directory, server.stores.time).save(draft, at: site)
        }
        guard let saved else {
            throw Problem(.gone, "trial-over", "This trial is over or was saved before. Send the file again.")
        }
        server.audit("duty data was imported", by: visit.session, ["rows": "\(saved.rows.count)"])
    }

    private static func purpose(_ word: String, _ person: String, _ context: DutyContext) -> CalendarPurpose?
    {
        switch word {
        case "events": return .events
        case "holidays": return .holidays
        case "absences":
            guard let person = PersonID(person), context.people.name(of: person) != nil else { return nil }
            return .absences(of: person)
        default: return nil
        }
    }
}
