"""A raise from a place without a network: it says so, says the words, and never becomes a late alarm."""


def test_a_raise_from_a_dead_spot_is_an_unconfirmed_report_when_it_arrives(device):
    teacher = device("phone", "Teacher")
    coordinator = device("desk", "Coordinator (first")
    teacher.wait_ready_for_offline()
    teacher.page.clock.install()
    teacher.context.set_offline(True)

    teacher.page.get_by_text("Use two steps instead").first.click()
    teacher.page.get_by_role("button", name="Send Lockdown now").first.click()
    # The words for the intercom are there at once; that it was not sent follows within seconds.
    teacher.sees("Lockdown. Lock your doors now.")
    teacher.page.clock.run_for(6_000)
    teacher.sees("Keep this page open")
    teacher.sees("use the")

    # Two minutes and more later the phone comes back: by its own clock the press is old.
    teacher.page.clock.run_for(125_000)
    teacher.context.set_offline(False)
    teacher.page.clock.run_for(30_000)
    coordinator.sees("A late alarm: Lockdown")
    assert coordinator.mode() == "everyday"
    officer = device("phone", "School Resource Officer")
    officer.sees("Nothing is going on")


def test_an_alarm_on_its_way_is_taken_back_as_it_arrives(device, wire):
    """Pressed by mistake without a network: it goes out and is corrected in the same moment."""
    teacher = device("phone", "Teacher", through=wire.address)
    coordinator = device("desk", "Coordinator off site")
    teacher.wait_ready_for_offline()
    wire.cut()
    teacher.page.get_by_text("Use two steps instead").first.click()
    teacher.page.get_by_role("button", name="Send Lockdown now").first.click()
    teacher.page.get_by_role("button", name="Take it back").first.click(timeout=30_000)
    teacher.sees("It will be taken back as soon as it arrives")
    wire.mend()
    teacher.sees_outcome("received")
    coordinator.until("document.querySelector('#page')?.dataset.mode === 'everyday'")
    state = coordinator.context.request.get("/api/state").json()["state"]["state"]
    assert len(state["incidents"]) == 1, "it arrived once"
    assert state["incidents"][0]["actions"][0]["ended"]["method"] == "cancelled"


def test_what_joined_another_alarm_is_taken_back_and_the_other_goes_on(device, wire):
    """Its sender could not know that it would join: the cancel names the press and finds what it set."""
    other = device("phone", "Another teacher")
    teacher = device("phone", "Teacher", through=wire.address)
    teacher.wait_ready_for_offline()
    wire.cut()
    other.raise_action("evacuate")
    teacher.page.get_by_text("Use two steps instead").first.click()
    teacher.page.get_by_role("button", name="Send Lockdown now").first.click()
    teacher.page.get_by_role("button", name="Take it back").first.click(timeout=30_000)
    wire.mend()
    other.sees("Lockdown at")
    other.sees("was pressed by mistake")
    teacher.sees("was pressed by mistake")
    state = teacher.context.request.get("/api/state").json()["state"]["state"]
    actions = state["incidents"][0]["actions"]
    assert len(state["incidents"]) == 1
    assert [(row["action"], "ended" in row) for row in actions] == [("evacuate", False)], actions


def test_who_joined_an_alarm_cancels_at_once(device):
    other = device("phone", "Another teacher")
    teacher = device("phone", "Teacher")
    other.raise_action("hold")
    teacher.page.wait_for_selector('#page[data-mode="live"]')
    teacher.page.get_by_text("Use two steps instead").first.click()
    teacher.page.get_by_role("button", name="Send Lockdown now").first.click()
    cancel = teacher.page.locator('[data-region^="cancel-"]')
    cancel.wait_for()
    assert cancel.evaluate("node => node.getBoundingClientRect().bottom <= innerHeight"), "no time to scroll"
    teacher.press("cancelRaise", "Cancel, it was a mistake")
    teacher.sees("was pressed by mistake")
    other.sees("was pressed by mistake")
    assert other.mode() == "live", "the Hold goes on"


def test_after_an_alarm_the_words_are_in_sight(device):
    """The page was scrolled to the button: what matters then stands at its top."""
    teacher = device("phone", "Teacher")
    teacher.page.set_viewport_size({"width": 390, "height": 480})
    teacher.page.get_by_text("Use two steps instead").first.click()
    button = teacher.page.get_by_role("button", name="Send Lockdown now").first
    button.scroll_into_view_if_needed()
    teacher.page.evaluate("window.scrollBy(0, 200)")
    assert teacher.page.evaluate("window.scrollY") > 0
    button.click()
    teacher.page.wait_for_selector('#page[data-mode="live"]')
    teacher.until("window.scrollY === 0")
