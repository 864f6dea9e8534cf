import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

/// An answer as tests look at it.
struct Heard: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String

    /// The code of a problem.
    var code: String? { json["code"] as? String }

    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }
}

extension TestClientProtocol {
    /// Asks as a browser does that has this cookie and stands on a page of this server.
    func ask(
        _ path: String, _ method: HTTPRequest.Method = .get, cookie: String? = nil, type: String? = nil,
        body: String? = nil, fields: [String: String] = [:]
    ) async throws -> Heard {
        var headers = HTTPFields()
        if let cookie { headers[.cookie] = cookie }
        if let type { headers[.contentType] = type }
        for (name, value) in fields {
            headers[try #require(HTTPField.Name(name))] = value
        }
        let answer = try await execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        return Heard(status: answer.status, headers: answer.headers, text: String(buffer: answer.body))
    }

    /// Sends a command as the shell does.
    func command(_ body: String, cookie: String?, fields: [String: String] = [:]) async throws -> Heard {
        try await ask(
            "/api/command", .post, cookie: cookie, type: "application/json", body: body, fields: fields)
    }

    /// The tag of the state that a device is given now.
    func tag(_ cookie: String) async throws -> String {
        try #require(try await ask("/api/state", cookie: cookie).json["tag"] as? String)
    }

    /// Sends a plain form.
    func form(_ path: String, _ body: String, cookie: String?, fields: [String: String] = [:]) async throws
        -> Heard
    {
        try await ask(
            path, .post, cookie: cookie, type: "application/x-www-form-urlencoded", body: body,
            fields: fields)
    }
}
