import Foundation
package import MusterCore
import MusterLog

/// Reads tables of duty data: all of them, and what is wrong with each; nothing is written here.
///
/// ```swift
/// let draft = try DutyImport.read(path: "duty", context, held: try await directory.duty(of: site))
/// if draft.isSound { try await directory.replaceDuty(from: draft.origins, with: draft.rows, at: site) }
/// ```
package enum DutyImport {
    /// Reads a folder of tables, or one table.
    /// - Throws: ``SourceError`` when there is nothing to read.
    package static func read(
        path: String, _ context: DutyContext, held: [DutyRow],
        random: some RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(SourceError) -> DutyDraft {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw SourceError(.unreadable, "There is nothing at \(path).")
        }
        guard isFolder.boolValue else {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return try read([(name, try FileByteStream(path: path))], context, held: held, random: random)
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw SourceError(.unreadable, "The folder \(path) cannot be listed.")
        }
        var files: [(name: String, stream: any ByteStream)] = []
        for name in names.sorted() where name.lowercased().hasSuffix(".csv") && !name.hasPrefix(".") {
            files.append((name, try FileByteStream(path: path + "/" + name)))
        }
        guard !files.isEmpty else {
            throw SourceError(.unreadable, "\(path) holds no tables (\(DutyTable.hours.fileName) and so on).")
        }
        return try read(files, context, held: held, random: random)
    }

    /// Reads tables by their names.
    package static func read(
        _ files: [(name: String, stream: any ByteStream)], _ context: DutyContext, held: [DutyRow],
        random: some RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(SourceError) -> DutyDraft {
        let findings = FindingLog()
        var draft = DutyDraft(findings: findings.report)
        var random = random
        var read: Set<DutyTable> = []
        for file in files {
            guard let table = DutyTable.allCases.first(where: { $0.fileName == file.name.lowercased() })
            else {
                findings.add(
                    files.count == 1 ? .dutyWrongName : .dutyFileUnknown, file: file.name,
                    "No table is called so. The tables are: "
                        + DutyTable.allCases.map(\.fileName).joined(separator: ", ") + ".")
                continue
            }
            guard read.insert(table).inserted else {
                findings.add(.duplicateName, file: file.name, "The set has this table twice. Remove one.")
                continue
            }
            let cells = try CSVReader(file: file.name, stream: file.stream, findings: findings)
            var reader = DutyFileReader(cells, table, context)
            let result = reader.read()
            if table == .lines {
                draft.lines = lines(result.lines)
                draft.tables.append(
                    DutyTableChange(
                        name: file.name, rows: result.rows, added: result.lines.count, removed: 0,
                        unchanged: 0))
            } else {
                draft.take(result, of: table, held: held.filter { $0.origin == table.origin }, &random)
            }
        }
        draft.findings = findings.report
        return draft
    }

    private static func lines(_ rows: [DutyLineRow]) -> [PositionLine] {
        Position.allCases.compactMap { position in
            let members = rows.filter { $0.position == position }.sorted { $0.order < $1.order }.map(\.member)
            return members.isEmpty ? nil : PositionLine(position, members)
        }
    }
}

extension DutyDraft {
    /// Takes a table's entries in; whatever lay there before keeps its id.
    fileprivate mutating func take(
        _ result: DutyFileReader.Result, of table: DutyTable, held: [DutyRow],
        _ random: inout some RandomNumberGenerator
    ) {
        merge(
            result.entries, from: table.origin, name: table.fileName, read: result.rows, held: held, &random)
    }

    /// Makes entries the rows of an origin; whatever it had before keeps its id.
    mutating func merge(
        _ entries: [DutyEntry], from origin: String, name: String, read: Int, held: [DutyRow],
        _ random: inout some RandomNumberGenerator
    ) {
        var ids: [[UInt8]: DutyID] = [:]
        for row in held { ids[row.entry.encoded()] = row.id }
        var kept = 0
        for entry in entries {
            let id = ids.removeValue(forKey: entry.encoded())
            if id != nil { kept += 1 }
            rows.append(DutyRow(id ?? DutyID(random: random.next(), random.next()), entry, origin: origin))
        }
        origins.append(origin)
        tables.append(
            DutyTableChange(
                name: name, rows: read, added: entries.count - kept, removed: held.count - kept,
                unchanged: kept))
    }
}
