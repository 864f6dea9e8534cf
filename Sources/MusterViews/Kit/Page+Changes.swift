/// The new content of one element: what stands inside `[data-region="key"]` from now on.
package struct RegionChange: Sendable {
    /// The value of `data-region`; `page` for everything.
    package let key: String
    /// The markup that replaces the element's content, UTF-8.
    package let bytes: [UInt8]
}

extension Page {
    /// What a browser that shows `previous` has to redraw, smallest pieces first in the page's order.
    ///
    /// When regions came, went or moved, the answer is one change with the key `page`. Words that run with the
    /// clock are no reason to redraw: the shell's tick keeps them.
    package func changes(since previous: Page?) -> [RegionChange] {
        guard let previous, hasSameFrame(as: previous) else {
            var h = Html()
            content(&h)
            return [RegionChange(key: "page", bytes: h.bytes)]
        }
        var changes: [RegionChange] = []
        for (new, old) in zip(allRegions, previous.allRegions) {
            new.html.collectChanges(since: old.html, key: new.key, into: &changes)
        }
        return changes
    }

    private func hasSameFrame(as other: Page) -> Bool {
        guard layout == other.layout, regions.count == other.regions.count else { return false }
        return zip(regions, other.regions).allSatisfy { new, old in new.key == old.key && new.slot == old.slot
        }
    }
}

extension Html {
    /// An outermost keyed piece: its key, its bytes, and the marks inside of it.
    private struct Piece {
        let key: String
        let range: Range<Int>
        let marks: Range<Int>
    }

    /// Adds the keyed pieces that changed, or the whole when anything outside of them did.
    fileprivate func collectChanges(since old: Html, key: String, into changes: inout [RegionChange]) {
        let (pieces, oldPieces) = (self.pieces, old.pieces)
        let around = segments(of: 0..<bytes.count, marks: marks[...], leavingOutKeyed: true)
        let oldAround = old.segments(of: 0..<old.bytes.count, marks: old.marks[...], leavingOutKeyed: true)
        guard pieces.count == oldPieces.count,
            zip(pieces, oldPieces).allSatisfy({ new, old in new.key == old.key }),
            isSame(around, old, oldAround)
        else {
            changes.append(RegionChange(key: key, bytes: bytes))
            return
        }
        for (piece, oldPiece) in zip(pieces, oldPieces) {
            let inside = segments(of: piece.range, marks: marks[piece.marks], leavingOutKeyed: false)
            let oldInside = old.segments(
                of: oldPiece.range, marks: old.marks[oldPiece.marks], leavingOutKeyed: false)
            if isSame(inside, old, oldInside) { continue }
            changes.append(RegionChange(key: piece.key, bytes: [UInt8](bytes[piece.range])))
        }
    }

    private var pieces: [Piece] {
        var pieces: [Piece] = []
        var index = 0
        while index < marks.count {
            let mark = marks[index]
            index += 1
            guard case .keyed(let key) = mark.kind else { continue }
            let first = index
            while index < marks.count, marks[index].start < mark.end { index += 1 }
            pieces.append(Piece(key: key, range: mark.start..<mark.end, marks: first..<index))
        }
        return pieces
    }

    private func isSame(_ ranges: [Range<Int>], _ other: Html, _ otherRanges: [Range<Int>]) -> Bool {
        guard ranges.count == otherRanges.count else { return false }
        return zip(ranges, otherRanges).allSatisfy { mine, theirs in
            mine.count == theirs.count && bytes[mine] == other.bytes[theirs]
        }
    }

    /// What is left of a range without running words and, on request, without keyed pieces.
    private func segments(
        of range: Range<Int>, marks: ArraySlice<Mark>, leavingOutKeyed: Bool
    ) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        for mark in marks where mark.start >= start {
            if case .keyed = mark.kind, !leavingOutKeyed { continue }
            result.append(start..<mark.start)
            start = mark.end
        }
        result.append(start..<range.upperBound)
        return result
    }
}
