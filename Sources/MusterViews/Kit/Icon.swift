/// The few pictures, each always beside words that say the same.
package enum Icon: UInt8, CaseIterable, Sendable {
    case arrow, check, clock, doorOpen, exit, handover, help, info, lock, megaphone, note, offline
    case outbox, pause, person, phone, pin, radio, roof, run, shield, speech, unequal, unknown, update,
        warning

    /// The fragment of the icon in the sprite.
    var fragment: StaticString {
        switch self {
        case .arrow: "#i-arrow"
        case .check: "#i-check"
        case .clock: "#i-clock"
        case .doorOpen: "#i-door-open"
        case .exit: "#i-exit"
        case .handover: "#i-handover"
        case .help: "#i-help"
        case .info: "#i-info"
        case .lock: "#i-lock"
        case .megaphone: "#i-megaphone"
        case .note: "#i-note"
        case .offline: "#i-offline"
        case .outbox: "#i-outbox"
        case .pause: "#i-pause"
        case .person: "#i-person"
        case .phone: "#i-phone"
        case .pin: "#i-pin"
        case .radio: "#i-radio"
        case .roof: "#i-roof"
        case .run: "#i-run"
        case .shield: "#i-shield"
        case .speech: "#i-speech"
        case .unequal: "#i-unequal"
        case .unknown: "#i-unknown"
        case .update: "#i-update"
        case .warning: "#i-warning"
        }
    }

    /// Every icon as an SVG symbol on a 24-point grid, written once at the start of a document.
    static var sprite: StaticString {
        """
        <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">\
        <symbol id="i-arrow" viewBox="0 0 24 24"><path d="M4 12h15M13 6l6 6-6 6"/></symbol>\
        <symbol id="i-check" viewBox="0 0 24 24"><path d="M4.5 12.5l5 5 10-11"/></symbol>\
        <symbol id="i-clock" viewBox="0 0 24 24"><circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/></symbol>\
        <symbol id="i-door-open" viewBox="0 0 24 24"><path d="M3 21h18M6 21V4.5h8M14 3l4.5 2v14L14 21zM16 12h.01"/></symbol>\
        <symbol id="i-exit" viewBox="0 0 24 24"><path d="M10 3.5H5v17h5M9.5 12H21M16.5 7.5L21 12l-4.5 4.5"/></symbol>\
        <symbol id="i-handover" viewBox="0 0 24 24"><path d="M4 8.5h15M15 4.5l4 4-4 4M20 15.5H5M9 11.5l-4 4 4 4"/></symbol>\
        <symbol id="i-help" viewBox="0 0 24 24"><path d="M12 3.5v11M12 19.5v.6"/></symbol>\
        <symbol id="i-info" viewBox="0 0 24 24"><circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.5v.3"/></symbol>\
        <symbol id="i-lock" viewBox="0 0 24 24"><rect x="4.5" y="10.5" width="15" height="10" rx="1.5"/>\
        <path d="M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2"/></symbol>\
        <symbol id="i-megaphone" viewBox="0 0 24 24"><path d="M3.5 10v4.5h4L18 19V5.5L7.5 10zM7.5 14.5V20h3v-4M21 10.500v3.500"/></symbol>\
        <symbol id="i-note" viewBox="0 0 24 24"><path d="M5 3.500h14v12l-5 5H5zM14 20.500v-5h5M8.500 8h7M8.500 12h4"/></symbol>\
        <symbol id="i-offline" viewBox="0 0 24 24"><path d="M3 3l18 18M5 12.500a10 10 0 0 1 4-2.400M8.500 16a5 5 0 0 1 5-1.300\
        M2 8.800a15 15 0 0 1 4-2.500M10.500 5.100A15 15 0 0 1 22 8.800M15.500 10.500a10 10 0 0 1 3.500 2M12 19.600v.1"/></symbol>\
        <symbol id="i-outbox" viewBox="0 0 24 24"><path d="M4 14v6h16v-6M12 15V4M7.500 8.500L12 4l4.500 4.500"/></symbol>\
        <symbol id="i-pause" viewBox="0 0 24 24"><path d="M8.500 5v14M15.500 5v14"/></symbol>\
        <symbol id="i-person" viewBox="0 0 24 24"><circle cx="12" cy="8" r="4"/><path d="M4.500 20.500a7.500 7.500 0 0 1 15 0"/></symbol>\
        <symbol id="i-phone" viewBox="0 0 24 24"><path d="M5 3.500h4l1.500 5-2.500 2a13 13 0 0 0 5.500 5.500l2-2.500 5 1.500v4\
        c0 .8-.7 1.500-1.500 1.500C11 20 4 13 3.500 5c0-.8.7-1.500 1.500-1.500z"/></symbol>\
        <symbol id="i-pin" viewBox="0 0 24 24"><path d="M12 21.500S5 15 5 10a7 7 0 0 1 14 0c0 5-7 11.500-7 11.500z"/><circle cx="12" cy="10" r="2.500"/></symbol>\
        <symbol id="i-radio" viewBox="0 0 24 24"><rect x="6" y="8.500" width="12" height="12.500" rx="1.500"/><path d="M9 8.500V2.500M10 12.500h4M10 16.500h4"/></symbol>\
        <symbol id="i-roof" viewBox="0 0 24 24"><path d="M2.500 12L12 4l9.500 8M6 10v10.500h12V10"/></symbol>\
        <symbol id="i-run" viewBox="0 0 24 24"><path d="M5 5l7 7-7 7M12 5l7 7-7 7"/></symbol>\
        <symbol id="i-shield" viewBox="0 0 24 24"><path d="M12 3l7.500 2.500v6c0 5-3.500 8-7.500 9.500-4-1.500-7.500-4.500-7.500-9.500v-6z"/></symbol>\
        <symbol id="i-speech" viewBox="0 0 24 24"><path d="M4 4.500h16v11.500h-9l-4.500 4v-4H4z"/></symbol>\
        <symbol id="i-unequal" viewBox="0 0 24 24"><path d="M5 9h14M5 15h14M15.500 4.500l-7 15"/></symbol>\
        <symbol id="i-unknown" viewBox="0 0 24 24"><path d="M8 8.500a4 4 0 1 1 5.500 3.700c-1 .4-1.500 1-1.500 2.300M12 19v.3"/></symbol>\
        <symbol id="i-update" viewBox="0 0 24 24"><path d="M12 4v10.500M7.500 10.500l4.500 4.500 4.500-4.500M5 20h14"/></symbol>\
        <symbol id="i-warning" viewBox="0 0 24 24"><path d="M12 3.500L22 20.500H2zM12 10v5M12 17.700v.1"/></symbol>\
        </svg>
        """
    }
}

extension Html {
    /// Writes an icon, silent to a screen reader since its words stand beside it.
    package mutating func icon(_ icon: Icon) {
        raw("<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"")
        raw(icon.fragment)
        raw("\"/></svg>")
    }
}
