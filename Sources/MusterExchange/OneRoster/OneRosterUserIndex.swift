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
        roles[Int(user)] |= 1 << UInt16(Self.bit[role] ?? 0)
    }

    /// Whether a user has a role of this sort.
    func has(_ standing: PersonStanding, _ user: UInt32) -> Bool {
        roles[Int(user)] & (Self.masks[standing] ?? 0) != 0
    }

    /// How many users who stay have each role.
    func countByRole() -> [String: Int] {
        var counts = [Int](repeating: 0, count: PersonRole.allCases.count)
        for user in roles.indices where !isDeleted[user] && roles[user] != 0 {
            for bit in counts.indices where roles[user] & (1 << UInt16(bit)) != 0 { counts[bit] += 1 }
        }
        return Dictionary(
            uniqueKeysWithValues: zip(PersonRole.allCases, counts).filter { $0.1 > 0 }.map {
                ($0.0.rawValue, $0.1)
            })
    }

    private static let bit = Dictionary(
        uniqueKeysWithValues: PersonRole.allCases.enumerated().map { ($0.element, $0.offset) })

    private static let masks: [PersonStanding: UInt16] = {
        var masks: [PersonStanding: UInt16] = [:]
        for (index, role) in PersonRole.allCases.enumerated() {
            masks[role.standing, default: 0] |= 1 << UInt16(index)
        }
        return masks
    }()
}
