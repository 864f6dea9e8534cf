package import Hummingbird
package import MusterCore
package import MusterLog
import NIOCore

/// An error as it is told over HTTP (RFC 9457): a frozen code and a sentence that a person can act on.
package struct Problem: Error, HTTPResponseError {
    /// The HTTP status.
    package let status: HTTPResponse.Status
    /// The frozen code.
    package let code: String
    /// One sentence that says what to do.
    package let detail: String

    /// A problem with its sentence.
    package init(_ status: HTTPResponse.Status, _ code: String, _ detail: String) {
        self.status = status
        self.code = code
        self.detail = detail
    }

    /// The text was not what the codec reads.
    package init(_ error: WireError) {
        self.init(.badRequest, "malformed", "The text could not be read: \(error.message).")
    }

    /// The log failed: nobody knows yet whether the command stands.
    package init(_ error: LogError) {
        let status: HTTPResponse.Status = error.code == .overloaded ? .tooManyRequests : .serviceUnavailable
        self.init(
            status, "log-\(error.code)",
            "The server could not write it down. Keep the page open: it is sent again by itself.")
    }

    /// The directory failed.
    package init(_ error: DirectoryError) {
        self.init(
            .serviceUnavailable, error.code.name, "People and places cannot be read now. Try again in a moment.")
    }

    /// No session, or one that has ended.
    package static let signedOut = Problem(
        .unauthorized, "signed-out", "This device is not signed in. Open a sign-in link or ask the office for one.")
    /// Nothing is there for this viewer.
    package static let notFound = Problem(.notFound, "not-found", "There is no such page here.")
    /// A form or request that came from another site.
    package static let foreign = Problem(
        .forbidden, "foreign-origin", "The request did not come from a page of this server.")
    /// More than a session may send.
    package static let tooMany = Problem(
        .tooManyRequests, "too-many", "This device sends too much. Wait ten seconds. A raise is always taken.")

    /// The problem as an answer.
    package func response(from request: Request, context: some RequestContext) throws -> Response {
        var writer = WireWriter()
        writer.beginObject()
        var type = "about:blank"
        var status = Int32(self.status.code)
        var code = self.code
        var detail = self.detail
        try writer.field("type", &type)
        try writer.field("status", &status)
        try writer.field("code", &code)
        try writer.field("detail", &detail)
        writer.endObject()
        return Response(
            status: self.status, headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }
}
