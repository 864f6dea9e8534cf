import CDropVFS
import MusterCore
import MusterLog
import MusterSQLite
import Testing

/// Whatever is changed in a log is found, and the first bad record is named.
@Suite struct ChainTamperTests {
    private func records() async throws -> [StoredRecord] {
        let log = InMemoryLog()
        try await log.append(
            .oak, after: 0,
            [.sample("{\"n\":1}"), .sample("{\"n\":2}", text: "private"), .sample("{\"n\":3}")])
        return try await log.all(.oak)
    }

    private func fault(_ records: [StoredRecord], holding head: Digest? = nil) -> ChainFault? {
        var check = ChainCheck(.oak, holding: head)
        do throws(ChainFault) {
            for record in records { try check.check(record) }
            try check.finish()
            return nil
        } catch {
            return error
        }
    }

    @Test func everyFlippedByteOfAHeaderIsFound() async throws {
        let records = try await records()
        #expect(fault(records) == nil)
        for index in records.indices {
            for byte in records[index].header.indices {
                var changed = records
                changed[index].header[byte] ^= 1
                #expect(fault(changed)?.position == Int64(index + 1))
            }
        }
    }

    @Test func everyFlippedByteOfAPartItsSaltAndItsKeyIsFound() async throws {
        let records = try await records()
        for index in records.indices {
            for part in records[index].parts.indices {
                let original = records[index].parts[part]
                for byte in 0..<(original.stored ?? []).count {
                    var changed = records
                    changed[index].parts[part].stored?[byte] ^= 0x80
                    #expect(fault(changed) == ChainFault.partChanged(original.name, at: index))
                }
                for byte in original.salt.indices {
                    var changed = records
                    changed[index].parts[part].salt[byte] ^= 1
                    #expect(fault(changed) == ChainFault.partChanged(original.name, at: index))
                }
                for byte in 0..<(original.key ?? []).count {
                    var changed = records
                    changed[index].parts[part].key?[byte] ^= 1
                    #expect(fault(changed)?.position == Int64(index + 1))
                }
            }
        }
    }

    @Test func aBodyCannotBeErased() async throws {
        var records = try await records()
        records[0].parts[0].stored = nil
        #expect(fault(records)?.problem == .partMissing(NewPart.body))
        records[0].parts[0].isSealed = true
        #expect(fault(records)?.problem == .otherParts)
        records[0].parts = []
        #expect(fault(records)?.problem == .otherParts)
    }

    @Test func aMissingOrMovedRecordIsFound() async throws {
        let records = try await records()
        #expect(fault([records[0], records[2]])?.problem == .missing)
        #expect(fault([records[0], records[2]])?.position == 2)
        var moved = records
        moved[1] = records[0]
        moved[1].position = 2
        #expect(fault(moved)?.problem == .misplaced)
    }

    @Test func aRecordRewrittenWithItsDigestBreaksTheNextOne() async throws {
        var records = try await records()
        var header = try records[1].decodedHeader()
        header.actor = PersonID("someone")
        records[1].header = header.encoded()
        records[1].digest = Digest(of: records[1].header)
        let fault = fault(records)
        #expect(fault?.position == 3)
        #expect(fault?.problem == .unchained)
    }

    @Test func aCutTailAndARewrittenChainAreFoundByAKeptHead() async throws {
        let records = try await records()
        let kept = records[2].digest
        #expect(fault(records, holding: kept) == nil)
        #expect(fault(records, holding: records[0].digest) == nil)
        let cut = fault(Array(records.dropLast()), holding: kept)
        #expect(cut?.position == 3)
        #expect(cut?.problem == .headNotFound(kept))
        let rewritten = try await self.records()
        #expect(fault(rewritten) == nil)
        #expect(fault(rewritten, holding: kept)?.problem == .headNotFound(kept))
    }

    @Test(arguments: [
        ("UPDATE record SET header = replace(header, 'p1', 'p2') WHERE position = 2", Int64(2)),
        ("UPDATE part SET stored = '{\"n\":9}' WHERE position = 1", 1),
        ("UPDATE part SET salt = zeroblob(16) WHERE position = 3", 3),
        ("UPDATE part SET sealed = 1 - sealed WHERE position = 2", 2),
        ("UPDATE record SET digest = zeroblob(3) WHERE position = 2", 2),
        ("DELETE FROM record WHERE position = 2", 2),
        ("DELETE FROM part WHERE position = 3", 3),
        ("UPDATE part SET stored = NULL WHERE position = 1", 1),
    ])
    func whatIsChangedInTheDatabaseIsFound(sql: String, position: Int64) async throws {
        let folder = try TestFolder()
        do {
            let log = try SQLiteLog(folder: folder.path)
            let new: [NewRecord] = [.sample("{\"n\":1}"), .sample(text: "private"), .sample("{\"n\":3}")]
            try await log.append(.oak, after: 0, new)
        }
        let code = unsafe drop_vfs_tamper(SQLiteLog.path(in: folder.path), sql)
        #expect(code == 0)
        let report = try await LogVerifier.verify(try SQLiteLog(folder: folder.path), .oak)
        #expect(report.fault?.position == position)
        #expect(report.message.contains("record \(position)"))
    }
}

extension ChainFault {
    /// The fault of a changed part of the record with that index.
    static func partChanged(_ name: String, at index: Int) -> ChainFault {
        ChainFault(Int64(index + 1), .partChanged(name))
    }
}
