import GRDB
package import MusterCore
package import MusterLog

extension DirectoryDatabase: SiteDirectory {
    package func sites() async throws(DirectoryError) -> [SiteCard] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT card FROM site ORDER BY id").map { text in
                try SiteCard.decoded(Array(text.utf8))
            }
        }
    }

    package func saveSite(_ card: SiteCard, tenants: [TenantID]) async throws(DirectoryError) {
        try await write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO site VALUES (?, ?)",
                arguments: [card.site.text, String(decoding: card.encoded(), as: UTF8.self)])
            try db.execute(sql: "DELETE FROM site_tenant WHERE site = ?", arguments: [card.site.text])
            for tenant in tenants {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO site_tenant VALUES (?, ?)",
                    arguments: [tenant.text, card.site.text])
            }
            try Self.raise(db)
        }
    }

    package func tenants() async throws(DirectoryError) -> [RosterTenant] {
        try await read { db in
            let sql = """
                SELECT tenant.*, site_tenant.site AS used FROM tenant
                LEFT JOIN site_tenant ON site_tenant.tenant = tenant.id WHERE active ORDER BY name
                """
            return try Row.fetchAll(db, sql: sql).map { row in
                var tenant = try RosterTenant(row)
                tenant.site = try row.optionalID("used")
                return tenant
            }
        }
    }

    package func places(of site: SiteID) async throws(DirectoryError) -> [PlaceEntry] {
        try await read { db in
            guard
                let text = try String.fetchOne(
                    db, sql: "SELECT card FROM site WHERE id = ?", arguments: [site.text])
            else { return [] }
            var whole = PlaceEntry()
            whole.place = site.retyped()
            whole.kind = .site
            whole.label = try SiteCard.decoded(Array(text.utf8)).name
            var places = [whole]
            let tenants = """
                SELECT tenant.id, tenant.name FROM tenant JOIN site_tenant ON site_tenant.tenant = tenant.id
                WHERE site_tenant.site = ? AND tenant.active ORDER BY tenant.id
                """
            for row in try Row.fetchAll(db, sql: tenants, arguments: [site.text]) {
                let tenant: TenantID = try row.id("id")
                var building = PlaceEntry()
                building.place = tenant.retyped()
                building.parent = whole.place
                building.kind = .building
                building.label = row["name"]
                building.tenant = tenant
                places.append(building)
            }
            let rooms = """
                SELECT place.* FROM place JOIN site_tenant ON site_tenant.tenant = place.tenant
                WHERE site_tenant.site = ? AND place.active ORDER BY place.id
                """
            for row in try Row.fetchAll(db, sql: rooms, arguments: [site.text]) {
                places.append(try PlaceEntry(room: row))
            }
            return places
        }
    }

    package func rosters(of site: SiteID, at now: Instant) async throws(DirectoryError) -> [RoomRoster] {
        try await read { db in
            var rooms = Table<RoomRoster>()
            let all = """
                SELECT place.id, place.tenant FROM place
                JOIN site_tenant ON site_tenant.tenant = place.tenant WHERE site_tenant.site = ? AND place.active
                """
            for row in try Row.fetchAll(db, sql: all, arguments: [site.text]) {
                rooms.put(RoomRoster(try row.id("id"), tenant: try row.id("tenant")))
            }
            // Homerooms say who is expected where until the timetable does.
            let members = """
                SELECT class.place, enrollment.person, enrollment.role FROM class
                JOIN site_tenant ON site_tenant.tenant = class.tenant
                JOIN enrollment ON enrollment.class = class.id
                WHERE site_tenant.site = :site AND class.active AND class.kind = 'homeroom' AND enrollment.active
                AND \(Self.lasts("enrollment")) AND class.place IS NOT NULL ORDER BY enrollment.person
                """
            for row in try Row.fetchAll(db, sql: members, arguments: Self.arguments(site, now)) {
                let room: PlaceID = try row.id("place")
                let person: PersonID = try row.id("person")
                let isStudent: Bool = row["role"] == "student"
                rooms.update(room) { roster in
                    if isStudent {
                        roster.expected += 1
                    } else if !roster.staff.contains(person) {
                        roster.staff.append(person)
                    }
                }
            }
            return rooms.rows
        }
    }

    package func counts(of site: SiteID, at now: Instant) async throws(DirectoryError) -> [TenantCounts] {
        try await read { db in
            let sql = """
                SELECT tenant.id, tenant.name,
                \(Self.count("student")) AS students, \(Self.count("staff")) AS staff,
                \(Self.count("guardian")) AS guardians,
                (SELECT count(*) FROM place WHERE place.tenant = tenant.id AND place.active) AS rooms
                FROM tenant JOIN site_tenant ON site_tenant.tenant = tenant.id
                WHERE site_tenant.site = :site AND tenant.active ORDER BY tenant.name
                """
            return try Row.fetchAll(db, sql: sql, arguments: Self.arguments(site, now)).map { row in
                TenantCounts(
                    tenant: try row.id("id"), name: row["name"], students: row["students"],
                    staff: row["staff"], guardians: row["guardians"], rooms: row["rooms"])
            }
        }
    }

    package func version() async throws(DirectoryError) -> Int64 {
        try await read { db in try Int64.fetchOne(db, sql: "SELECT number FROM version") ?? 1 }
    }

    /// The condition that a row of the roster has begun and not ended on `:day`; its last day is one of its days.
    static func lasts(_ table: String) -> String {
        "(\(table).first IS NULL OR \(table).first <= :day) AND (\(table).last IS NULL OR \(table).last >= :day)"
    }

    /// What such a condition is asked for.
    static func arguments(_ site: SiteID, _ now: Instant) -> StatementArguments {
        ["site": site.text, "day": SchoolDay(at: now).number]
    }

    private static func count(_ standing: String) -> String {
        """
        (SELECT count(DISTINCT person) FROM person_role JOIN person ON person.id = person_role.person
            WHERE person_role.tenant = tenant.id AND standing = '\(standing)' AND person.active
            AND \(lasts("person_role")))
        """
    }

    static func raise(_ db: Database) throws {
        try db.execute(sql: "UPDATE version SET number = number + 1")
    }
}

extension PlaceEntry {
    fileprivate init(room row: Row) throws {
        self.init()
        place = try row.id("id")
        let tenant: TenantID = try row.id("tenant")
        parent = tenant.retyped()
        kind = .room
        let name: String = row["name"]
        // "12" and "Room 12" name the same door; the door says "Room 12".
        label = name.first?.isNumber == true ? "Room \(name)" : name
        door = row["door"]
        self.tenant = tenant
    }
}
