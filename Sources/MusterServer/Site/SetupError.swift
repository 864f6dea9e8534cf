import Glibc
import NIOCore

/// Why a step of setting up cannot be done: a sentence that says what is the matter, where, and what to do.
package struct SetupError: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    /// An error with its sentence.
    package init(_ description: String) {
        self.description = description
    }
}

extension SetupError {
    /// Why the server cannot listen where it was told to.
    init(bind error: IOError, _ configuration: ServerConfiguration) {
        let (host, port) = (configuration.host, configuration.port)
        switch error.errnoCode {
        case EADDRINUSE:
            self.init(
                "Port \(port) of \(host) is taken by another process. Stop that one, or choose another port "
                    + "with --port.")
        case EACCES:
            self.init(
                "Port \(port) needs a right that this user lacks: CAP_NET_BIND_SERVICE in the unit file, or "
                    + "another port, above 1023.")
        case EADDRNOTAVAIL:
            self.init(
                "\(host) is no address of this machine. Choose one with --host; 0.0.0.0 is all of them.")
        default: self.init("The server cannot listen on \(host):\(port): \(error)")
        }
    }
}
