/// The bytes of the feed: server-sent events as the devices read them.
///
/// Everything here is a pure function of its arguments, so that one encoding serves every subscriber.
package enum FeedText {
    /// One record of the log: its position, and its JSON text on one line.
    package static func record(_ position: FeedPosition, json: String) -> String {
        precondition(!json.utf8.contains(10) && !json.utf8.contains(13), "a record is one line")
        return "id: \(position.value)\nevent: record\ndata: \(json)\n\n"
    }

    /// The word that a device has everything up to a position; also the heartbeat.
    package static func caughtUp(_ position: FeedPosition) -> String {
        "event: caught-up\nid: \(position.value)\ndata: \(position.value)\n\n"
    }

    /// The word that the device's state is not the one that it would be given now: it fetches it anew and reconnects.
    package static func restart(retry milliseconds: Int64) -> String {
        "retry: \(milliseconds)\nevent: restart\ndata: {}\n\n"
    }

    /// The word by which the device names its state from now on: a new start of the server goes on with it.
    package static func tag(_ tag: String) -> String { "event: tag\ndata: \(tag)\n\n" }

    /// The word that the server closes this connection, and why, and when to come back.
    package static func bye(_ reason: FeedFarewell, retry milliseconds: Int64) -> String {
        """
        retry: \(milliseconds)
        event: bye
        data: {"reason":"\(reason.rawValue)","retry":\(milliseconds)}


        """
    }

    /// The head of the answer and the first line, which sets the delay before an ordinary reconnect.
    ///
    /// There is no length and no chunking: the answer ends when the connection does. Shared buffers then go
    /// out as they are, and EventSource and streaming `fetch` both read it.
    package static func head(retry milliseconds: Int64, date: String) -> String {
        """
        HTTP/1.1 200 OK\r
        Content-Type: text/event-stream; charset=utf-8\r
        Cache-Control: no-store, no-transform\r
        X-Accel-Buffering: no\r
        X-Content-Type-Options: nosniff\r
        Date: \(date)\r
        Connection: close\r
        \r
        retry: \(milliseconds)


        """
    }

    /// A date as HTTP writes it, from seconds since 1970 in UTC.
    package static func date(_ seconds: Int64) -> String {
        let (days, rest) = (seconds / 86_400, seconds % 86_400)
        // Civil date from a day count: eras of 400 years that begin on 1 March.
        let shifted = days + 719_468
        let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int(days % 7)]
        let names = ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]
        let time = [rest / 3_600, rest / 60 % 60, rest % 60].map(twoDigits).joined(separator: ":")
        return "\(weekday), \(twoDigits(day)) \(names[Int(month)]) \(year) \(time) GMT"
    }

    private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
