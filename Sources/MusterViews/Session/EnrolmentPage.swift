package import MusterCore

/// Whose device a link makes this.
package struct EnrolmentOffer: Sendable {
    /// The secret of the link, as it stands in its address.
    package var token: String
    /// The name of the person.
    package var name: String
    /// What the person is at the school.
    package var title: String
    /// The name of the site.
    package var site: String
    /// What the person is to the site.
    package var roles: [Role]
    /// When the link can no longer be used.
    package var expires: Instant
    /// Who is signed in on the device until now, where that is somebody else.
    package var replaces: String?
    /// The name of the other site that the device follows until now.
    package var leaves: String?

    /// An offer as the server found it.
    package init(
        token: String, name: String, title: String, site: String, roles: [Role], expires: Instant,
        replaces: String? = nil, leaves: String? = nil
    ) {
        self.token = token
        self.name = name
        self.title = title
        self.site = site
        self.roles = roles
        self.expires = expires
        self.replaces = replaces
        self.leaves = leaves
    }
}

/// The page between opening a sign-in link and being signed in: looking at it does not use the link up.
package enum EnrolmentPage {
    /// Draws the page.
    package static func page(_ offer: EnrolmentOffer, clock: PageClock) -> Page {
        Page(
            "Is this you?", site: offer.site, mode: .everyday, connection: .current(asOf: clock.now),
            clock: clock
        ) {
            Region("who") { h in
                h.div("identity") { h in
                    h.icon(.person)
                    h.div { h in
                        h.p("identity-name", text: offer.name)
                        h.p("quiet", text: offer.title.isEmpty ? offer.site : offer.title + ", " + offer.site)
                        h.p("quiet", text: offer.roles.map { $0.label }.joined(separator: ", "))
                    }
                }
                if let other = offer.replaces {
                    h.notice(.caution, "\(other) is signed in on this device") { h in
                        h.p(text: "Signing in ends that. What \(other) has not sent stays unsent.")
                    }
                }
                if let site = offer.leaves {
                    h.notice(.caution, "This device follows \(site)") { h in
                        h.p(
                            text:
                                "Signing in here ends that: alarms of \(site) no longer reach it. Use another browser "
                                + "or another device to follow both.")
                    }
                }
                h.plainForm(to: "/enrol/" + offer.token) { h in
                    h.button("Yes, sign this device in", .primary, icon: .check)
                }
                h.buttonLink("No, this is not me", to: "/sign-in")
                h.p("quiet") { h in
                    h.text("The link can be used once, for another ")
                    let hours = (offer.expires - clock.now).seconds / 3_600
                    if hours > 1 { h.text("\(hours) hours") } else { h.countdown(to: offer.expires, clock) }
                    h.text(".")
                }
            }
            Region("what-follows") { h in
                h.card("What that means") { h in
                    h.facts { h in
                        h.fact("How long", "30 days on this device, or until the office ends it")
                        h.fact(
                            "Kept here",
                            "The plan, names of staff, and the last state, so that it works without a network"
                        )
                        h.fact(
                            "Without a network", "Up to 12 hours after the last contact with the server")
                        h.fact("Never", "Your location, your contacts, or anything about a student's needs")
                    }
                }
                h.notice(.caution, "On a shared computer") { h in
                    h.p(
                        text:
                            "Sign in only on a device that you lock or keep. On a shared one, sign out when "
                            + "you leave: whatever is entered there bears your name.")
                }
            }
        }
    }
}
