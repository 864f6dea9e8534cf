import MusterDesk
import Testing

@Suite("The feed's text")
struct FeedTextTests {
    @Test("gives an event its position as id")
    func record() {
        #expect(
            FeedText.record(FeedPosition(7), json: #"{"a":1}"#) == "id: 7\nevent: record\ndata: {\"a\":1}\n\n"
        )
    }

    @Test("says goodbye with a delay for EventSource and for scripts")
    func bye() {
        #expect(
            FeedText.bye(.shutdown, retry: 2_500)
                == "retry: 2500\nevent: bye\ndata: {\"reason\":\"shutdown\",\"retry\":2500}\n\n")
    }

    @Test(
        "writes dates as HTTP does",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (1_767_225_599, "Wed, 31 Dec 2025 23:59:59 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        ] as [(Int64, String)])
    func dates(seconds: Int64, text: String) {
        #expect(FeedText.date(seconds) == text)
    }

    @Test("ends the answer's head with an empty line and no length")
    func head() {
        let head = FeedText.head(retry: 2_000, date: "X")
        #expect(head.contains("Content-Type: text/event-stream"))
        #expect(head.hasSuffix("Connection: close\r\n\r\nretry: 2000\n\n"))
        #expect(!head.contains("Content-Length"))
    }

    @Test(
        "takes only a plain number for a position",
        arguments: ["", "-1", "+1", "1 ", "0x1", "1234567890123456789"])
    func noPosition(text: String) {
        #expect(FeedPosition(text: text) == nil)
    }
}
