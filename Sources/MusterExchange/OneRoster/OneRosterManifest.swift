/// What the manifest of a set says about it.
package struct OneRosterManifest: Hashable, Sendable {
    /// The edition, when it is one that is read.
    package var version: OneRosterVersion?
    /// How each declared file is to be taken.
    package var modes: [OneRosterTable: OneRosterMode] = [:]
    /// The system that wrote the set.
    package var systemName = ""
    /// The code of that system.
    package var systemCode = ""

    /// A manifest that says nothing.
    package init() {}

    /// Reads a manifest; what it leaves open goes to the findings.
    init(reading table: CSVReader) {
        var isFirst = true
        reading: while true {
            switch table.next() {
            case .end: break reading
            case .refused: continue
            case .row: break
            }
            let name = table.text(0)
            let value = table.text(1)
            if isFirst {
                isFirst = false
                if name.lowercased() == "propertyname" { continue }
                table.report(.headerRequired, "The manifest must begin with propertyName,value.")
            }
            if name.isEmpty, value.isEmpty { continue }
            take(name, value, table)
        }
        if version == nil {
            table.findings.add(
                .manifestVersion, file: table.file, "The manifest names no oneroster.version of 1.1 or 1.2.")
        }
    }

    private mutating func take(_ name: String, _ value: String, _ table: CSVReader) {
        switch name.lowercased() {
        case "manifest.version":
            if value != "1.0" { table.report(.manifestEntry, "manifest.version should be 1.0.") }
        case "oneroster.version":
            // Editions 1.1.1 and 1.2.1 are re-issues of the same tables.
            version = OneRosterVersion.allCases.first {
                value == $0.rawValue || value.hasPrefix($0.rawValue + ".")
            }
        case "source.systemname": systemName = value
        case "source.systemcode": systemCode = value
        case let other where other.hasPrefix("file."): declare(String(name.dropFirst(5)), value, table)
        default:
            table.report(.manifestEntry, "The manifest has no property of the name \"\(name.prefix(40))\".")
        }
    }

    private mutating func declare(_ file: String, _ value: String, _ table: CSVReader) {
        let lowered = file.lowercased()
        guard let known = OneRosterTable.allCases.first(where: { $0.rawValue.lowercased() == lowered }) else {
            table.report(.manifestEntry, "OneRoster has no file of the name \"\(file.prefix(40))\".")
            return
        }
        guard let mode = OneRosterMode(rawValue: value.lowercased()) else {
            table.report(.manifestMode, column: 1, "Write absent, bulk or delta for \(known.rawValue).")
            return
        }
        if known.rawValue != file || mode.rawValue != value {
            table.report(.valueCase, "Write file.\(known.rawValue),\(mode.rawValue) in exactly this case.")
        }
        modes[known] = mode
    }
}
