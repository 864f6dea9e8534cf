import GRDB
import MusterCore
import MusterLog

extension RosterTenant {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), site: try row.optionalID("site"), sourcedID: row["sourced"],
            name: row["name"],
            kind: try row.name("kind"), identifier: row["identifier"], parent: try row.optionalID("parent"),
            isActive: row["active"])
    }
}

extension RosterTerm {
    init(_ row: Row) throws {
        self.init(
            sourcedID: row["sourced"], title: row["title"], kind: try row.name("kind"),
            begin: row.day("first"),
            end: row.day("last"), isActive: row["active"])
    }
}

extension RosterPlace {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), tenant: try row.id("tenant"), sourcedID: row["sourced"], name: row["name"],
            isActive: row["active"])
    }
}

extension RosterClass {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), sourcedID: row["sourced"], tenant: try row.id("tenant"),
            title: row["title"],
            code: row["code"], kind: try row.name("kind"), place: try row.optionalID("place"),
            termSourcedIDs: row.words("terms"), periods: row.words("periods"), isActive: row["active"])
    }
}

extension RosterPerson {
    init(_ row: Row, roles: [RosterRole]) throws {
        self.init(id: try row.id("id"), sourcedID: row["sourced"])
        givenName = row["given"]
        familyName = row["family"]
        username = row["username"]
        identifier = row["identifier"]
        email = row["email"]
        sms = row["sms"]
        phone = row["phone"]
        grades = row.words("grades")
        agentSourcedIDs = row.words("agents")
        isActive = row["active"]
        self.roles = roles
    }
}

extension RosterRole {
    init(_ row: Row) throws {
        self.init(
            sourcedID: row["sourced"], tenant: try row.id("tenant"), role: try row.name("role"),
            isPrimary: row["is_primary"], begin: row.day("first"), end: row.day("last"))
    }
}

extension RosterEnrollment {
    init(_ row: Row) throws {
        self.init(
            sourcedID: row["sourced"], person: try row.id("person"), schoolClass: try row.id("class"),
            role: try row.name("role"), isPrimary: row["is_primary"], begin: row.day("first"),
            end: row.day("last"), isActive: row["active"])
    }
}

extension RosterRelation {
    init(_ row: Row) throws {
        self.init(student: try row.id("student"), adult: try row.id("adult"))
    }
}
