/// Names say what lies inside: no drawer for odds and ends, and no two files of one name in a target.
enum NameRule {
    private static let drawers: Set<String> = [
        "util", "utils", "utility", "utilities", "helper", "helpers", "common", "extensions", "manager",
        "managers", "misc",
    ]

    static func findings(path: String) -> [Finding] {
        guard let word = path.split(separator: "/").flatMap(words).first(where: drawers.contains) else {
            return []
        }
        return [Finding(path: path, line: 1, message: "\"\(word)\" says nothing about what lies inside")]
    }

    static func duplicates(in files: [SwiftFile]) -> [Finding] {
        var seen: [String: String] = [:]
        var found: [Finding] = []
        for file in files {
            let key = file.path.split(separator: "/").prefix(2).joined(separator: "/") + "/" + file.baseName
            if let first = seen[key] {
                found.append(Finding(path: file.path, line: 1, message: "has the name of \(first)"))
            }
            seen[key] = file.path
        }
        return found
    }

    /// The words of `RollCallHelpers+State.swift`, in small letters.
    private static func words(_ part: Substring) -> [String] {
        var words: [String] = []
        var last: Character = " "
        for character in part {
            if character.isLetter, last.isLetter, !(character.isUppercase && last.isLowercase) {
                words[words.count - 1].append(character)
            } else if character.isLetter {
                words.append(String(character))
            }
            last = character
        }
        return words.map { $0.lowercased() }
    }
}
