/// A file of the core with a planted text, for trying a rule.
func planted(_ text: String, in path: String = "Sources/MusterCore/Incident/Planted.swift") -> SwiftFile {
    SwiftFile(path: path, text: text)
}
