/// The new markup of one element: what stands inside `[data-region="key"]` from now on.
package struct RegionChange: Sendable {
    /// The value of `data-region`; `page` for everything.
    package let key: String
    /// The markup of the element's content, UTF-8; for `page` the element itself, since its attributes count.
    package let bytes: [UInt8]
}

extension Page {
    /// What a browser that shows `previous` has to redraw, in the page's order.
    ///
    /// When regions came, went or moved, or mode or look changed, the answer is one change with the key `page`.
    /// Words that run with the clock are no reason to redraw, unless `withClocks`: for the tick of the clock,
    /// which then draws the keyed pieces whose words changed.
    package func changes(since previous: Page?, withClocks: Bool = false) -> [RegionChange] {
        guard let previous, hasSameFrame(as: previous) else {
            var h = Html()
            whole(&h)
            return [RegionChange(key: "page", bytes: h.bytes)]
        }
        var changes: [RegionChange] = []
        for (new, old) in zip(allRegions, previous.allRegions) {
            new.html.collectChanges(since: old.html, key: new.key, withClocks: withClocks, into: &changes)
        }
        return changes
    }

    private func hasSameFrame(as other: Page) -> Bool {
        guard mode == other.mode, look == other.look, layout == other.layout,
            regions.count == other.regions.count
        else { return false }
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
    fileprivate func collectChanges(
        since old: Html, key: String, withClocks: Bool, into changes: inout [RegionChange]
    ) {
        let (pieces, oldPieces) = (self.pieces, old.pieces)
        let around = segments(of: 0..<bytes.count, marks: marks[...], leavingOut: withClocks ? .keyed : .both)
        let oldAround = old.segments(
            of: 0..<old.bytes.count, marks: old.marks[...], leavingOut: withClocks ? .keyed : .both)
        guard pieces.count == oldPieces.count,
            zip(pieces, oldPieces).allSatisfy({ new, old in new.key == old.key }),
            isSame(around, old, oldAround)
        else {
            changes.append(RegionChange(key: key, bytes: bytes))
            return
        }
        for (piece, oldPiece) in zip(pieces, oldPieces) {
            let inside = segments(
                of: piece.range, marks: marks[piece.marks], leavingOut: withClocks ? .nothing : .running)
            let oldInside = old.segments(
                of: oldPiece.range, marks: old.marks[oldPiece.marks],
                leavingOut: withClocks ? .nothing : .running)
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
            mine.count == theirs.count
                && holdSame(bytes, from: mine.lowerBound, other.bytes, from: theirs.lowerBound, mine.count)
        }
    }

    /// What a comparison leaves out.
    private enum Omission {
        case nothing, running, keyed, both
    }

    /// What is left of a range.
    private func segments(
        of range: Range<Int>, marks: ArraySlice<Mark>, leavingOut omission: Omission
    ) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        for mark in marks where mark.start >= start {
            switch (mark.kind, omission) {
            case (.keyed, .keyed), (.keyed, .both), (.running, .running), (.running, .both): break
            case (.keyed, _), (.running, _): continue
            }
            result.append(start..<mark.start)
            start = mark.end
        }
        result.append(start..<range.upperBound)
        return result
    }
}

/// Compares stretches of two buffers eight bytes at a time: a board of 400 rooms is compared for every event.
private func holdSame(_ a: [UInt8], from first: Int, _ b: [UInt8], from second: Int, _ count: Int) -> Bool {
    precondition(first + count <= a.count && second + count <= b.count, "A stretch lies inside its buffer")
    // Every load stays below `first + count` and `second + count`, which were checked above.
    return unsafe a.withUnsafeBytes { a in
        unsafe b.withUnsafeBytes { b in
            var offset = 0
            while offset + 8 <= count {
                let mine = unsafe a.loadUnaligned(fromByteOffset: first + offset, as: UInt64.self)
                let theirs = unsafe b.loadUnaligned(fromByteOffset: second + offset, as: UInt64.self)
                if mine != theirs { return false }
                offset += 8
            }
            while offset < count {
                if unsafe a[first + offset] != b[second + offset] { return false }
                offset += 1
            }
            return true
        }
    }
}
