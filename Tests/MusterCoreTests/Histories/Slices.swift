import MusterCore

/// The slices in which histories are folded.
enum Slices {
    static let all = [
        Slice.command, Slice(.responder), Slice(.staff), Slice(.staff, rooms: [School.roomA1]),
        Slice(.staff, rooms: [School.roomB1, School.roomB2]), Slice(.staff, rooms: School.rooms),
    ]

    /// What an outside agency holds at the end of these records; of no incident where none is open to it.
    static func agency(_ records: [Record]) -> Slice {
        let claims = SliceClaims(fold(records, .command).state, at: records.last?.at ?? .zero)
        return Slice(.responder, incidents: claims.agencyIncidents)
    }

    static func fold(_ records: [Record], _ slice: Slice) -> Replica {
        var replica = Replica(slice)
        for record in records { replica.apply(record) }
        return replica
    }

    /// A number that differs when any byte of the histories or of their cuts does.
    static func digest(of seeds: Range<UInt64>) -> UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for seed in seeds {
            let records = Histories.history(seed).records
            for slice in all {
                for byte in fold(records, .command).cut(for: slice).encoded() {
                    digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
        }
        return digest
    }

    /// Whether cutting what was folded and folding what was cut give the same bytes.
    static func lawHolds(
        _ records: [Record], _ slice: Slice, cut: (Record, Slice) -> Record? = { $0.cut(for: $1) }
    ) -> Bool {
        let whole = fold(records, .command)
        var folded = fold(records.compactMap { cut($0, slice) }, slice)
        // A feed says how far it has come even where the last records belong to other slices.
        folded.position = whole.position
        return whole.cut(for: slice).encoded() == folded.encoded()
    }
}
