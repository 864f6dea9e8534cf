/// What a browser has to do to one element with `data-region="key"`.
package struct RegionChange: Sendable {
    /// What is done with the element.
    package enum Kind: Sendable {
        /// It has new content; markup that is the element itself replaces its attributes too.
        case redrawn
        /// It is put in right after the element with that key.
        case after(String)
        /// It is put in right before the element with that key.
        case before(String)
        /// It is taken away.
        case gone
    }

    /// The value of `data-region`; `page` for everything.
    package let key: String
    /// What is done.
    package let kind: Kind
    /// The markup, UTF-8: of a region its content, of a piece inside of one and of `page` the element itself.
    package let bytes: [UInt8]

    init(_ key: String, _ kind: Kind = .redrawn, _ bytes: [UInt8] = []) {
        self.key = key
        self.kind = kind
        self.bytes = bytes
    }
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
            return [RegionChange("page", .redrawn, h.bytes)]
        }
        var changes: [RegionChange] = []
        for (new, old) in zip(allRegions, previous.allRegions) {
            let count = new.html.bytes.count
            if count == old.html.bytes.count, holdSame(new.html.bytes, 0, old.html.bytes, 0, count) {
                continue
            }
            let (outline, before) = (new.html.outline(withClocks), old.html.outline(withClocks))
            if let pieces = outline.changes(since: before, withClocks: withClocks) {
                changes += pieces
            } else {
                changes.append(RegionChange(new.key, .redrawn, new.html.bytes))
            }
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

/// A region as it is compared: its outermost keyed pieces, and what stands around them.
private struct Outline {
    /// A keyed piece, and where it stands in what is around the pieces.
    struct Piece {
        let key: String
        let version: UInt64
        let range: Range<Int>
        let marks: Range<Int>
        let place: Int
    }

    let html: Html
    var around: [UInt8] = []
    var pieces: [Piece] = []

    /// How many pieces may come and go alone; with more the whole region is sent.
    private static let most = 24

    /// The changes piece by piece; `nil` when something around them changed, or a piece moved.
    func changes(since old: Outline, withClocks: Bool) -> [RegionChange]? {
        guard around.count == old.around.count, holdSame(around, 0, old.around, 0, around.count) else {
            return nil
        }
        var changes: [RegionChange] = []
        var (new, before, structural) = (0, 0, 0)
        while new < pieces.count || before < old.pieces.count {
            if new < pieces.count, before < old.pieces.count, pieces[new].key == old.pieces[before].key {
                guard pieces[new].place == old.pieces[before].place else { return nil }
                if !isSame(pieces[new], old, old.pieces[before], withClocks) {
                    changes.append(change(of: new, .redrawn))
                }
                (new, before) = (new + 1, before + 1)
                continue
            }
            structural += 1
            guard structural <= Self.most else { return nil }
            if new < pieces.count, !old.holds(pieces[new].key) {
                guard let kind = neighbour(of: new, before, in: old) else { return nil }
                changes.append(change(of: new, kind))
                new += 1
            } else if before < old.pieces.count, !holds(old.pieces[before].key) {
                changes.append(RegionChange(old.pieces[before].key, .gone))
                before += 1
            } else {
                return nil
            }
        }
        return changes
    }

    private func change(of index: Int, _ kind: RegionChange.Kind) -> RegionChange {
        RegionChange(pieces[index].key, kind, [UInt8](html.bytes[pieces[index].range]))
    }

    private func holds(_ key: String) -> Bool { pieces.contains { $0.key == key } }

    /// Beside which piece a new one is put in: one that stands at the same place has the same parent.
    private func neighbour(of new: Int, _ before: Int, in old: Outline) -> RegionChange.Kind? {
        let place = pieces[new].place
        if new > 0, pieces[new - 1].place == place { return .after(pieces[new - 1].key) }
        guard before < old.pieces.count, old.pieces[before].place == place else { return nil }
        return .before(old.pieces[before].key)
    }

    /// Whether a piece shows the same, apart from words that run with the clock.
    private func isSame(_ piece: Piece, _ old: Outline, _ oldPiece: Piece, _ withClocks: Bool) -> Bool {
        if piece.version != 0, piece.version == oldPiece.version, !withClocks { return true }
        var mine = Stretches(html, piece, leavingOutRunning: !withClocks)
        var theirs = Stretches(old.html, oldPiece, leavingOutRunning: !withClocks)
        while true {
            let (one, other) = (mine.next(), theirs.next())
            guard let one, let other else { return one == nil && other == nil }
            guard one.count == other.count,
                holdSame(html.bytes, one.lowerBound, old.html.bytes, other.lowerBound, one.count)
            else { return false }
        }
    }
}

/// The stretches of a piece that are compared.
private struct Stretches {
    private let html: Html
    private let piece: Outline.Piece
    private let leavingOutRunning: Bool
    private var start: Int
    private var mark: Int
    private var isDone = false

    init(_ html: Html, _ piece: Outline.Piece, leavingOutRunning: Bool) {
        self.html = html
        self.piece = piece
        self.leavingOutRunning = leavingOutRunning
        start = piece.range.lowerBound
        mark = piece.marks.lowerBound
    }

    mutating func next() -> Range<Int>? {
        while leavingOutRunning, mark < piece.marks.upperBound {
            let found = html.marks[mark]
            mark += 1
            guard case .running = found.kind else { continue }
            defer { start = found.end }
            return start..<found.start
        }
        guard !isDone else { return nil }
        isDone = true
        return start..<piece.range.upperBound
    }
}

extension Html {
    /// The outline of the markup; words that run with the clock are left out of what is around, unless `withClocks`.
    fileprivate func outline(_ withClocks: Bool) -> Outline {
        var outline = Outline(html: self)
        var (start, index) = (0, 0)
        while index < marks.count {
            let mark = marks[index]
            index += 1
            switch mark.kind {
            case .running:
                if withClocks { continue }
                outline.around += bytes[start..<mark.start]
            case .keyed(let key):
                outline.around += bytes[start..<mark.start]
                let first = index
                while index < marks.count, marks[index].start < mark.end { index += 1 }
                outline.pieces.append(
                    Outline.Piece(
                        key: key, version: mark.version, range: mark.start..<mark.end, marks: first..<index,
                        place: outline.around.count))
            }
            start = mark.end
        }
        outline.around += bytes[start...]
        return outline
    }
}

/// Compares stretches of two buffers eight bytes at a time: a board of 400 rooms is compared for every event.
private func holdSame(_ a: [UInt8], _ first: Int, _ b: [UInt8], _ second: Int, _ count: Int) -> Bool {
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
