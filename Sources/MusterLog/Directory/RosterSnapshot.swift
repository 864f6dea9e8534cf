/// All that a directory holds from one source, at one version; rows that are no longer active included.
package struct RosterSnapshot: Sendable {
    /// The version that a plan made on this snapshot must name.
    package var version: RosterVersion
    /// The bodies.
    package var tenants: [RosterTenant]
    /// The stretches of the year.
    package var terms: [RosterTerm]
    /// The rooms.
    package var places: [RosterPlace]
    /// The classes.
    package var classes: [RosterClass]
    /// The people.
    package var people: [RosterPerson]
    /// Who belongs to which class.
    package var enrollments: [RosterEnrollment]
    /// Who belongs to which student.
    package var relations: [RosterRelation]

    /// A snapshot; without arguments it is that of a source never seen.
    package init(
        version: RosterVersion = RosterVersion(0), tenants: [RosterTenant] = [], terms: [RosterTerm] = [],
        places: [RosterPlace] = [], classes: [RosterClass] = [], people: [RosterPerson] = [],
        enrollments: [RosterEnrollment] = [], relations: [RosterRelation] = []
    ) {
        self.version = version
        self.tenants = tenants
        self.terms = terms
        self.places = places
        self.classes = classes
        self.people = people
        self.enrollments = enrollments
        self.relations = relations
    }
}
