import Foundation
import Hummingbird
import MusterCore
import MusterDesk
import MusterLog
import MusterViews
import NIOCore

/// What a plain form gets for an answer when something must be put right.
struct FormPage {
    let server: Server
    let visit: Visit

    /// A page that says what is wrong and leads back.
    func problem(_ sentences: [String], _ back: String) async throws -> Response {
        let (card, clock) = try await here()
        return Self.problem(sentences, back, card.name, clock)
    }

    /// The same for a site by its name.
    static func problem(
        _ sentences: [String], _ back: String, _ site: String, _ clock: PageClock
    ) -> Response {
        let page = Page(
            "Not done", site: site, mode: .everyday, connection: .current(asOf: clock.now),
            clock: clock
        ) {
            Region("problem") { h in
                h.problem("This was not done", sentences.joined(separator: " "))
                h.buttonLink("Back", to: back)
            }
        }
        return Response.page(page.document(), status: .conflict)
    }

    private func here() async throws -> (card: SiteCard, clock: PageClock) {
        let card = try await server.books.book(of: visit.session.site).card
        let clock = await server.pageClock(of: visit.session.site)
        return (card, clock)
    }

    /// A page that says what was taken down, and leads back.
    func recorded(_ sentence: String, _ back: String) async throws -> Response {
        let (card, clock) = try await here()
        let page = Page(
            "Recorded", site: card.name, mode: .everyday, connection: .current(asOf: clock.now), clock: clock
        ) {
            Region("recorded") { h in
                h.notice(.neutral, "You said that it was a mistake") { h in h.p(text: sentence) }
                h.buttonLink("Back", to: back)
            }
        }
        return Response.page(page.document(), status: .ok)
    }

    /// The page that the form stood on; only ever a path of this server.
    static func wayBack(_ request: Request, home: String) -> String {
        guard let referer = request.headers[.referer], let url = URL(string: referer) else { return home }
        // As it was written: decoded, "/%5Cexample.org" would lead a browser to another server.
        let path = url.path(percentEncoded: true)
        guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\"), path != "/act" else {
            return home
        }
        return url.query(percentEncoded: true).map { "\(path)?\($0)" } ?? path
    }
}

extension Server {
    /// A page that only the server draws, for a visitor: what is in force around it stands first.
    ///
    /// `frame` is the address by which the page learns of an alarm.
    func answer(
        _ page: Page, _ visit: Visit, frame: String, status: HTTPResponse.Status = .ok
    ) async -> Response {
        // While the record cannot be read the page is shown all the same.
        let state = try? await registry.desk(visit.session.site).replica.state
        let around = state.flatMap { Around(visit.session.person, in: $0) }
        return Response.page(
            page.amid(around).document(token: Doorkeeper.formToken(visit.session), frame: frame),
            status: status)
    }
}

extension Response {
    /// A page that nobody else may keep.
    static func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
