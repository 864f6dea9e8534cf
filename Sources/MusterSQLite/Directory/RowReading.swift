import GRDB
import MusterCore
import MusterLog

extension Row {
    /// The id in a column.
    /// - Throws: ``DirectoryError`` when the stored text is no id, which no version ever writes.
    func id<Kind>(_ column: String) throws -> ID<Kind> {
        guard let text: String = self[column], let id = ID<Kind>(text) else {
            throw DirectoryError(.corrupt, "The directory holds no id in the column \(column).")
        }
        return id
    }

    /// The id in a column that may be empty.
    func optionalID<Kind>(_ column: String) throws -> ID<Kind>? {
        guard let text: String = self[column] else { return nil }
        guard let id = ID<Kind>(text) else {
            throw DirectoryError(.corrupt, "The directory holds no id in the column \(column).")
        }
        return id
    }

    /// The name in a column as one of a closed set.
    func name<Name: RawRepresentable<String>>(_ column: String) throws -> Name {
        guard let text: String = self[column], let name = Name(rawValue: text) else {
            throw DirectoryError(.corrupt, "The directory holds an unknown name in the column \(column).")
        }
        return name
    }

    /// The words of a list column, which are joined by a character that no word holds.
    func words(_ column: String) -> [String] {
        let text: String = self[column] ?? ""
        return text.isEmpty
            ? [] : text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    }

    /// The day in a column.
    func day(_ column: String) -> SchoolDay? {
        guard let number: Int32 = self[column] else { return nil }
        return SchoolDay(
            year: Int(number / 10000), month: Int(number / 100 % 100), day: Int(number % 100))
    }
}

extension [String] {
    /// The list as one column.
    var column: String { joined(separator: "\u{1F}") }
}
