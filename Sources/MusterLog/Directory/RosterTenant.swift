package import MusterCore

/// What sort of body an organisation is, in the words of OneRoster.
package enum OrgKind: String, Codable, Sendable, CaseIterable {
    case department
    case school
    case district
    case local
    case state
    case national
}

/// A school, a district or another body with people of its own.
///
/// Two tenants may share one site: a roster knows bodies, not properties, so the site is set once and kept.
package struct RosterTenant: Hashable, Sendable {
    /// Given once and kept for ever.
    package var id: TenantID
    /// The property, for bodies that have one.
    package var site: SiteID?
    /// The key in the source.
    package var sourcedID: String
    /// The name people use.
    package var name: String
    /// What sort of body it is.
    package var kind: OrgKind
    /// The number that the state or district uses.
    package var identifier: String
    /// The body it belongs to.
    package var parent: TenantID?
    /// Whether the source still lists it.
    package var isActive: Bool

    /// A tenant with all its facts.
    package init(
        id: TenantID, site: SiteID?, sourcedID: String, name: String, kind: OrgKind, identifier: String = "",
        parent: TenantID? = nil, isActive: Bool = true
    ) {
        self.id = id
        self.site = site
        self.sourcedID = sourcedID
        self.name = name
        self.kind = kind
        self.identifier = identifier
        self.parent = parent
        self.isActive = isActive
    }
}
