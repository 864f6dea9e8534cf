/// Which column of a file holds what: the standard's names against the names that stand there.
struct OneRosterHeader {
    /// How many cells the header has.
    let width: Int
    /// The columns that hold passwords: erased before anything else looks at a row.
    let secrets: [Int]
    private let positions: [String: Int]
    /// Whether no column is missing without which rows cannot be understood.
    let isUsable: Bool

    /// Reads the header from the current row of a table.
    init(_ table: CSVReader, of kind: OneRosterTable, in version: OneRosterVersion) {
        let standard = kind.columns(in: version)
        var positions: [String: Int] = [:]
        var secrets: [Int] = []
        var isUsable = true
        for index in 0..<table.count {
            let name = table.text(index)
            if name.lowercased().contains("password") { secrets.append(index) }
            guard let column = Self.column(name, index, table, standard) else { continue }
            guard positions[column] == nil else {
                isUsable = false
                table.report(
                    .headerDuplicate, column: index, "\(column) stands there twice; the first was read.")
                continue
            }
            positions[column] = index
        }
        if table.count == 1, table.text(0).contains(where: { $0 == ";" || $0 == "\t" || $0 == "|" }) {
            isUsable = false
            table.report(.separator, "The cells are not parted by commas. Export comma-separated values.")
        }
        let found = standard.compactMap { positions[$0] }
        if found != found.sorted() {
            table.report(
                .headerOrder, "The columns are not in the standard's order; they were found by name.")
        }
        let required = Set(kind.requiredColumns(in: version))
        for column in standard where positions[column] == nil {
            if required.contains(column) {
                isUsable = false
                table.report(.headerRequired, "The column \(column) is missing; the file was not read.")
            } else {
                table.report(
                    .headerMissing, "The column \(column) is missing; write it even when it is blank.")
            }
        }
        width = table.count
        self.secrets = secrets
        self.positions = positions
        self.isUsable = isUsable
    }

    /// The place of a column in each row, or -1, which every reading of a cell takes as blank.
    func position(_ column: String) -> Int { positions[column] ?? -1 }

    private static func column(
        _ name: String, _ index: Int, _ table: CSVReader, _ standard: [String]
    ) -> String? {
        if standard.contains(name) || name.hasPrefix("metadata.") { return name }
        guard !name.isEmpty else {
            table.report(.headerEmpty, column: index, "The column has no name; it was not read.")
            return nil
        }
        if let other = standard.first(where: { $0.lowercased() == name.lowercased() }) {
            table.report(.headerCase, column: index, "Read as \(other); write the name in exactly this case.")
            return other
        }
        let near = standard.map { ($0, Spelling.distance($0.lowercased(), name.lowercased())) }
            .min { $0.1 < $1.1 }
        if let near, near.1 <= max(1, near.0.count / 5) {
            table.report(
                .headerUnknown, column: index,
                "\"\(name.prefix(40))\" was not read. Is it \(near.0), misspelt? Then correct it and send again."
            )
        } else {
            table.report(
                .headerUnknown, column: index, "OneRoster has no column \"\(name.prefix(40))\"; not read.")
        }
        return nil
    }
}
