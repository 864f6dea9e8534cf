import MusterCore
import Testing

@testable import MusterViews

@Suite("What a device has sent, or has not, is shown until it is seen")
struct OutboxTests {
    private func page(_ state: OutboxState, secondsAgo: Int64, arrived: Bool = false) -> Page {
        let school = School()
        let raise = Raise(.lockdown, at: [School.whole], source: Source(at: school.now))
        return school.staffPage(outbox: [
            OutboxNotice(
                id: CommandID("a", 1), act: .raise, state, at: school.now + .seconds(-secondsAgo),
                mayHaveArrived: arrived, command: .raise(raise))
        ])
    }

    @Test("An alarm that was just pressed shows the exact words at once")
    func justPressed() {
        let page = page(.sent, secondsAgo: 1, arrived: true)
        #expect(page.parts.first == "unsent")
        #expect(page.words(of: "unsent").contains(ProtectiveAction.lockdown.announcement()))
        #expect(page.words(of: "unsent").contains("Sending: Lockdown…"))
    }

    @Test("An alarm that did not leave says so: keep this open, or use the phone, and what to say")
    func notSent() {
        for state in [OutboxState.queued, .late] {
            let words = page(state, secondsAgo: 130).words(of: "unsent")
            #expect(words.contains("Not sent: Lockdown"))
            #expect(words.contains("Keep this page open, or use the telephone or the intercom."))
            #expect(words.contains(ProtectiveAction.lockdown.announcement()))
        }
    }

    @Test(
        "An alarm that waits says what to do in the room, and the button that sent it is gone until it is taken back"
    )
    func steps() {
        let waiting = page(.queued, secondsAgo: 20)
        #expect(waiting.words(of: "unsent-steps").contains("Lock the door. Lights off."))
        #expect(!waiting.words.contains("Send Lockdown now") && waiting.words.contains("Another action"))
        // Too old to be an alarm it must be pressed again.
        #expect(page(.late, secondsAgo: 130).words.contains("Send Lockdown now"))
        var school = School()
        let raise = Raise(.lockdown, at: [School.whole], source: Source(at: school.now))
        let alarm = OutboxNotice(
            id: CommandID("a", 1), act: .raise, .queued, at: school.now, command: .raise(raise))
        let back = OutboxNotice(
            id: CommandID("a", 2), act: .cancelRaise, .queued, at: school.now,
            command: .cancelRaise(alarm.id.retyped()))
        let taken = school.staffPage(outbox: [alarm, back])
        #expect(!taken.words.contains("Lock the door. Lights off."))
        #expect(taken.words.contains("Send Lockdown now"))
        // Where the steps stand on the page already they stand there once.
        school.raise(.lockdown, by: School.neighbour)
        let steps = school.staffPage(outbox: [alarm]).words(of: "unsent-steps")
        #expect(!steps.contains("Lights off") && steps.contains("Call 911 if nobody has"))
    }

    @Test(
        "What was pressed without a network before its own alarm reached the site is not read for something older"
    )
    func ownAlarm() {
        var school = School()
        let pressed = school.now
        school.now = school.now + .seconds(30)
        let alarm = school.raise(.lockdown, by: School.teacher)
        let raise = Raise(.evacuate, at: [School.whole], source: Source(at: pressed))
        let joined = school.act(.raise(raise), by: School.teacher)
        let words = school.staffPage(outbox: [
            OutboxNotice(
                id: joined, act: .raise, .accepted, at: pressed, kept: .around, command: .raise(raise)),
            OutboxNotice(
                id: CommandID("a", 2), act: .cancelRaise, .refused, at: pressed, reason: "Others saw it too.",
                command: .cancelRaise(alarm)),
        ]).words(of: "outbox")
        #expect(words.contains("Others saw it too.") && words.contains("Not everywhere: Evacuate"))
        #expect(!words.contains("From before this alarm"))
    }

    @Test(
        "“This is real” that has not left makes the page one of an emergency, and the drill's part a drill's")
    func realInDrill() {
        var school = School()
        let drill = school.raise(.lockdown, kind: .drill)
        school.now = school.now + .seconds(60)
        let real = OutboxNotice(
            id: CommandID("a", 1), act: .turnActual, .queued, at: school.now, command: .turnActual(drill))
        let page = school.staffPage(outbox: [real])
        #expect(page.mode == .live && !page.words.contains("nobody calls 911"))
        #expect(page.words(of: "unsent-steps").contains("Call 911 if nobody has"))
        #expect(page.region("unsent").hasPrefix("<div class=\"real\">"))
        let own = page.regions.first { $0.key.hasPrefix("action-") }.map { page.words(of: $0.key) } ?? ""
        #expect(own.hasPrefix("DRILL") && own.hasSuffix("DRILL"))
        #expect(!page.words.contains("This is a drill."))
        let board = BoardPage.page(
            school.context(of: School.coordinator, [.staff, .line], rooms: [], outbox: [real]))
        #expect(board.mode == .live && board.words(of: "head").hasPrefix("DRILL"))
        // A drill that has not left is none of it.
        let raise = Raise(.hold, at: [School.whole], kind: .drill, source: Source(at: school.now))
        let practice = OutboxNotice(
            id: CommandID("a", 2), act: .raise, .queued, at: school.now, command: .raise(raise))
        #expect(school.staffPage(outbox: [practice]).mode == .drill)
        let quiet = School().staffPage(outbox: [practice])
        #expect(quiet.mode == .everyday && quiet.words(of: "unsent-steps").isEmpty)
        #expect(quiet.words.contains("Send Lockdown now"))
    }

    @Test(
        "What an alarm that has not left asks for is asked of nobody elsewhere, nor beside something stronger"
    )
    func stepsElsewhere() {
        var school = School()
        let raise = Raise(.evacuate, at: [School.gym], source: Source(at: school.now))
        let alarm = OutboxNotice(
            id: CommandID("a", 1), act: .raise, .queued, at: school.now, command: .raise(raise))
        #expect(!school.staffPage(outbox: [alarm]).words(of: "unsent-steps").contains("Leave by the nearest"))
        let whole = OutboxNotice(
            id: CommandID("a", 2), act: .raise, .queued, at: school.now,
            command: .raise(Raise(.evacuate, at: [School.whole], source: Source(at: school.now))))
        #expect(school.staffPage(outbox: [whole]).words(of: "unsent-steps").contains("Leave by the nearest"))
        school.raise(.lockdown, by: School.neighbour)
        #expect(!school.staffPage(outbox: [whole]).words.contains("Leave by the nearest"))
    }

    @Test(
        "What a coordinator locks down without a network is an alarm on its way, on the board as on the quiet day"
    )
    func fromTheBoard() {
        var school = School()
        let raise = Raise(.lockdown, at: [School.whole], source: Source(at: school.now))
        let waits = OutboxNotice(
            id: CommandID("a", 3), act: .raise, .queued, at: school.now + .seconds(-9), command: .raise(raise)
        )
        let quiet = BoardPage.page(
            school.context(of: School.coordinator, [.line], rooms: [], outbox: [waits]))
        #expect(quiet.mode == .live && quiet.words(of: "unsent").contains("Not sent: Lockdown"))
        let id = school.raise(.secure)
        let set = OutboxNotice(
            id: CommandID("a", 4), act: .setAction, .queued, at: school.now + .seconds(-9),
            command: .setAction(id, places: [School.main], action: .lockdown, hazard: nil))
        let board = BoardPage.page(
            school.context(of: School.coordinator, [.line], rooms: [], outbox: [set])
        ).words(of: "unsent")
        #expect(board.contains("Not sent: Lockdown") && board.contains("Lock your doors now"))
        let drill = Raise(.lockdown, at: [School.whole], kind: .drill, source: Source(at: school.now))
        let practice = OutboxNotice(
            id: CommandID("a", 5), act: .raise, .queued, at: school.now + .seconds(-9), command: .raise(drill)
        )
        #expect(
            School().staffPage(outbox: [practice]).words(of: "unsent").contains("Not sent: DRILL: Lockdown"))
    }

    @Test("Whoever said that it was a mistake is not told to read it out until somebody has called back")
    func readsNothingOut() {
        var school = School()
        let id = school.raise(.lockdown, by: School.teacher)
        school.now = school.now + .seconds(60)
        #expect(school.staffPage().words.contains("Read this out now, twice"))
        let claim = OutboxNotice(
            id: CommandID("a", 1), act: .claimMistake, .accepted, at: school.now,
            command: .claimMistake(id, press: id.retyped()))
        school.act(.claimMistake(id, press: id.retyped()), by: School.teacher)
        #expect(!school.staffPage(outbox: [claim]).words.contains("Read this out now, twice"))
    }

    @Test("An alarm without an answer may have arrived, and is never shown as done")
    func noAnswer() {
        let words = page(.sent, secondsAgo: 20, arrived: true).words(of: "unsent")
        #expect(words.contains("No answer yet: Lockdown"))
        #expect(words.contains("It may have arrived."))
        #expect(!words.contains("received"))
    }

    @Test("An alarm on its way can be taken back; one that is only a report needs it no more")
    func takenBack() {
        let waiting = page(.queued, secondsAgo: 20)
        #expect(waiting.words(of: "unsent").contains("Take it back, it was a mistake"))
        #expect(waiting.markup.contains("name=\"incident\" value=\"\(CommandID("a", 1).text)\""))
        #expect(!page(.late, secondsAgo: 130).words(of: "unsent").contains("Take it back"))
        #expect(!page(.sent, secondsAgo: 1).words(of: "unsent").contains("Take it back"))
    }

    @Test("A refusal stays with its reason until it is seen")
    func refused() {
        let page = PageStates.unsent
        #expect(page.words(of: "outbox").contains("Not done: Closing An action is still in force."))
        #expect(page.markup.contains("data-seen=\"a2\""))
    }

    @Test(
        "What was taken and not done is never shown as arrived",
        arguments: [
            (Kept.report, "did NOT go out"), (.suggestion, "Somebody else coordinates now"),
            (.late, "over by then"), (.around, "stays in Lockdown"),
        ])
    func kept(_ kept: Kept, _ sentence: String) {
        let school = School()
        let notice = OutboxNotice(id: CommandID("a", 5), act: .raise, .accepted, at: school.now, kept: kept)
        let words = school.staffPage(outbox: [notice]).words(of: "outbox")
        #expect(words.contains("Not done:") == (kept == .report || kept == .suggestion))
        #expect(words.contains(sentence))
        #expect(!words.contains("received,"))
    }

    @Test("All that arrived is one line with one OK")
    func arrivedTogether() {
        let school = School()
        let notices = (1...3).map {
            OutboxNotice(id: CommandID("a", $0), act: .confirmAudible, .accepted, at: school.now)
        }
        let page = school.staffPage(outbox: notices)
        #expect(page.words(of: "outbox").hasPrefix("3 things that you sent were received"))
        #expect(page.markup.contains("data-seen=\"a1 a2 a3\""))
        #expect(page.markup.components(between: "data-seen=", and: ">").count == 1)
    }

    @Test("Several notices stand behind one line, so that the first button stays on the first screen")
    func folded() {
        let words = PageStates.kept.words(of: "outbox")
        #expect(words.hasPrefix("2 things that you sent were not done"))
        #expect(
            PageStates.kept.markup.components(between: "<details class=\"fold\"", and: "<h2").count
                > 0)
        #expect(words.contains("did NOT go out"))
    }

    @Test("A report that waits is shown as waiting, and asks for nothing more")
    func waitingReport() {
        var school = School()
        let id = school.raise(.lockdown)
        let claim = RoomClaim(.allHere, source: Source(at: school.now))
        let notice = OutboxNotice(
            id: CommandID("a", 3), act: .reportRoom, .queued, at: school.now,
            command: .reportRoom(id, room: School.room(12), claim: claim))
        let page = school.staffPage(outbox: [notice])
        #expect(page.words(of: "report").contains("All here"))
        #expect(page.words(of: "report").contains("kept here and sent when it can be"))
        #expect(page.words(of: "report").contains("Nothing more is needed from you."))
    }

    @Test("After “This was a mistake” the alarm stands until somebody has called back")
    func claimed() {
        var school = School()
        let id = school.raise(.lockdown, by: School.teacher)
        let notice = OutboxNotice(
            id: CommandID("a", 4), act: .claimMistake, .accepted, at: school.now,
            command: .claimMistake(id))
        let stands = "The alarm stands until somebody has called you back."
        #expect(school.staffPage(outbox: [notice]).words(of: "outbox").contains(stands))
        school.ended(id, isClosed: false)
        let ended = school.staffPage(outbox: [notice]).words(of: "outbox")
        #expect(ended.contains("received") && !ended.contains(stands))
    }

    @Test("What was sent before an alarm is not read for what was sent in it, and stays until it is seen")
    func earlier() {
        var school = School()
        let old = school.raise(.lockdown, by: School.teacher)
        let cancelled = OutboxNotice(
            id: CommandID("a", 1), act: .cancelRaise, .accepted, at: school.now, command: .cancelRaise(old))
        let refused = OutboxNotice(
            id: CommandID("a", 2), act: .closeIncident, .refused, at: school.now, reason: "Not yet.")
        school.act(.cancelRaise(old), by: School.teacher)
        let quiet = school.staffPage(outbox: [cancelled, refused]).words(of: "outbox")
        #expect(quiet.contains("If you called 911, call again"))
        school.now = school.now + .minutes(10)
        let new = school.raise(.lockdown, by: School.neighbour)
        let claim = RoomClaim(.allHere, source: Source(at: school.now))
        let report = OutboxNotice(
            id: CommandID("a", 3), act: .reportRoom, .accepted, at: school.now,
            command: .reportRoom(new, room: School.room(12), claim: claim))
        let words = school.staffPage(outbox: [cancelled, refused, report]).words(of: "outbox")
        #expect(words.hasPrefix("“All here” was received"))
        #expect(words.contains("From before this alarm: 2 Not done: Closing"))
        #expect(!words.contains("If you called 911, call again"))
        #expect(school.staffPage(outbox: [cancelled]).markup.contains("data-seen=\"a1\""))
    }
}
