import MusterCore
import Testing

@Suite("Coverage: the change that is proposed mends the finding")
struct MendTests {
    @Test(
        "On random sites each proposal, carried out, makes its finding go away",
        arguments: 0..<60 as Range<UInt64>)
    func mends(seed: UInt64) {
        let question = RandomSite(seed: seed).question
        for finding in Coverage(question).findings {
            let changes = question.mend(finding)
            #expect(!changes.isEmpty && changes.count <= 3)
            guard changes.allSatisfy({ $0.isCarriedOut }) else { continue }
            let after = Coverage(changes.reduce(question) { $0.after($1) })
            let rest = after.findings.filter {
                $0.hit.gap == finding.hit.gap && $0.hit.position == finding.hit.position
                    && $0.hit.persons == finding.hit.persons
            }.flatMap(\.when)
            let isLeft = finding.when.contains { when in rest.contains { $0.meets(when) } }
            #expect(!isLeft, "seed \(seed): \(finding) by \(changes)")
        }
    }

    @Test("Every sort of proposal comes up on the random sites")
    func isVaried() {
        var names: Set<DutyChangeName> = []
        for seed in 0..<200 as Range<UInt64> {
            let question = RandomSite(seed: seed).question
            for finding in Coverage(question).findings.prefix(6) {
                names.formUnion(question.mend(finding).map(\.wireCase))
            }
        }
        #expect(names == [.addToLine, .reachable, .outsideDuty, .qualify, .find, .enterHours, .oneSite])
    }

    @Test("All that is proposed for a site holds together", arguments: 0..<60 as Range<UInt64>)
    func mendsTogether(seed: UInt64) {
        let question = RandomSite(seed: seed).question
        let findings = Coverage(question).findings
        let mends = question.mends(findings)
        let after = Coverage(question.after(mends.flatMap { $0 }))
        for (finding, changes) in zip(findings, mends) where changes.allSatisfy({ $0.isCarriedOut }) {
            let rest = after.findings.filter {
                $0.hit.gap == finding.hit.gap && $0.hit.position == finding.hit.position
                    && $0.hit.persons == finding.hit.persons
            }.flatMap(\.when)
            let isLeft = finding.when.contains { when in rest.contains { $0.meets(when) } }
            #expect(!isLeft, "seed \(seed): \(finding) by \(changes)")
        }
        var lines: [PersonID: Set<Position>] = [:]
        for case .addToLine(let position, let person, _) in mends.flatMap({ $0 }) {
            lines[person, default: []].insert(position)
        }
        let most = question.plan.smallSchool ? 2 : 1
        #expect(lines.values.allSatisfy { $0.count <= most }, "seed \(seed)")
    }

    @Test("Who stands in another line is proposed first, then who has no class, and never by id")
    func order() throws {
        var school = DutySchool()
        school.line(DutySchool.principal)
        school.works(DutySchool.principal, 420, 960)
        // By id the deputy would come first.
        school.works(DutySchool.deputy, 450, 930)
        school.works(DutySchool.nurse, 450, 930)
        school.works(DutySchool.secretary, 450, 930)
        school.plan.lines.put(PositionLine(.logistics, [LineMember(DutySchool.secretary, onSite: true)]))
        let finding = try #require(school.finding(.shortLine))
        var question = school.question
        question.teaching = [DutySchool.deputy]
        #expect(
            question.mend(finding)
                == [DutySchool.secretary, DutySchool.nurse].map {
                    .addToLine(.schoolCoordinator, $0, onSite: true)
                })
    }

    @Test("What if the principal were away: what opens is said, and only that")
    func withoutPerson() throws {
        let school = DutySchool.rural.with { $0.plan.line.removeLast() }
        let question = school.question
        let without = question.after(.withoutPerson(DutySchool.principal))
        let difference = CoverageDifference(from: Coverage(question), to: Coverage(without))
        // The county and the district on outside duty stand behind the secretary.
        #expect(difference.opened.map(\.hit.gap) == [])
        let both = without.after(.withoutPerson(DutySchool.district))
        let second = CoverageDifference(from: Coverage(without), to: Coverage(both))
        #expect(Set(second.opened.map(\.hit.gap)) == [.oneDeep, .nobodyOutside, .noOutsideDuty])
        #expect(second.closed == [])
        #expect(second.opened.first { $0.hit.gap == .oneDeep }?.minutes == 2100)
    }

    @Test("What if a concert began later: it takes its people and its need with it")
    func moveEvent() {
        let school = DutySchool.rural.with {
            $0.book.events = [SiteEvent("Concert", Stretch(from: $0.at(3, 16), to: $0.at(3, 18)))]
        }
        let question = school.question
        #expect(school.finding(.oneDeep)?.when == [Stretch(from: school.at(3, 16, 30), to: school.at(3, 18))])
        let later = question.after(.moveEvent(school.book.events[0], to: school.at(3, 14)))
        #expect(Coverage(later).findings == [])
        let difference = CoverageDifference(from: school.coverage, to: Coverage(later))
        #expect(difference.opened == [])
        #expect(difference.closed.map(\.hit.gap) == [.oneDeep])
    }
}
