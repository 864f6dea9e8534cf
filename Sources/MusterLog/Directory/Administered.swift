package import MusterCore

/// Whose people and devices an administrator looks after.
package enum Administered: Equatable, Sendable {
    /// Everybody's at the site.
    case site
    /// Those of one tenant of it.
    case tenant(TenantID)

    /// Whether a person is among them.
    ///
    /// Whoever administers the whole site is not looked after by one tenant's administrator, who could otherwise make a
    /// link that signs in as that person.
    package func covers(_ adult: SiteAdult) -> Bool {
        covers(adult.tenant) && (self == .site || adult.administers != .site)
    }

    /// Whether the rooms and counts of a tenant are among them; `nil` is nobody's in particular.
    package func covers(_ tenant: TenantID?) -> Bool {
        switch self {
        case .site: true
        case .tenant(let own): own == tenant
        }
    }
}
