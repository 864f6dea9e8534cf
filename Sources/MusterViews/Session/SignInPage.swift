import MusterCore

/// What brings somebody to the sign-in page.
package enum SignInReason: Equatable, Sendable {
    /// There is no session on this device.
    case noSession
    /// The link was used before, on this or another device.
    case linkUsed
    /// The link was not used in time.
    case linkExpired
    /// The link is not one of this server.
    case linkUnknown
    /// The session came to its end after 30 days.
    case sessionExpired
    /// Somebody ended the session: a lost device, or a person who left.
    case sessionRevoked
    /// The person signed out.
    case signedOut
}

/// The page of a device that is not signed in: how to come in, and what to do when it cannot wait.
package enum SignInPage {
    /// Draws the page; `organization` is the district or school as its people know it.
    package static func page(_ reason: SignInReason, organization: String, clock: PageClock) -> Page {
        Page(
            reason.title, site: organization, mode: .everyday, connection: .current(asOf: clock.now),
            clock: clock
        ) {
            Region("why") { h in
                if reason.isTrouble {
                    h.notice(.caution, reason.explanation) { h in h.p(text: reason.advice) }
                } else {
                    h.p("lead", text: reason.explanation)
                }
            }
            Region("enter") { h in
                h.steps(
                    "Sign this device in",
                    [
                        "Get a sign-in link: from the school office, by mail, or as a QR code.",
                        "Open the link here, or point the camera at the code.",
                        "Check the name it shows, and confirm.",
                    ])
                h.card("No camera?") { h in h.linkForm() }
            }
            Region("cannot-wait") { h in
                h.card("If it cannot wait") { h in
                    h.p(
                        text: "Do not sign in first. Use the intercom, the radio or a telephone. "
                            + "Anyone on the staff may call a Lockdown.")
                    h.callLine("Call 911", number: "911", note: "Muster does not call for you")
                }
            }
        }
    }
}

extension SignInReason {
    fileprivate var title: String {
        switch self {
        case .noSession: "Sign in"
        case .linkUsed: "This link was used before"
        case .linkExpired: "This link is too old"
        case .linkUnknown: "This link does not work here"
        case .sessionExpired, .sessionRevoked: "This device is signed out"
        case .signedOut: "You are signed out"
        }
    }

    fileprivate var isTrouble: Bool { self != .noSession && self != .signedOut }

    fileprivate var explanation: String {
        switch self {
        case .noSession: "Muster knows a device, not a password. A link from your school signs it in."
        case .linkUsed: "Each link signs in one device, once"
        case .linkExpired: "A sign-in link is good for a short time only"
        case .linkUnknown: "The link is incomplete or belongs to another server"
        case .sessionExpired: "A device stays signed in for 30 days"
        case .sessionRevoked: "Somebody ended the session of this device"
        case .signedOut: "What this device kept of the school has been removed from it."
        }
    }

    fileprivate var advice: String {
        switch self {
        case .linkUsed:
            "Ask the office for a new one. If you did not use it, say so: they can end the session it made."
        case .linkExpired: "Ask the office for a new one, and open it as soon as you have it."
        case .linkUnknown:
            "Open it again from the message, whole and in one piece. If that does not help, ask the office."
        case .sessionExpired: "Ask the office for a new link. What you wrote and did not send is still here."
        case .sessionRevoked: "If this is a surprise, ask the office. A new link signs the device in again."
        case .noSession, .signedOut: ""
        }
    }
}

extension Html {
    fileprivate mutating func linkForm() {
        plainForm(to: "/sign-in") { h in
            h.field(
                Field(
                    "link", "Paste the link", hint: "It begins with the address of this server.",
                    isRequired: true))
            h.button("Go on", .primary, icon: .arrow)
        }
    }
}
