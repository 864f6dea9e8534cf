/// Every setting and limit of the server in one place.
package struct ServerConfiguration: Sendable {
    /// The address that the server listens on; nothing but this machine by default.
    package var host = "127.0.0.1"
    /// The port.
    package var port = 8080
    /// The folder of the log, the directory and the keys.
    package var data = "data"
    /// The folder of the shell, the style sheet and the icons.
    package var web = "Web"
    /// The folder of the annexes that a first draft of a plan is made from.
    package var plans = "Plans"
    /// The WebAssembly core; `muster serve` does not start without it.
    package var wasm = ".build/wasm/muster.wasm"
    /// The certificate chain in PEM; TLS is spoken when both files are named.
    package var certificate: String?
    /// The private key in PEM.
    package var key: String?
    /// Where the server is reached, for sign-in links; made of host and port when nothing is said.
    package var origin: String?
    /// How long an enrolment link can be used, in milliseconds.
    package var enrolmentLasts: Int64 = 24 * 60 * 60 * 1000
    /// How long a session lasts, in milliseconds.
    package var sessionLasts: Int64 = 30 * 24 * 60 * 60 * 1000
    /// The largest command body in bytes.
    package var commandBytes = 64 * 1024
    /// The largest roster upload in bytes.
    package var rosterBytes = 64 * 1024 * 1024
    /// The largest form of the plan in bytes.
    package var planBytes = 256 * 1024
    /// The largest upload of duty data in bytes.
    package var dutyBytes = 8 * 1024 * 1024
    /// How many commands a session may send in ten seconds; a raise is never counted.
    package var commandsPerTenSeconds: Int32 = 60
    /// How many pages, states and feeds a session may ask for in ten seconds.
    package var readsPerTenSeconds: Int32 = 60
    /// How often deadlines are looked at, in milliseconds.
    package var tickMilliseconds: Int64 = 200
    /// How often sessions and slices of connected devices are looked at, in milliseconds.
    package var watchMilliseconds: Int64 = 1000
    /// How many records after the last snapshot make a new one.
    package var snapshotEvery: Int64 = 500

    /// The defaults.
    package init() {}

    /// The address of the server as people type it.
    package var address: String {
        if let origin { return origin.hasSuffix("/") ? String(origin.dropLast()) : origin }
        // An address of IPv6 stands in brackets (RFC 3986, section 3.2.2).
        let host = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        return "\(certificate == nil ? "http" : "https")://\(host):\(port)"
    }
}
