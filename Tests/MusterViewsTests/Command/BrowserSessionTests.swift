import Testing

@testable import MusterBrowser

@Suite("A browser session answers each op")
struct BrowserSessionTests {
    private func answer(_ op: UInt32, _ input: String = "") -> String {
        var session = BrowserSession()
        return String(decoding: session.call(op: op, input: Array(input.utf8)), as: UTF8.self)
    }

    @Test("The version says which interface it speaks and how many bytes arrived")
    func version() {
        #expect(answer(0, "é") == "{\"interface\":1,\"received\":2}")
    }

    @Test("An unknown op is an answer, not a trap", arguments: [7, 99, UInt32.max])
    func unknownOp(op: UInt32) {
        #expect(answer(op).contains("\"code\":\"unknown-op\""))
    }

    @Test("The numbers of the ops never change")
    func numbers() {
        let named = BrowserOp.allCases.map { "\($0.rawValue) \($0)" }
        #expect(
            named == [
                "0 version", "1 open", "2 apply", "3 render", "4 prepare", "5 encode",
            ])
    }

    @Test(
        "An answer lies behind its length, and the buffer grows with it",
        arguments: [0, 5, 4_092, 4_093, 50_000])
    func answerBuffer(count: Int) {
        var buffer = AnswerBuffer()
        let bytes = [UInt8](repeating: 7, count: count)
        _ = unsafe buffer.write([1, 2, 3])
        let address = unsafe buffer.write(bytes)
        #expect(unsafe address.load(as: UInt32.self) == UInt32(count))
        #expect(unsafe Array(UnsafeRawBufferPointer(start: address + 4, count: count)) == bytes)
    }
}
