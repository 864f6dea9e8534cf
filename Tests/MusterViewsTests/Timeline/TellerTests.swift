import MusterCore
import Testing

@testable import MusterViews

/// Records told as sentences.
struct TellerTests {
    private let site = SampleSite.underWay()
    private var teller: Teller { Teller(site.directory, utcOffsetMinutes: -360) }

    private func told(_ event: Event, by actor: PersonID? = SampleSite.dana, at: Int64 = 0) -> String {
        teller.sentence(Record(position: 1, at: site.ago(at), actor: actor, event: event))
    }

    @Test(arguments: EventName.allCases) func everyEventIsOneSentence(_ name: EventName) {
        let sentence = told(Event.blank(name))
        #expect(sentence.hasSuffix("."))
        #expect(sentence.first?.isUppercase == true)
        #expect(!sentence.contains(name.rawValue))
    }

    @Test func aReportByRadioNamesTheVoiceAndWhoEnteredIt() {
        let source = Source(.radio, at: site.ago(30), place: SampleSite.room(11))
        let claim = RoomClaim(.exceptions, missing: 1, source: source)
        let event = Event.rollCall(
            .roomReported(SampleSite.incident, room: SampleSite.room(11), report: claim))
        #expect(told(event) == "Room 112: 1 missing (by radio, entered by Dana Reyes).")
    }

    @Test func aHandoverSaysWhyItHappens() {
        let event = Event.coordination(
            .handoverStarted(SampleSite.incident, from: SampleSite.dana, to: nil, cause: .responding))
        #expect(
            told(event) == "Dana Reyes coordinates with busy hands: the line was asked to take over at once.")
    }

    @Test func aLockdownIsRaisedByNameWithItsPlace() {
        let raise = Raise(.lockdown, at: [SampleSite.site], hazard: .intruder, source: Source(at: site.now))
        #expect(
            told(.incident(.raised(SampleSite.incident, raise)))
                == "Dana Reyes raised Lockdown for Whole site, because of: intruder.")
    }

    @Test func aDrillIsToldAsADrill() {
        let raise = Raise(.lockdown, at: [SampleSite.site], kind: .drill, source: Source(at: site.now))
        #expect(
            told(.incident(.raised(SampleSite.incident, raise)))
                == "Dana Reyes raised Lockdown for Whole site as drill.")
    }

    @Test func whatWasSeenLongBeforeItWasReceivedBearsAMark() {
        let source = Source(.radio, at: site.ago(40), place: SampleSite.room(1))
        let claim = RoomClaim(.allHere, source: source)
        let event = Event.rollCall(
            .roomReported(SampleSite.incident, room: SampleSite.room(1), report: claim))
        let late = Record(position: 1, at: site.ago(10), actor: SampleSite.dana, event: event)
        #expect(teller.lateness(late) == "seen 08:02:32, received 30 s later")
        let soon = Record(position: 1, at: site.ago(36), actor: SampleSite.dana, event: event)
        #expect(teller.lateness(soon) == nil)
    }

    @Test func whoIsNotInTheDirectoryIsNotGuessed() {
        #expect(
            told(.incident(.closed(SampleSite.incident, .over)), by: SampleSite.named("x9"))
                == "Unknown person closed the incident.")
    }

    @Test func anErasedNoteStaysAsAnEntryWithoutWords() {
        var site = SampleSite.underWay()
        let position = site.replica.timeline.first { record in
            if case .journal(.noteWritten) = record.event { true } else { false }
        }?.position
        site.record(1, SampleSite.dana, .journal(.textErased(position: position ?? 0)))
        let timeline = BoardPage.page(site.context()).region("timeline")
        #expect(!timeline.contains("Substitute in 205"))
        #expect(timeline.contains("The words are not held here or were erased."))
    }
}
