package import MusterCore
package import MusterExchange
import MusterLog

extension DutySetup {
    /// Reads one table under the name that it had on the sender's machine.
    package func draft(table path: String, named name: String, at site: SiteID) async throws -> DutyDraft {
        try DutyImport.read(
            [(Self.plain(name), try FileByteStream(path: path))], try await context(of: site),
            held: try await held(at: site))
    }

    /// Reads a calendar within some days; without days, from today for a year.
    package func draft(
        calendar path: String, named name: String, for purpose: CalendarPurpose, at site: SiteID,
        from first: CivilDay? = nil, to last: CivilDay? = nil
    ) async throws -> DutyDraft {
        let zone = try await context(of: site).zone
        let first = first ?? zone.shows(now).day
        let last = last ?? first.advanced(by: 365)
        guard first <= last, last.number - first.number <= Self.longest else {
            throw SetupError(
                "The last day must not lie before the first one, nor more than five years after it.")
        }
        return try CalendarImport.read(
            try FileByteStream(path: path), file: Self.plain(name), for: purpose, days: first...last,
            zone: zone,
            held: try await held(at: site))
    }

    /// Five years.
    private static let longest: Int32 = 5 * 366

    /// A file's own name, without folders.
    private static func plain(_ name: String) -> String {
        name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name
    }
}
