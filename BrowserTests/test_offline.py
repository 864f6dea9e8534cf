"""WorksOffline. Without a network a device opens, shows what it knew with its age, takes reports, and loses and doubles nothing."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect


def cut_wire(wire, server):
    """The network is gone."""
    wire.cut()


def stop_server(wire, server):
    """The device has a network, and the server is gone."""
    server.stop()


def restore(wire, server):
    """Both are as before."""
    wire.mend()
    if server.process is None:
        server.start()


def rooms(coordinator):
    """The rooms of the roll call, as the log has them."""
    state = coordinator.context.request.get("/api/state").json()["state"]["state"]
    return state["incidents"][0]["rollCall"]["rooms"]


@pytest.mark.parametrize("cut", [cut_wire, stop_server], ids=["network cut", "server stopped"])
def test_a_room_reports_while_away_and_arrives_once(device, server, wire, cut):
    teacher = device("phone", "Teacher", through=wire.address)
    coordinator = device("desk", "Coordinator (first")
    teacher.hold_lockdown()
    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    coordinator.see_the_whole_board()
    teacher.wait_ready_for_offline()

    cut(wire, server)
    teacher.page.reload()
    teacher.page.wait_for_selector('#page[data-mode="live"]')
    teacher.page.wait_for_selector('html[data-live-connection="offline"]')
    assert re.search(r"As of \d\d:\d\d:\d\d", teacher.page.inner_text("header"))

    teacher.press("reportRoom", "All here", status="allHere")
    teacher.sees("no answer yet")
    # Another start of the page, still away: what was reported is still there.
    teacher.page.reload()
    teacher.sees("no answer yet")

    restore(wire, server)
    coordinator.sees("1 of 41")
    teacher.page.wait_for_selector('html[data-live-connection="live"]')
    teacher.sees_outcome("received")
    reports = [each for each in rooms(coordinator) if each["reports"]]
    assert len(reports) == 1 and len(reports[0]["reports"]) == 1, "once, and not twice"
    # The outcome stays until it was seen, also over a reload.
    teacher.page.reload()
    teacher.wait_live()
    teacher.sees_outcome("received")
    # The alarm and the report each have an outcome, and each is seen by itself.
    seen = teacher.page.locator("[data-seen]")
    while seen.count():
        outcome = seen.first.get_attribute("data-seen")
        seen.first.click()
        expect(teacher.page.locator(f'[data-seen="{outcome}"]')).to_have_count(0)
    expect(teacher.page.locator('[data-region="outbox"]', has_text="received")).to_have_count(0)


def test_a_refused_cancel_stays_until_it_was_seen(device):
    teacher = device("phone", "Teacher")
    coordinator = device("desk", "Coordinator (first")
    teacher.hold_lockdown()
    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    # The phone believes that it may still cancel; when it is back, somebody else has confirmed the alarm.
    teacher.form("cancelRaise").wait_for()
    teacher.context.set_offline(True)
    teacher.press("cancelRaise", "Cancel")
    coordinator.see_the_whole_board()
    coordinator.press("recordCall911", "911 is on the line")
    coordinator.press("recordSceneCommand", "Record it")
    # The form names the police too: what counts is the board's own line.
    expect(coordinator.page.locator('[data-region="signal-scene"]')).to_contain_text("Police")
    teacher.context.set_offline(False)
    teacher.sees("Not done:")
    teacher.page.reload()
    teacher.wait_live()
    teacher.sees("Not done:")
    teacher.page.locator("[data-seen]").first.click()
    teacher.sees_not("Not done:")


def test_a_device_that_was_away_begins_with_the_names_of_today(device, server, wire):
    teacher = device("phone", "Teacher", through=wire.address)
    teacher.wait_ready_for_offline()
    wire.cut()
    teacher.page.reload()
    teacher.page.wait_for_selector('html[data-live-connection="offline"]')
    # Meanwhile the office writes the school's name anew, as an import writes names.
    with closing(sqlite3.connect(server.data / "directory.sqlite")) as directory:
        directory.execute("""UPDATE site SET card = replace(card, '"name":"', '"name":"Renamed ')""")
        directory.execute("UPDATE version SET number = number + 1")
        directory.commit()
    teacher.sees_not("Renamed")
    wire.mend()
    teacher.sees("Renamed")
    teacher.page.wait_for_selector('html[data-live-connection="live"]')


def test_what_is_pressed_while_the_first_still_waits_is_kept_too(device, wire):
    """A form with an unanswered command takes the next one: other words, another room."""
    teacher = device("phone", "Teacher")
    coordinator = device("desk", "Coordinator off site", through=wire.address)
    teacher.hold_lockdown()
    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    wire.cut()
    coordinator.page.wait_for_selector('html[data-live-connection="offline"]')
    form = coordinator.form("writeNote").first
    coordinator.open(form)
    for words in ["Door 3 is shut", "Door 4 is shut"]:
        form.locator('textarea[name="text"]').fill(words)
        form.get_by_role("button").first.click()
    # The same words pressed again are not said twice.
    form.get_by_role("button").first.click()
    form.locator('textarea[name="text"]').fill("Door 5")
    wire.mend()
    timeline = coordinator.page.locator('[data-region="timeline"]')
    for words in ["Door 3 is shut", "Door 4 is shut"]:
        expect(timeline.get_by_text(words)).to_have_count(1, timeout=30_000)
    expect(form.locator('textarea[name="text"]')).to_have_value("Door 5")


def test_a_page_lives_although_nothing_for_it_happened_since(device, wire):
    """The server draws at the end of the log; what came last was not for this device."""
    teacher = device("phone", "Teacher", through=wire.address)
    coordinator = device("desk", "Coordinator off site")
    teacher.hold_lockdown()
    teacher.wait_ready_for_offline()
    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    form = coordinator.form("writeNote").first
    coordinator.open(form)
    form.locator('textarea[name="text"]').fill("Not for phones")
    form.get_by_role("button").first.click()
    expect(coordinator.page.locator('[data-region="timeline"]')).to_contain_text("Not for phones")
    teacher.page.reload()
    teacher.wait_live()
    # The feed says how far the log is, and from then on the page is the device's own.
    drawn = teacher.page.inner_text(".freshness")
    expect(teacher.page.locator(".freshness")).not_to_have_text(drawn, timeout=30_000)
    wire.cut()
    teacher.sees("No network")
