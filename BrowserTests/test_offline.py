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
    teacher.sees("arrived")
    reports = [each for each in rooms(coordinator) if each["reports"]]
    assert len(reports) == 1 and len(reports[0]["reports"]) == 1, "once, and not twice"
    # The outcome stays until it was seen, also over a reload.
    teacher.page.reload()
    teacher.wait_live()
    teacher.sees("arrived")
    # The alarm and the report each have an outcome, and each is seen by itself.
    seen = teacher.page.locator("[data-seen]")
    while seen.count():
        outcome = seen.first.get_attribute("data-seen")
        seen.first.click()
        expect(teacher.page.locator(f'[data-seen="{outcome}"]')).to_have_count(0)
    teacher.sees_not("arrived")


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
