/// Every folder below a target is a known feature, or a known part of its layer.
enum FolderRule {
    static func findings(path: String) -> [Finding] {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count >= 3, ["Sources", "Tests"].contains(parts[0]) else { return [] }
        let (isTest, target) = (parts[0] == "Tests", parts[1])
        guard !isTest || target.hasPrefix("Muster") else { return [] }
        let layer = isTest && target.hasSuffix("Tests") ? String(target.dropLast(5)) : target
        guard parts.count > 3 else { return rootFindings(path, layer: layer, isTest: isTest) }
        let known =
            FeatureFolder.features + (FeatureFolder.parts[layer] ?? [])
            + (isTest ? FeatureFolder.testParts : [])
        guard !known.contains(where: { $0.name == parts[2] }), !parts[2].hasSuffix(".docc") else { return [] }
        let message =
            "\(parts[2]) is not a known feature (Tests/ArchitectureTests/Tables/FeatureFolder.swift)"
        return [Finding(path: path, line: 1, message: message)]
    }

    private static func rootFindings(_ path: String, layer: String, isTest: Bool) -> [Finding] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard !isTest, FeatureFolder.layersInFolders.contains(layer), name.hasSuffix(".swift"),
            name != layer + ".swift"
        else { return [] }
        return [Finding(path: path, line: 1, message: "lies beside the feature folders: put it into one")]
    }
}
