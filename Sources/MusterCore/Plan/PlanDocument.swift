/// A version of a site's emergency operations plan, as people write, read and approve it.
///
/// It lies in the directory's database and names people by id only. What an incident runs by is the ``SitePlan`` that
/// its publication writes to the log (decision 0019): the document is kept beside it for people, and held against it by
/// a digest.
package struct PlanDocument: WireValue, Keyed, Equatable, Sendable {
    /// Counts up at a site, from 1: what people call the version.
    package var number: Int64 = 0
    /// Counts up with each change that is kept, so that two who change one draft do not undo each other.
    package var revision: Int64 = 0
    /// How far it has come.
    package var state = PlanState.draft
    /// The version that it was made from; `nil` for one from the library.
    package var basedOn: Int64?
    /// What holds for every annex.
    package var basic = BasicPlan()
    /// The annexes.
    package var annexes = Table<Annex>()
    /// What it settles for the rules of incidents.
    package var settings = PlanSettings()
    /// Who wrote in it, sorted.
    package var authors: [PersonID] = []
    /// Who began it, and when.
    package var started = PlanMark()
    /// Who changed it last, and when.
    package var changed = PlanMark()
    /// Who reviewed it.
    package var reviewed: PlanMark?
    /// Who approved it.
    package var approved: PlanMark?
    /// Who published it.
    package var published: PlanMark?
    /// When a later version came into force.
    package var supersededAt: Instant?

    /// What the row is found and sorted by.
    package var key: Int64 { number }

    /// A blank document, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("number", &number)
        visitor.field("revision", &revision)
        visitor.field("state", &state)
        visitor.field("basedOn", &basedOn)
        visitor.field("basic", &basic)
        visitor.field("annexes", &annexes)
        visitor.field("settings", &settings)
        visitor.field("authors", &authors)
        visitor.field("started", &started)
        visitor.field("changed", &changed)
        visitor.field("reviewed", &reviewed)
        visitor.field("approved", &approved)
        visitor.field("published", &published)
        visitor.field("supersededAt", &supersededAt)
    }
}

/// How far a plan document has come; only the next one may follow, or the draft again before it is published.
package enum PlanState: String, WireName {
    case draft, inReview, approved, published, superseded

    /// Whether it is, or was, in force: its contents are never changed.
    package var isPublic: Bool { self == .published || self == .superseded }
}

/// Who did something to a plan document, and when.
package struct PlanMark: WireValue, Equatable, Sendable {
    /// Who; `nil` for whoever sat at the machine.
    package var person: PersonID?
    /// When.
    package var at = Instant.zero

    /// A blank mark, to be filled by the codec.
    package init() {}

    /// Somebody, at a moment.
    package init(_ person: PersonID?, at moment: Instant) {
        self.person = person
        at = moment
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("at", &at)
    }
}

/// What a plan document settles for the rules of incidents; the line and the duty are kept apart from it.
package struct PlanSettings: WireValue, Equatable, Sendable {
    /// One person may hold several coordination positions, and backups may be off site.
    package var smallSchool = false
    /// Who may do what; an act that is not listed follows ``Right/defaults``.
    package var rights: [Right] = []
    /// How a Lockdown may end here.
    package var lockdownEnds: [EndMethod] = SitePlan.endsOfLockdown
    /// What the school coordinator becomes while an agency commands the scene.
    package var underAgency = AgencyRelation.liaison
    /// The words of the site where they differ from Muster's own: its doctrine.
    package var wording: [Wording] = []

    /// Muster's defaults.
    package init() {}

    /// What a plan in force has settled.
    package init(_ plan: SitePlan) {
        smallSchool = plan.smallSchool
        rights = plan.rights
        lockdownEnds = plan.lockdownEnds
        underAgency = plan.underAgency
        wording = plan.wording
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("smallSchool", &smallSchool)
        visitor.field("rights", &rights)
        visitor.field("lockdownEnds", &lockdownEnds)
        visitor.field("underAgency", &underAgency)
        visitor.field("wording", &wording)
    }
}

extension SitePlan {
    /// The plan with what a document settles in it, and with the document's courses of action.
    ///
    /// The line, the other positions and the spans of time stay as they are: they change more often than a document.
    package func taking(_ document: PlanDocument, digest: String) -> SitePlan {
        var plan = self
        plan.smallSchool = document.settings.smallSchool
        plan.rights = document.settings.rights
        plan.lockdownEnds = document.settings.lockdownEnds
        plan.underAgency = document.settings.underAgency
        plan.wording = document.settings.wording
        plan.courses = Table()
        plan.objectives = Table()
        for annex in document.annexes.rows {
            if let objectives = AnnexObjectives(annex) { plan.objectives.put(objectives) }
            for var course in annex.courses {
                course.annex = annex.id.text
                plan.courses.put(course)
            }
        }
        plan.document = document.number
        plan.documentDigest = digest
        return plan
    }
}
