import MusterExchange
import Testing

/// The reader of tables, met at every seam of its buffer.
struct CSVReaderTests {
    private func read(
        _ bytes: [UInt8], chunk: Int = .max, encoding: TextEncoding = .utf8,
        limits: ArchiveLimits = ArchiveLimits()
    ) throws -> (rows: [[String]], findings: FindingLog) {
        let findings = FindingLog()
        let reader = try CSVReader(
            file: "t.csv", stream: ArrayByteStream(bytes, chunk: chunk), encoding: encoding, limits: limits,
            findings: findings)
        var rows: [[String]] = []
        while true {
            switch reader.next() {
            case .end: return (rows, findings)
            case .refused: rows.append(["refused"])
            case .row: rows.append((0..<reader.count).map { reader.text($0) })
            }
        }
    }

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    private static let text = "id,name\r\n1,\"Ålesund, \"\"old\"\" town\"\n2,😀\r3,\"two\nlines\",\n"
    private static let rows = [
        ["id", "name"], ["1", "Ålesund, \"old\" town"], ["2", "😀"], ["3", "two lines", ""],
    ]

    @Test(arguments: [1, 2, 3, 7, 1 << 20])
    func chunksDoNotShow(_ chunk: Int) throws {
        #expect(try read(Array(Self.text.utf8), chunk: chunk).rows == Self.rows)
        #expect(try read(utf16(Self.text, bigEndian: true), chunk: chunk).rows == Self.rows)
        #expect(try read(utf16(Self.text, bigEndian: false), chunk: chunk).rows == Self.rows)
    }

    @Test func aByteOrderMarkIsDropped() throws {
        let (rows, findings) = try read([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
        #expect(rows == Self.rows)
        #expect(findings.count(of: .byteOrderMark) == 1)
    }

    @Test func utf16WithoutAMarkIsRefused() throws {
        let (rows, findings) = try read(Array(utf16(Self.text, bigEndian: false).dropFirst(2)))
        #expect(rows == [])
        #expect(findings.isBlocked)
    }

    @Test func windows1252IsRefusedWithLineAndByte() throws {
        let bytes = Array("id,name\n1,Zo".utf8) + [0xEB] + Array("\n".utf8)
        let (rows, findings) = try read(bytes)
        #expect(rows == [["id", "name"], ["refused"]])
        let finding = try #require(findings.kept.first)
        #expect(finding.code == "text.not-utf-8")
        #expect(finding.line == 2)
        #expect(finding.message.contains("Byte 13 "))
    }

    @Test func windows1252IsReadWhenChosen() throws {
        let bytes = Array("id,name\n1,Zo".utf8) + [0xEB, 0x20, 0x80]
        #expect(try read(bytes, encoding: .windows1252).rows == [["id", "name"], ["1", "Zoë €"]])
    }

    @Test(
        arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xFF]]
            as [[UInt8]])
    func brokenUTF8IsRefused(_ bytes: [UInt8]) throws {
        #expect(try read(Array("a,b\n1,".utf8) + bytes).findings.count(of: .notUTF8) == 1)
    }

    @Test func readingGoesOnBelowARefusedRow() throws {
        let (rows, findings) = try read(Array("a,b\n1,\"x\" y\n2,z\n3,\"open\n4,w\n".utf8))
        #expect(rows == [["a", "b"], ["refused"], ["2", "z"], ["refused"], ["4", "w"]])
        #expect(findings.kept.map(\.line) == [2, 4])
    }

    @Test func aRunawayQuoteEndsAtTheLimit() throws {
        var limits = ArchiveLimits()
        limits.fieldBytes = 100
        let body = (0..<100).map { "\($0),x" }.joined(separator: "\n")
        let (rows, findings) = try read(Array("a,b\n0,\"open\n\(body)\n".utf8), limits: limits)
        #expect(rows.count == 102)
        #expect(findings.count(of: .tooLong) == 1)
    }

    @Test func aLineWithoutEndIsRefusedInBoundedMemory() throws {
        let long = [UInt8](repeating: 0x61, count: 5 << 20)
        let (rows, findings) = try read(long + Array("\nb\n".utf8))
        #expect(rows == [["refused"], ["b"]])
        #expect(findings.count(of: .tooLong) == 1)
    }

    @Test func tooManyColumnsAreRefused() throws {
        let wide = String(repeating: ",", count: 600)
        #expect(try read(Array("a\n\(wide)\nb\n".utf8)).rows == [["a"], ["refused"], ["b"]])
    }
}
