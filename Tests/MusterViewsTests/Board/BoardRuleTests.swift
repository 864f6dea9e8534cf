import MusterCore
import Testing

@testable import MusterViews

/// What a real day taught, as far as the board shows it.
struct BoardRuleTests {
    static let live: [SampleSite] = [
        .underWay(), .justRaised(), .handsBusy(), .mistake(), .quietDay(), .replaced(),
    ]

    @Test func aSilentRoomInLockdownIsForLawEnforcementAndNobodyIsSentThere() {
        let page = BoardPage.page(SampleSite.underWay().context(query: "incident=i1&room=r3"))
        #expect(page.region("silent").contains("Silent in Lockdown: for law enforcement"))
        #expect(!page.region("silent").contains("ask by radio"))
        #expect(page.region("room").contains("Do not call, knock or send anyone"))
        #expect(!page.region("attention").contains("Room 104"))
    }

    @Test func aRoomWithoutAReportOutsideALockdownIsAskedByRadio() {
        var site = SampleSite()
        let raise = Raise(.secure, at: [SampleSite.site], source: Source(at: site.ago(90)))
        site.incident(90, SampleSite.boyd, .raised(SampleSite.incident, raise))
        site.incident(
            90, SampleSite.boyd,
            .actionSet(SampleSite.incident, places: [SampleSite.site], action: .secure, hazard: nil))
        site.incident(
            90, nil, .rosterTaken(SampleSite.incident, rooms: [RoomRoster(SampleSite.room(4), expected: 20)]))
        let silent = BoardPage.page(site.context()).region("silent")
        #expect(silent.contains("No report: ask by radio"))
        #expect(!silent.contains("for law enforcement"))
    }

    @Test func aRoomWhoseLockdownEndedOtherwiseKeepsNobodyFromEndingInPerson() {
        var site = SampleSite(rooms: 3)
        site.lockdown(rooms: 3)
        site.seatDana()
        let ended: [PlaceID] = [SampleSite.room(0)]
        site.incident(
            90, SampleSite.dana,
            .actionEnded(SampleSite.incident, places: ended, method: .announcementAndKey))
        site.cleared(1, 80)
        let inPerson = "name=\"method\" value=\"inPerson\""
        let before = BoardPage.page(site.context()).region("acts")
        #expect(before.contains("1 room is") && !before.contains(inPerson))
        site.cleared(2, 70)
        #expect(BoardPage.page(site.context()).region("acts").contains(inPerson))
    }

    @Test func whatMayBeAMistakeIsCalledBackBeforeItIsReadOut() {
        var school = School()
        let id = school.raise(.lockdown, by: School.teacher)
        func waiting() -> String {
            BoardPage.page(school.context(of: School.coordinator, [.staff, .line], rooms: []))
                .words(of: "waiting")
        }
        school.act(.claimMistake(id, press: id.retyped()), by: School.teacher)
        #expect(waiting().has("was a mistake", before: "Say this over"))
        school.act(.recordCallBack(id, .notConfirmed, press: nil), by: School.coordinator, [.staff, .line])
        #expect(waiting().has("Say this over", before: "Not confirmed so far."))
    }

    @Test func aClosingSaysAllThatIsStillOpenAndNothingReopensBesideSomethingReal() {
        var school = School()
        let id = school.raise(.secure)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.act(
            .recordCall911(id, ended: false, source: Source(at: school.now)), by: School.coordinator,
            [.staff, .line])
        school.act(
            .endAction(id, places: [School.whole], method: .coordinator), by: School.coordinator,
            [.staff, .line])
        school.act(.handOver(id, to: nil), by: School.coordinator, [.staff, .line])
        func acts() -> String {
            BoardPage.page(
                school.context(
                    of: School.coordinator, [.staff, .line], rooms: [], query: "incident=" + id.text)
            ).words(of: "acts")
        }
        #expect(acts().contains("a handover that nobody has accepted, a call to 911 on the line"))
        school.act(.closeIncident(id), by: School.coordinator, [.staff, .line])
        #expect(acts().contains("Reopen it"))
        let next = school.raise(.secure, by: School.teacher)
        let beside = BoardPage.page(
            school.context(
                of: School.coordinator, [.staff, .line], rooms: [],
                query: "incident=\(id.text)&beside=\(next.text)"))
        #expect(!beside.words(of: "acts").contains("Reopen it"))
        #expect(beside.words(of: "coordinator").contains("Dana Ortiz Held it at the end"))
    }

    @Test func aWingIsLetOutFromTheBoardAndEveryPageSaysWhereItHasEnded() {
        var school = School()
        let id = school.raise(.lockdown)
        let (dana, roles) = (School.coordinator, [Role.staff, .line])
        school.act(.acceptPosition(id, .schoolCoordinator), by: dana, roles)
        func board() -> Page { BoardPage.page(school.context(of: dana, roles, rooms: [])) }
        #expect(board().words(of: "acts").contains("Only in a part Where it ends"))
        school.act(.endAction(id, places: [School.gym], method: .announcementAndKey), by: dana, roles)
        #expect(board().words(of: "head").contains("Lockdown has ended Gym"))
        #expect(board().words(of: "waiting").contains("Everyone except Gym: Lockdown."))
        // A room that is meant all the same is named, however little of it is left.
        var again = school
        again.act(
            .setAction(id, places: [School.room(3)], action: .lockdown, hazard: nil), by: dana, roles)
        again.act(.endAction(id, places: [School.main], method: .announcementAndKey), by: dana, roles)
        again.act(
            .setAction(id, places: [School.room(3)], action: .lockdown, hazard: nil), by: dana, roles)
        let words = BoardPage.page(again.context(of: dana, roles, rooms: [])).words(of: "waiting")
        #expect(words.contains("except Gym, Main building; also Room 3: Lockdown."))
        // Nobody in the wing is left without a word of what goes on next door.
        let place = school.staffPage(of: School.neighbour, rooms: [School.gym])
        #expect(place.words.contains("Lockdown has ended at Gym"))
        #expect(place.words.contains("Lockdown at North Elementary Nothing is asked of Gym."))
    }

    @Test func whatIsOverIsNotCalledLiveAndAsksForNoReport() {
        var school = School()
        let practice = school.raise(.hold, kind: .drill)
        school.act(.acceptPosition(practice, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        func end(_ id: IncidentID) {
            school.act(
                .endAction(id, places: [School.whole], method: .coordinator), by: School.coordinator,
                [.staff, .line])
            school.act(.closeIncident(id), by: School.coordinator, [.staff, .line])
        }
        func board(_ id: IncidentID) -> Page {
            BoardPage.page(
                school.context(of: School.coordinator, [.line], rooms: [], query: "incident=" + id.text))
        }
        end(practice)
        #expect(board(practice).mode == .drill)
        let real = school.raise(.secure)
        #expect(board(real).mode == .live && board(real).region("silent").contains("ask by radio"))
        school.act(.acceptPosition(real, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        end(real)
        #expect(board(real).mode == .everyday)
        #expect(board(real).region("silent").isEmpty)
        #expect(!board(real).region("head").contains("Not confirmed"))
    }

    @Test func afterADuressWordNobodyWhoKnowsIsLedToTheAnnouncement() {
        let way = "value=\"announcementAndKey\""
        var site = SampleSite.mistake()
        let before = BoardPage.page(site.context()).region("acts")
        site.incident(2, SampleSite.dana, .callBackRecorded(SampleSite.incident, .duress))
        #expect(before.contains(way))
        #expect(!BoardPage.page(site.context()).region("acts").contains(way))
    }

    @Test func nobodyWhoIsRespondingIsOfferedACoordinationPosition() {
        let page = BoardPage.page(SampleSite.underWay().context())
        #expect(page.region("positions").contains("value=\"sam\""))
        #expect(!page.region("positions").contains("value=\"lee\""))
        #expect(!page.region("coordinator").contains("value=\"lee\""))
    }

    @Test func whoeverIsAskedSeesTheYesFirst() {
        let context = SampleSite.justRaised().context(SampleSite.lee)
        let waiting = BoardPage.page(context).region("waiting")
        #expect(waiting.has("Yes, I coordinate", before: "Say this over the public address system"))
    }

    @Test(arguments: live) func aBoardHasAtMostOnePrimaryAction(_ site: SampleSite) {
        for person in [SampleSite.dana, SampleSite.lee, SampleSite.morgan, SampleSite.sam] {
            let text = BoardPage.page(site.context(person)).text
            #expect(text.count(of: "button-primary") <= 1)
        }
    }

    @Test func onlyWhoeverTheDeskWouldSeatIsOfferedTheSeatUnasked() {
        var site = SampleSite.handsBusy()
        site.coordination(
            20, SampleSite.sam, .respondingEnded(SampleSite.lee, source: Source(at: site.ago(20))))
        func offered(_ person: PersonID, _ roles: [Role]) -> Bool {
            BoardPage.page(site.context(person, roles)).region("coordinator").contains("I coordinate")
        }
        #expect(offered(SampleSite.lee, [.staff]), "the plan's line counts, not a role of that name")
        #expect(!offered(SampleSite.sam, [.staff, .line]))
        #expect(!offered(SampleSite.dana, [.staff, .line]), "she holds it")
    }

    @Test func theExactWordsForTheAnnouncementStandUntilSomebodyHeardThem() {
        let words = "Lockdown. Lock your doors now."
        #expect(BoardPage.page(SampleSite.justRaised().context()).region("waiting").contains(words))
        #expect(!BoardPage.page(SampleSite.underWay().context()).region("waiting").contains(words))
    }

    @Test func theLineSeesBusyHandsWithTheClockRunning() {
        let page = BoardPage.page(SampleSite.handsBusy().context(SampleSite.priya))
        #expect(page.region("coordinator").contains("Hands busy"))
        #expect(page.region("coordinator").contains("0:28"))
        #expect(page.region("coordinator").contains("Whoever can be reached is asked again in"))
        #expect(page.region("waiting").contains("is responding and cannot do both"))
    }

    @Test func staffSeeNoClockThatFrightens() {
        let sites: [(SampleSite, Slice)] = [
            (.handsBusy(), .command), (.handsBusy(), Slice(.staff)), (.justRaised(), Slice(.staff)),
            (.justRaised(), .command),
        ]
        for (site, slice) in sites {
            let text = BoardPage.page(site.context(SampleSite.sam, [.staff], slice: slice)).text
            for words in [
                "ands busy", "busy hands", "Vacant", "Nobody yet", "asked since", "data-until", "takeover",
                "asked to coordinate",
            ] {
                #expect(!text.contains(words), "\(words) frightens")
            }
        }
    }

    @Test func handingOverNamesTheOutsideDutyPersonFirst() {
        let bay = BoardPage.page(SampleSite.underWay().context()).region("coordinator")
        #expect(bay.has("To Morgan Hale, outside", before: "To whoever of the line accepts first"))
        #expect(bay.has("Situation", before: "Actions in force"))
        #expect(bay.has("Actions in force", before: "Positions"))
    }

    @Test func readBackBlocksNothing() {
        var site = SampleSite()
        site.lockdown(60)
        site.seatDana(30)
        // Nobody handed over to her: there is nobody to read anything back to.
        #expect(!BoardPage.page(site.context()).region("waiting").contains("Nothing waits for this."))
        let taken = CoordinationEvent.positionTaken(
            SampleSite.incident, .schoolCoordinator, by: SampleSite.lee, caretaker: false)
        site.coordination(20, SampleSite.lee, taken)
        let page = BoardPage.page(site.context(SampleSite.lee))
        #expect(page.region("waiting").contains("Nothing waits for this."))
        #expect(page.region("acts").contains("End Lockdown"))
        #expect(page.region("coordinator").contains("Hand over"))
    }

    @Test func aLateActOfAReplacedHolderIsShownAsASuggestion() {
        let page = BoardPage.page(SampleSite.replaced().context(SampleSite.morgan, [.line]))
        #expect(page.region("waiting").contains("It had no effect and was kept as a suggestion."))
        // The holder sees what was meant, and does it with the fields that were sent.
        #expect(page.region("waiting").contains("sent “Secure at "))
        #expect(page.region("waiting").contains("value=\"setAction\""))
    }

    @Test func aLateAlarmIsAReportToJudge() {
        let waiting = BoardPage.page(SampleSite.mistake().context()).region("waiting")
        #expect(waiting.contains("It did not go out as an alarm."))
        #expect(waiting.contains("value=\"dismissLateRaise\""))
    }

    @Test func theDuressWordIsHiddenFromTheStaff() {
        var site = SampleSite.mistake()
        site.incident(2, SampleSite.dana, .callBackRecorded(SampleSite.incident, .duress))
        #expect(BoardPage.page(site.context()).text.contains("The duress word was said: the alarm stands"))
        let slice = Slice(.staff, rooms: [SampleSite.room(11)])
        let boyd = BoardPage.page(site.context(SampleSite.boyd, [.staff], slice: slice)).text
        #expect(!boyd.contains("uress"))
        #expect(!boyd.contains("mistake"))
    }

    @Test func whoeverClaimedTheMistakeDoesNotCallHimselfBack() {
        let context = SampleSite.mistake().context(SampleSite.boyd, [.staff, .line])
        let waiting = BoardPage.page(context).region("waiting")
        #expect(waiting.contains("Somebody else must call you back."))
        #expect(!waiting.contains("recordCallBack"))
    }

    @Test func theDuressWordIsNotOnTheScreenOfWhoeverSaidIt() {
        var site = SampleSite.mistake()
        site.incident(2, SampleSite.dana, .callBackRecorded(SampleSite.incident, .duress))
        let boyd = BoardPage.page(site.context(SampleSite.boyd, [.staff, .line])).text
        #expect(boyd.contains("Somebody else must call you back."))
        #expect(!boyd.contains("uress"))
        #expect(!boyd.contains("called back."))
    }

    @Test func aLockdownEndsAsThePlanSaysAndTheBoardSaysWhatIsMissing() {
        var site = SampleSite()
        site.lockdown(60)
        site.seatDana(30)
        let acts = BoardPage.page(site.context()).region("acts")
        #expect(acts.contains("60 rooms are not recorded as cleared: 101, 102,"))
        #expect(!acts.contains("name=\"method\" value=\"inPerson\""))
        #expect(acts.contains("name=\"method\" value=\"announcementAndKey\""))
        let underAgency = BoardPage.page(SampleSite.underWay().context()).region("acts")
        #expect(underAgency.contains("name=\"method\" value=\"agency\""))
        #expect(!underAgency.contains("name=\"method\" value=\"announcementAndKey\""))
    }

    @Test func twoReportsOfOneRoomStandSideBySideUntilSomebodySettlesThem() {
        let site = SampleSite.underWay()
        let query = "incident=i1&room=r34"
        let room = BoardPage.page(site.context(query: query)).region("room")
        #expect(room.contains("2 missing") && room.contains("All here"))
        #expect(room.count(of: "value=\"settleRoom\"") == 2)
        let priya = BoardPage.page(site.context(SampleSite.priya, query: query)).region("room")
        #expect(!priya.contains("settleRoom"))
    }

    @Test func aDrillSaysSoFirstAndLastAndItsHoldSaysThatItIsReal() {
        let page = BoardPage.page(SampleSite.underWay(kind: .drill).context())
        let text = page.text
        #expect(text.count(of: "class=\"mode-band\"") == 2)
        #expect(page.documentTitle.hasPrefix("DRILL") && page.documentTitle.hasSuffix("DRILL"))
        #expect(page.region("acts").contains("value=\"turnActual\""))
        #expect(!text.contains("tel:911"))
        #expect(!BoardPage.page(SampleSite.underWay().context()).text.contains("turnActual"))
    }

    @Test func aQuietDayShowsWhoWouldCoordinateAndWhoIsAway() {
        let page = BoardPage.page(SampleSite.quietDay().context())
        #expect(page.mode == .everyday)
        #expect(page.region("ready").contains("2 of 3"))
        #expect(page.region("line").contains("Set available"))
        #expect(page.region("recent").contains("Drill: Lockdown"))
        let staff = BoardPage.page(SampleSite.quietDay().context(SampleSite.sam, [.staff]))
        #expect(!staff.text.contains("setAvailability"))
        #expect(!staff.text.contains("Start a drill"))
    }

    @Test func aClosedIncidentCanBeReopenedForAWhile() {
        let page = BoardPage.page(SampleSite.quietDay().context(query: "incident=i1"))
        #expect(page.region("acts").contains("value=\"reopenIncident\""))
        #expect(!page.region("acts").contains("value=\"endAction\""))
    }
}
