/// Who may read, review and write the versions of a plan, by what somebody is at the site.
extension PlanDocument {
    /// Whether somebody may read the version in force: whoever works or responds here.
    package static func mayBeRead(by roles: [Role]) -> Bool {
        roles.contains { $0 != .agency }
    }

    /// Whether somebody may read drafts and review them: whoever coordinates knows what it has to say.
    package static func mayBeReviewed(by roles: [Role]) -> Bool {
        roles.contains(.administrator) || roles.contains(.line)
    }

    /// Whether somebody may write, approve and publish.
    package static func mayBeWritten(by roles: [Role]) -> Bool {
        roles.contains(.administrator)
    }
}
