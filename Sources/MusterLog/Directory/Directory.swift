/// Everything that lies in the directory: sites and people, rosters, duty data, versions of plans, what was settled
/// about coverage, and the register of armed and uniformed adults.
package typealias Directory = SiteDirectory & RosterDirectory & DutyDirectory & CoverageNotes
    & PlanDocumentStore & ArmedRegister
