import MusterLog

/// What the key checks remember of the users: some thirty bytes each, and no text.
struct OneRosterUserIndex {
    /// That a user's row names another as related.
    struct Mention {
        /// The number of the row that names.
        let user: UInt32
        /// The line of that row.
        let line: UInt32
        /// The key that it names.
        let other: RosterKey
    }

    /// The keys and the numbers of their rows.
    var keys = KeyTable()
    /// The line of each row.
    var lines: [UInt32] = []
    /// The roles of each user, a bit each.
    var roles: [UInt16] = []
    /// Whether the row is marked to go.
    var isDeleted: [Bool] = []
    /// The names of each user, hashed, to know one person by two accounts.
    var names: [UInt64] = []
    /// Who names whom.
    var mentions: [Mention] = []
    private var usernames = KeyTable()
    private var usernameOwners: [UInt32] = []

    /// The user who has this name for signing in already, or nil when it is new.
    mutating func owner(ofUsername key: RosterKey, for user: UInt32) -> UInt32? {
        guard usernames.insert(key) == nil else {
            usernameOwners.append(user)
            return nil
        }
        return usernames.number(of: key).map { usernameOwners[Int($0)] }
    }

    /// Notes a role of a user.
    mutating func add(_ role: PersonRole, to user: UInt32) {
        roles[Int(user)] |= Self.bits[role] ?? 0
    }

    /// Whether a user has the role of a student.
    func isStudent(_ user: UInt32) -> Bool { roles[Int(user)] & Self.studentBit != 0 }

    /// How many users who stay have each role.
    func countByRole() -> [String: Int] {
        var counts: [String: Int] = [:]
        for (role, bit) in Self.bits {
            let count = roles.indices.reduce(0) { $0 + (roles[$1] & bit != 0 && !isDeleted[$1] ? 1 : 0) }
            if count > 0 { counts[role.rawValue] = count }
        }
        return counts
    }

    private static let bits = Dictionary(
        uniqueKeysWithValues: PersonRole.allCases.enumerated().map {
            ($0.element, UInt16(1) << UInt16($0.offset))
        })
    private static let studentBit = bits[.student] ?? 0
}
