/// An annex of the plan: what is done for one function, or against one threat or hazard.
///
/// Its shape is that of the 2013 guide for school emergency operations plans: a goal, its objectives and its courses of
/// action, before, during and after; an annex for a hazard refers to functional ones rather than repeat them. People
/// read it on a quiet day. While an incident runs, its ``courses`` become tasks.
package struct Annex: WireValue, Keyed, Equatable, Sendable {
    /// Names the annex in every version of the plan.
    package var id = AnnexID.none
    /// What it is called, in a few words.
    package var title = ""
    /// Whether it is for a function or against a danger.
    package var kind = AnnexKind.functional
    /// The annexes that it builds on.
    package var refersTo: [AnnexID] = []
    /// What is done beforehand.
    package var before = AnnexPart()
    /// What is done while it happens.
    package var during = AnnexPart()
    /// What is done once it is over.
    package var after = AnnexPart()
    /// What holds for people who need help to move.
    package var helpToMove: [String] = []
    /// What holds for people who cannot be silent.
    package var cannotBeSilent: [String] = []
    /// What holds for people who do not speak the language of the announcements.
    package var otherLanguage: [String] = []
    /// What Muster makes tasks of.
    package var courses: [Course] = []
    /// What its shape and its terms come from.
    package var sources: [AnnexSource] = []

    /// What the row is found and sorted by.
    package var key: AnnexID { id }

    /// A blank annex, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("title", &title)
        visitor.field("kind", &kind)
        visitor.field("refersTo", &refersTo)
        visitor.field("before", &before)
        visitor.field("during", &during)
        visitor.field("after", &after)
        visitor.field("helpToMove", &helpToMove)
        visitor.field("cannotBeSilent", &cannotBeSilent)
        visitor.field("otherLanguage", &otherLanguage)
        visitor.field("courses", &courses)
        visitor.field("sources", &sources)
    }
}

/// What an annex is for.
package enum AnnexKind: String, WireName {
    /// A function that many dangers call for.
    case functional
    /// One threat or hazard.
    case threatOrHazard
}

/// One part of an annex: before, during or after.
package struct AnnexPart: WireValue, Equatable, Sendable {
    /// What is to be reached.
    package var goal = ""
    /// What must be so for the goal to be reached.
    package var objectives: [String] = []
    /// What people do, a sentence each.
    package var actions: [String] = []

    /// A blank part, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("goal", &goal)
        visitor.field("objectives", &objectives)
        visitor.field("actions", &actions)
    }
}

/// A work that an annex takes its shape, its terms or its advice from.
package struct AnnexSource: WireValue, Equatable, Sendable {
    /// The work, as it asks to be cited.
    package var work = ""
    /// The section or the part of it.
    package var part = ""
    /// What was taken, and on what terms.
    package var note = ""

    /// A blank source, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("work", &work)
        visitor.field("part", &part)
        visitor.field("note", &note)
    }
}
