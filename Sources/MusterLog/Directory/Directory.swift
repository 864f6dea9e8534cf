/// Everything that lies in the directory: sites and people, rosters, duty data, versions of plans, and what was
/// settled about coverage.
package typealias Directory = SiteDirectory & RosterDirectory & DutyDirectory & CoverageNotes
    & PlanDocumentStore
