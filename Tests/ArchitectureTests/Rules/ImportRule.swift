/// A target imports only what the table of layers gives it.
enum ImportRule {
    static func findings(in file: SwiftFile, layers: [Layer] = Layer.all) -> [Finding] {
        guard file.isSource, let target = file.target else { return [] }
        guard let layer = layers.first(where: { $0.target == target }) else {
            return [
                Finding(path: file.path, line: 1, message: "\(target) has no line in the table of layers")
            ]
        }
        return imports(in: file).filter { !layer.allows($0.text) }.map {
            file.finding(
                at: $0, "\(target) may not import \($0.text) (Tests/ArchitectureTests/Tables/Layer.swift)")
        }
    }

    /// The module names after `import`, also in `import struct Module.Name`.
    private static func imports(in file: SwiftFile) -> [Token] {
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        return file.tokens.indices.compactMap { index in
            guard file.tokens[index].isWord("import"), file.scopes[index] == nil else { return nil }
            guard let next = file.token(index + 1), kinds.contains(next.text) else {
                return file.token(index + 1)
            }
            return file.token(index + 2)
        }
    }
}
