package import Hummingbird
package import MusterCore
package import MusterLog
import NIOCore

/// An error as it is told over HTTP (RFC 9457): a frozen code and a sentence that a person can act on.
package struct Problem: Error, HTTPResponseError, CustomStringConvertible {
    /// The HTTP status.
    package let status: HTTPResponse.Status
    /// The frozen code.
    package let code: String
    /// One sentence that says what to do.
    package let detail: String
    /// Where a text could not be read: bytes from its start.
    package let offset: Int32?

    package var description: String { "\(code): \(detail)" }

    /// A problem with its sentence.
    package init(_ status: HTTPResponse.Status, _ code: String, _ detail: String, offset: Int32? = nil) {
        self.status = status
        self.code = code
        self.detail = detail
        self.offset = offset
    }

    /// The text was not what the codec reads.
    package init(_ error: WireError) {
        self.init(
            .badRequest, "malformed", "The text could not be read: \(error.message).", offset: error.offset)
    }

    /// The log failed: nobody knows yet whether the command stands.
    package init(_ error: LogError) {
        guard error.code != .corrupt else {
            self.init(
                .serviceUnavailable, "log-corrupt",
                "The record of this site is damaged: nothing can be taken down or shown here. Work by radio and the "
                    + "printed card, and call the operator.")
            return
        }
        // Never "too many", not even when the log is overloaded: a raise may be what could not be written.
        self.init(
            .serviceUnavailable, "log-\(error.code)",
            "The server could not write it down. Keep the page open: it is sent again by itself.")
    }

    /// The directory failed.
    package init(_ error: DirectoryError) {
        self.init(
            .serviceUnavailable, error.code.name,
            "People and places cannot be read now. Try again in a moment.")
    }

    /// No session, or one that has ended.
    package static let signedOut = Problem(
        .unauthorized, "signed-out",
        "This device is not signed in. Open a sign-in link or ask the office for one.")
    /// An outside agency asks while nothing is open that it may see.
    package static let noIncident = Problem(
        .forbidden, "no-incident",
        "No incident is open here that agencies see. This page opens when one is raised.")
    /// Something that only administrators may.
    package static let notAdministrator = Problem(
        .forbidden, "not-allowed", "Only an administrator of this site may do that.")
    /// The plan, for somebody who neither works nor responds here.
    package static let notPlanReader = Problem(
        .forbidden, "not-allowed", "The plan is read by whoever works or responds at this site.")
    /// A first draft, where the annexes that it is made from are not there.
    package static let noLibrary = Problem(
        .conflict, "no-library",
        "The annexes that a draft is made from are not on the server. Ask the operator to look at --plans.")
    /// Something that takes an administrator of all schools of a site.
    package static let notWholeSite = Problem(
        .forbidden, "not-allowed",
        "An import changes every school of the site: ask an administrator of the whole site.")
    /// Nothing is there for this viewer.
    package static let notFound = Problem(.notFound, "not-found", "There is no such page here.")
    /// A form or request that came from another site.
    package static let foreign = Problem(
        .forbidden, "foreign-origin", "The request did not come from a page of this server.")
    /// More than a session may send.
    package static let tooMany = Problem(
        .tooManyRequests, "too-many",
        "This device asks for too much. Wait ten seconds. An alarm is always taken."
    )

    /// The problem that an error of the stores is told as; anything else is not told at all.
    static func translated(_ error: any Error) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let error as LogError: Problem(error)
        case let error as DirectoryError: Problem(error)
        default:
            Problem(
                .serviceUnavailable, "unavailable", "The server cannot answer now. Try again in a moment.")
        }
    }

    /// The problem as an answer.
    package func response(from request: Request, context: some RequestContext) throws -> Response {
        var writer = WireWriter()
        writer.beginObject()
        var type = "about:blank"
        var status = Int32(self.status.code)
        var code = self.code
        var detail = self.detail
        writer.field("type", &type)
        writer.field("status", &status)
        writer.field("code", &code)
        writer.field("detail", &detail)
        var offset = self.offset
        writer.field("offset", &offset)
        writer.endObject()
        var headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "no-store"]
        headers[.retryAfter] = Self.retryAfter(self.status.code).map(String.init)
        return Response(
            status: self.status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }
}
