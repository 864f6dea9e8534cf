/// What the ids of the domain name; the cases-less enums exist only to keep the ids apart.
package enum Kinds {
    /// One property whose people share the same danger.
    package enum Site {}
    /// One append-only sequence of records: one a site.
    package enum Stream {}
    /// A school or other body with people of its own on a site.
    package enum Tenant {}
    /// A site, building, level, room or area.
    package enum Place {}
    /// Student, staff, guardian, responder or visitor.
    package enum Person {}
    /// One browser or one server-side agent that holds a session.
    package enum Device {}
    /// One command of one device; with the device it is the key of idempotency.
    package enum Command {}
    /// One emergency or drill at one site.
    package enum Incident {}
    /// A position of the school's side.
    package enum Position {}
    /// A timer of the state whose expiry is a command.
    package enum Deadline {}
    /// An entry of the journal.
    package enum Note {}
    /// A report of a room.
    package enum Report {}
    /// A course of action of the plan.
    package enum Course {}
    /// An annex of the plan.
    package enum Annex {}
    /// Something that was asked for, is on its way or is here.
    package enum Resource {}
    /// An entry of the duty data: working hours, an absence, an event.
    package enum Duty {}
    /// An adult of the register of armed and uniformed adults.
    package enum ArmedAdult {}
}

/// Names a site.
package typealias SiteID = ID<Kinds.Site>
/// Names a stream of the log; a site's stream has the site's id.
package typealias StreamID = ID<Kinds.Stream>
/// Names a tenant of a site.
package typealias TenantID = ID<Kinds.Tenant>
/// Names a place; rooms keep theirs for ever.
package typealias PlaceID = ID<Kinds.Place>
/// Names a person by a random id, never by a number of the school's own system.
package typealias PersonID = ID<Kinds.Person>
/// Names a device.
package typealias DeviceID = ID<Kinds.Device>
/// Names a command of a device.
package typealias CommandID = ID<Kinds.Command>
/// Names an incident.
package typealias IncidentID = ID<Kinds.Incident>
/// Names a deadline; the command that reports its expiry bears the same id.
package typealias DeadlineID = ID<Kinds.Deadline>
/// Names an entry of the journal.
package typealias NoteID = ID<Kinds.Note>
/// Names a report of a room.
package typealias ReportID = ID<Kinds.Report>
/// Names a course of action in every version of the plan.
package typealias CourseID = ID<Kinds.Course>
/// Names an annex in every version of the plan.
package typealias AnnexID = ID<Kinds.Annex>
/// Names a resource of an incident.
package typealias ResourceID = ID<Kinds.Resource>
/// Names an entry of the duty data.
package typealias DutyID = ID<Kinds.Duty>
/// Names a row of the register of armed and uniformed adults.
package typealias ArmedAdultID = ID<Kinds.ArmedAdult>
