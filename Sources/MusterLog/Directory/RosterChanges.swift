/// What an import does to one table: whole rows, told apart so that they can be counted and shown.
package struct RosterTableChanges<Row: Sendable>: Sendable {
    /// Rows never seen before.
    package var added: [Row] = []
    /// Rows whose facts differ from those held.
    package var changed: [Row] = []
    /// Rows no longer listed, with `isActive` false; for relations, those to be removed.
    package var deactivated: [Row] = []
    /// How many rows stay as they are.
    package var unchanged = 0

    /// No change at all.
    package init() {}

    /// Whether there is nothing to write.
    package var isEmpty: Bool { added.isEmpty && changed.isEmpty && deactivated.isEmpty }
    /// All rows to be written, in the order of adding, changing, deactivating.
    package var written: [Row] { added + changed + deactivated }
}

/// All that an import does to the rows of one source.
package struct RosterChanges: Sendable {
    /// The bodies.
    package var tenants = RosterTableChanges<RosterTenant>()
    /// The stretches of the year.
    package var terms = RosterTableChanges<RosterTerm>()
    /// The rooms.
    package var places = RosterTableChanges<RosterPlace>()
    /// The classes.
    package var classes = RosterTableChanges<RosterClass>()
    /// The people.
    package var people = RosterTableChanges<RosterPerson>()
    /// Who belongs to which class.
    package var enrollments = RosterTableChanges<RosterEnrollment>()
    /// Who belongs to which student; these are removed, not deactivated.
    package var relations = RosterTableChanges<RosterRelation>()

    /// No change at all.
    package init() {}

    /// Whether there is nothing to write.
    package var isEmpty: Bool {
        tenants.isEmpty && terms.isEmpty && places.isEmpty && classes.isEmpty && people.isEmpty
            && enrollments.isEmpty && relations.isEmpty
    }
}
