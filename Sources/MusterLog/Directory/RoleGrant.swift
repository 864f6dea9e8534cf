package import MusterCore

/// A role that a person has at a site, and until when.
package struct RoleGrant: Equatable, Sendable {
    /// The role.
    package var role: Role
    /// Whose people the person belongs to by it, where a site has several tenants.
    package var tenant: TenantID?
    /// The moment from which it is over; `nil` for a role without an end.
    package var until: Instant?

    /// A role, for good when no end is named.
    package init(_ role: Role, for tenant: TenantID? = nil, until: Instant? = nil) {
        self.role = role
        self.tenant = tenant
        self.until = until
    }
}
