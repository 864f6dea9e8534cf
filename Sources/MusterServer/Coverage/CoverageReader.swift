package import MusterCore
package import MusterLog

/// Puts together what the coverage analysis is asked: the plan in force, the duty data and the wall clock of a site.
package struct CoverageReader: Sendable {
    private let directory: any SiteDirectory & DutyDirectory

    /// A reader of a directory.
    package init(_ directory: any SiteDirectory & DutyDirectory) {
        self.directory = directory
    }

    /// The most days that are looked at at once: a school year and a bit.
    package static let mostDays: Int32 = 400

    /// What is asked of a site for some days from a first one.
    ///
    /// Where people of this site's lines are due at another one is looked up there, unless `alone`.
    package func question(
        of site: SiteID, _ plan: SitePlan, from first: CivilDay, days: Int32, alone: Bool = false
    ) async throws(DirectoryError) -> CoverageQuestion {
        var question = try await own(site, plan, from: first, days: days)
        guard !alone else { return question }
        // Whoever has a role that responds is expected to, also where nobody made a row of it.
        for adult in try await directory.adults(of: site, at: question.period.from) {
            guard let sort = adult.expectedTo, !question.book.responds(adult.person) else { continue }
            question.book.responders.append(ExpectedResponder(adult.person, sort))
        }
        question.teaching = try await directory.rosters(of: site, at: question.period.from).flatMap {
            $0.staff
        }
        let people = question.peopleInLines
        for other in try await directory.sites() where other.site != site {
            let there = try await own(other.site, SitePlan(), from: first, days: days)
            for person in people {
                question.book.elsewhere += there.dueOnSite(person).map { Absence(person, $0) }
            }
        }
        return question
    }

    /// Who is on duty at a site on the day of a moment and the next.
    package func outlook(of site: SiteID, at moment: Instant) async throws(DirectoryError) -> DutyOutlook {
        let day = try await day(of: site, at: moment)
        let question = try await own(site, SitePlan(), from: day, days: 2)
        return DutyOutlook(question.book, question.clock, question.period)
    }

    private func day(of site: SiteID, at moment: Instant) async throws(DirectoryError) -> CivilDay {
        try await directory.siteZone(of: site).clock(from: moment, to: moment).shows(moment).day
    }

    /// The first day of the week in which a moment lies, on the clock of a site.
    package func monday(of site: SiteID, at moment: Instant) async throws(DirectoryError) -> CivilDay {
        let day = try await day(of: site, at: moment)
        let index = Int32(Weekday.allCases.firstIndex(of: day.weekday) ?? 0)
        return day.advanced(by: -index)
    }

    private func own(
        _ site: SiteID, _ plan: SitePlan, from first: CivilDay, days: Int32
    ) async throws(DirectoryError) -> CoverageQuestion {
        let zone = try await directory.siteZone(of: site)
        let rough = Instant(milliseconds: Int64(first.number) * 86_400_000)
        let clock = zone.clock(from: rough, to: rough + .minutes(Int64(days) * 1440))
        let period = Stretch(
            from: clock.instant(first, minute: 0), to: clock.instant(first.advanced(by: days), minute: 0))
        let book = DutyBook(try await directory.duty(of: site).map { $0.entry })
        return CoverageQuestion(plan, book, clock, period)
    }
}

extension SiteAdult {
    /// As what the person responds, by the roles at the site.
    fileprivate var expectedTo: ResponderSort? {
        if roles.contains(.sro) { return .sro }
        return roles.contains(.schoolOfficial) ? .trainedStaff : nil
    }
}
