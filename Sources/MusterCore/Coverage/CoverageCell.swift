/// An hour of a heat map.
package struct CoverageCell: Equatable, Sendable {
    /// Whether people are on the site at any moment of it.
    package var isOccupied = false
    /// How many could coordinate at its thinnest moment, counted while people are on the site.
    package var depth: Int32 = 0
    /// What lacks for the school coordinator at any moment of it, the gravest first.
    package var gaps: [CoverageGap] = []
    /// Whether something lacks at another position.
    package var lacksOther = false
    /// How grave it is.
    package var grade: CoverageGrade = .fine
}

extension Coverage {
    /// What holds over a stretch: its thinnest moment.
    package func cell(_ when: Stretch) -> CoverageCell {
        var cell = CoverageCell()
        var depth: Int32?
        var index = firstIndex(endingAfter: when.from)
        while index < stretches.count, stretches[index].when.from < when.to {
            let stretch = stretches[index]
            index += 1
            for hit in stretch.hits {
                cell.grade = max(cell.grade, hit.grade)
                if hit.position != .schoolCoordinator {
                    cell.lacksOther = true
                } else if !cell.gaps.contains(hit.gap) {
                    cell.gaps.append(hit.gap)
                }
            }
            if stretch.isOccupied, !cell.isOccupied {
                cell.isOccupied = true
                depth = nil
            }
            guard stretch.isOccupied == cell.isOccupied else { continue }
            depth = min(depth ?? stretch.depth, stretch.depth)
        }
        cell.depth = depth ?? 0
        cell.gaps.sort { $0.rank < $1.rank }
        return cell
    }

    /// The first stretch that is not over by a moment.
    func firstIndex(endingAfter moment: Instant) -> Int {
        var low = 0
        var high = stretches.count
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].when.to <= moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
