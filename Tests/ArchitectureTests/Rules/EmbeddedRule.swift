/// What is compiled to WebAssembly keeps to what Embedded Swift has.
///
/// The WebAssembly build would find most of this too, minutes later and with stranger words.
enum EmbeddedRule {
    static func findings(in file: SwiftFile) -> [Finding] {
        guard file.isSource, let target = file.target, Layer.embedded.contains(target) else { return [] }
        return file.tokens.indices.compactMap { index in
            message(file, index).map { file.finding(at: file.tokens[index], $0) }
        }
    }

    private static let codable: Set<String> = ["Codable", "Encodable", "Decodable"]

    private static func message(_ file: SwiftFile, _ index: Int) -> String? {
        let token = file.tokens[index]
        let next = file.token(index + 1)
        if token.isMark("\\") { return "key paths do not exist in Embedded Swift" }
        guard token.kind == .word, file.token(index - 1)?.isMark(".") != true else { return nil }
        switch token.text {
        case "any" where next?.kind == .word && next?.text.first?.isUppercase == true:
            return "`any` values do not exist in Embedded Swift: use a generic or an enum"
        case "throws" where next?.isMark("(") != true:
            return "write which error is thrown: throws(Rejection)"
        case "async", "await": return "Embedded Swift has no async here, and decisions do not wait"
        case "Foundation", "FoundationEssentials": return "Foundation does not exist in Embedded Swift"
        case let name where codable.contains(name):
            return "\(name) does not exist in Embedded Swift: use Wire"
        default: return nil
        }
    }
}
