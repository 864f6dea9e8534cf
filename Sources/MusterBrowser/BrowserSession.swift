/// One page's replica: the ops of the WebAssembly module, without the memory that carries them.
///
/// It is a plain value so that every op is tested natively; `Exports.swift` adds only pointers.
package struct BrowserSession: Sendable {
    /// The interface that this module speaks; a page that needs another one says that an update is needed.
    package static let interface: UInt32 = 1

    /// Makes a session that has nothing open.
    package init() {}

    /// Answers one op with JSON text; what it cannot do is an answer with an `error`, never a trap.
    package mutating func call(op: UInt32, input: [UInt8]) -> [UInt8] {
        switch BrowserOp(rawValue: op) {
        case .version:
            Array("{\"interface\":\(Self.interface),\"received\":\(input.count)}".utf8)
        case .open, .apply, .render, .prepare, .encode, .directory:
            Self.error(code: "not-available", detail: "This module does not answer op \(op).")
        case nil:
            Self.error(code: "unknown-op", detail: "There is no op \(op).")
        }
    }

    /// `code` and `detail` are written by us: they hold nothing that JSON would have to escape.
    private static func error(code: StaticString, detail: String) -> [UInt8] {
        Array("{\"error\":{\"code\":\"\(code)\",\"detail\":\"\(detail)\"}}".utf8)
    }
}
