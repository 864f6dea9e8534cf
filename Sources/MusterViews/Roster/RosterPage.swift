import MusterCore

/// A part of the roster page.
package enum RosterSection: String, CaseIterable, Sendable {
    case people, importing = "import", devices
}

/// The administrators' page of people and rooms: drawn by the server only, never kept on a device.
package enum RosterPage {
    /// Draws one part of the roster.
    package static func page(_ roster: RosterOverview, _ section: RosterSection, clock: PageClock) -> Page {
        Page(
            "Roster", site: roster.organization, mode: roster.mode, layout: .wide,
            connection: .current(asOf: clock.now), clock: clock, links: roster.links
        ) {
            Region("sections") { h in
                h.tabs(
                    "Parts of the roster",
                    RosterSection.allCases.map { part in
                        (part.label, "/roster?view=" + part.rawValue, part == section)
                    })
            }
            if let link = roster.link { Region("link") { h in h.freshLink(link, clock) } }
            switch section {
            case .people: people(roster, clock)
            case .importing: importing(roster, clock)
            case .devices: Region("devices") { h in h.deviceTable(roster.devices, clock) }
            }
        }
    }

    private static func people(_ roster: RosterOverview, _ clock: PageClock) -> [Region] {
        [
            Region("counts") { h in
                h.tenantCounts(roster.tenants)
                h.lastImport(roster.lastImport, clock)
            },
            Region("gaps") { h in h.rosterGaps(roster) },
            Region("staff") { h in h.staffTable(roster.staff) },
            Region("register") { h in
                if roster.mayImport {
                    h.buttonLink("Register of armed and uniformed adults", to: "/register/setting")
                }
            },
        ]
    }

    private static func importing(_ roster: RosterOverview, _ clock: PageClock) -> [Region] {
        [
            Region("trial") { h in if let trial = roster.trial { h.importTrial(trial) } },
            Region("upload") { h in
                guard roster.mayImport else {
                    return h.empty(
                        "An import changes every school of the site",
                        "It takes an administrator of the whole site. You look after the people of your school."
                    )
                }
                h.upload(isFirst: roster.trial == nil)
            },
            Region("last") { h in h.lastImport(roster.lastImport, clock) },
        ]
    }
}

extension RosterSection {
    fileprivate var label: String {
        switch self {
        case .people: "People and rooms"
        case .importing: "Import"
        case .devices: "Devices"
        }
    }
}

extension Html {
    fileprivate mutating func tenantCounts(_ tenants: [TenantCount]) {
        guard !tenants.isEmpty else {
            return empty("No roster yet", "Bring one in under Import: a OneRoster folder or zip file.")
        }
        table("Who belongs to the site", ["School or tenant", "Staff", "Students", "Rooms"]) { h in
            for tenant in tenants {
                h.row([tenant.name, "\(tenant.staff)", "\(tenant.students)", "\(tenant.rooms)"])
            }
        }
    }

    fileprivate mutating func lastImport(_ summary: ImportSummary?, _ clock: PageClock) {
        guard let summary else { return }
        p("quiet") { h in
            h.text("Last import ")
            h.age(of: summary.at, clock)
            h.text(" by \(summary.by), \(summary.format): \(summary.changes.words)")
            h.text(summary.findings == 0 ? ", nothing to remark." : ", \(summary.findings) remarks.")
        }
    }

    fileprivate mutating func rosterGaps(_ roster: RosterOverview) {
        let people = roster.staffWithoutRoom
        let rooms = roster.roomsWithoutStaff
        guard !people.isEmpty || !rooms.isEmpty else { return }
        notice(.caution, "Gaps that would show in an emergency") { h in
            if !rooms.isEmpty {
                h.p(text: "Rooms for which nobody answers: " + rooms.joined(separator: ", ") + ".")
            }
            if !people.isEmpty {
                h.p(text: "Teachers without a room: " + people.map { $0.name }.joined(separator: ", ") + ".")
            }
        }
    }

    fileprivate mutating func staffTable(_ staff: [RosterPerson]) {
        guard !staff.isEmpty else { return }
        table("Staff and their devices", ["Name", "Rooms", "Sign-in link"]) { h in
            for person in staff {
                h.element("tr", []) { h in
                    h.element("th", [.attribute("scope", "row")]) { h in
                        h.text(person.name)
                        h.p("quiet") { h in
                            h.text(person.title)
                            if person.devices > 0 {
                                h.text(person.devices == 1 ? ", 1 device" : ", \(person.devices) devices")
                            }
                        }
                    }
                    h.element("td", []) { h in
                        h.text(person.rooms.isEmpty ? "–" : person.rooms.joined(separator: ", "))
                    }
                    h.element("td", ["cell-act"]) { h in
                        h.plainForm(to: "/roster/link", ["person": person.id.text]) { h in
                            h.smallButton("Make a link", for: person.name)
                        }
                    }
                }
            }
        }
    }

    fileprivate mutating func deviceTable(_ devices: [RosterDevice], _ clock: PageClock) {
        guard !devices.isEmpty else {
            return empty("No device is signed in", "Make a sign-in link for a person under People and rooms.")
        }
        table("Signed-in devices", ["Person and device", "Last seen", "End its session"]) { h in
            for device in devices {
                h.element("tr", []) { h in
                    h.element("th", [.attribute("scope", "row")]) { h in
                        h.text(device.person)
                        h.p("quiet", text: device.kind)
                        if device.isCommandPost { h.badge(.neutral, "Command post") }
                    }
                    h.element("td", []) { h in h.age(of: device.lastSeen, clock) }
                    h.element("td", ["cell-act"]) { h in
                        h.plainForm(to: "/roster/revoke", ["device": device.id.text]) { h in
                            h.smallButton("Sign out", for: device.person + ", " + device.kind)
                        }
                    }
                }
            }
        }
        p("quiet") { h in
            h.text("A device without a network keeps what it has until its 12 hours are over. ")
            h.text("What it sends after that is refused.")
        }
    }

    /// Writes a button in a row of a table; `whom` tells a screen reader which row it belongs to.
    private mutating func smallButton(_ words: String, for whom: String) {
        element("button", ["button button-secondary", .attribute("type", "submit")]) { h in
            h.span(text: words)
            h.span("visually-hidden", text: ": " + whom)
        }
    }
}
