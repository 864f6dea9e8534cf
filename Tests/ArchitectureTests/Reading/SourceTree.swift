import Foundation

/// The tree that this package is built from, read once.
enum SourceTree {
    /// Every Swift file of the product and its tests, by path.
    static let swift: [SwiftFile] =
        paths.filter { $0.hasSuffix(".swift") && ($0.hasPrefix("Sources/") || $0.hasPrefix("Tests/")) }
        .map { SwiftFile(path: $0, text: text($0)) }

    /// The files of the product alone.
    static let sources = swift.filter(\.isSource)

    /// Every file that is kept with the tree, by path; what is built, installed or generated is left out.
    static let paths: [String] = {
        guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
        var found: [String] = []
        while let path = walk.nextObject() as? String {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            if isLeftOut(path: path, name: name) {
                walk.skipDescendants()
            } else if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
                found.append(path)
            }
        }
        return found.sorted()
    }()

    /// The text of a file of the tree; a file that is not UTF-8 has none.
    static func text(_ path: String) -> String {
        (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? ""
    }

    /// The folders directly below a folder.
    static func folders(in path: String) -> [String] {
        let prefix = path + "/"
        let names = paths.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
            .filter { $0.contains("/") }.compactMap { $0.split(separator: "/").first.map(String.init) }
        return Set(names).sorted()
    }

    private static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(4)
        return "/" + parts.joined(separator: "/")
    }()

    private static func isLeftOut(path: String, name: String) -> Bool {
        let kept = [".ci", ".gitignore", ".swift-format"]
        if name.hasPrefix(".") { return !kept.contains(name) }
        return ["data", "Benchmarks/results", "Package.resolved"].contains(path)
            || ["node_modules", "__pycache__"].contains(name) || name.hasSuffix(".wasm")
    }
}
