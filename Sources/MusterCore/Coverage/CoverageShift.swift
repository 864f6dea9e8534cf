/// Who would be asked, where something changes that.
package struct CoverageShift: Equatable, Sendable {
    /// When, earliest first.
    package var when: [Stretch]
    /// Whether people are on the site.
    package var isOccupied: Bool
    /// Who would be asked, in order: whoever is expected to respond is not counted.
    package var asked: [PersonID]
    /// Who would be seated as caretaker.
    package var outsideDuty: PersonID?

    init(_ stretch: CoverageStretch, _ when: Stretch) {
        self.when = [when]
        isOccupied = stretch.isOccupied
        asked = stretch.asked
        outsideDuty = stretch.outsideDuty
    }

    private func isSame(as other: CoverageShift) -> Bool {
        isOccupied == other.isOccupied && asked == other.asked && outsideDuty == other.outsideDuty
    }

    /// Every hour at which somebody else would be asked or seated than before, in the order in which it would be then:
    /// the times with people on the site first.
    package static func all(from before: Coverage, to after: Coverage) -> [CoverageShift] {
        var found: [CoverageShift] = []
        var old = 0
        for stretch in after.stretches {
            while old < before.stretches.count, before.stretches[old].when.to <= stretch.when.from {
                old += 1
            }
            var index = old
            while index < before.stretches.count, before.stretches[index].when.from < stretch.when.to {
                let known = before.stretches[index]
                index += 1
                guard known.asked != stretch.asked || known.outsideDuty != stretch.outsideDuty else {
                    continue
                }
                let when = Stretch(
                    from: max(known.when.from, stretch.when.from), to: min(known.when.to, stretch.when.to))
                put(CoverageShift(stretch, when), into: &found)
            }
        }
        return found.filter { $0.isOccupied } + found.filter { !$0.isOccupied }
    }

    private static func put(_ shift: CoverageShift, into found: inout [CoverageShift]) {
        guard let index = found.firstIndex(where: { $0.isSame(as: shift) }) else {
            return found.append(shift)
        }
        let last = found[index].when.count - 1
        if found[index].when[last].to == shift.when[0].from {
            found[index].when[last].to = shift.when[0].to
        } else {
            found[index].when += shift.when
        }
    }
}

extension CoverageStretch {
    /// Who would be asked and is counted on, in order.
    package var asked: [PersonID] { standby.filter { !$0.responds }.map { $0.person } }
}

extension SiteClock {
    /// The moment at which the clock shows a time that is written as `2026-09-10T16:30`; `nil` for anything else.
    package func moment(_ text: String) -> Instant? {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[10] == 0x54, bytes[13] == 0x3A,
            let day = CivilDay(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Self.two(bytes[11], bytes[12]), let minute = Self.two(bytes[14], bytes[15]), hour < 24,
            minute < 60
        else { return nil }
        return instant(day, minute: hour * 60 + minute)
    }

    /// A moment as the clock shows it, as `2026-09-10T16:30`.
    package func text(at moment: Instant) -> String {
        let shown = shows(moment)
        return shown.day.text + "T" + DutyText.time(shown.minute)
    }

    private static func two(_ tens: UInt8, _ ones: UInt8) -> Int32? {
        guard tens >= 0x30, tens <= 0x39, ones >= 0x30, ones <= 0x39 else { return nil }
        return Int32(tens - 0x30) * 10 + Int32(ones - 0x30)
    }
}
