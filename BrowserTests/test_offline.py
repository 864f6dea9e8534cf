"""Without a network: a device opens, shows what it knew with its age, takes reports, and loses and doubles nothing."""

import re

import pytest


def cut_network(teacher, server):
    """The radio of the device is off."""
    teacher.context.set_offline(True)


def stop_server(teacher, server):
    """The device has a network, and the server is gone."""
    server.stop()


def restore(teacher, server):
    """Both are as before."""
    teacher.context.set_offline(False)
    if server.process is None:
        server.start()


@pytest.mark.parametrize("cut", [cut_network, stop_server], ids=["network cut", "server stopped"])
def test_a_room_reports_while_away_and_arrives_once(device, server, cut):
    teacher = device("phone", "Teacher")
    coordinator = device("desk", "Coordinator (first")
    teacher.hold_lockdown()
    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    teacher.wait_ready_for_offline()

    cut(teacher, server)
    teacher.page.reload()
    teacher.page.wait_for_selector('#page[data-mode="live"]')
    teacher.page.wait_for_selector('html[data-live-connection="offline"]')
    assert re.search(r"As of \d\d:\d\d:\d\d", teacher.page.inner_text("header"))

    teacher.press("reportRoom", "All here", status="allHere")
    teacher.sees("kept here and sent when it can be")
    # Another start of the page, still away: what was reported is still there.
    teacher.page.reload()
    teacher.sees("kept here and sent when it can be")

    restore(teacher, server)
    coordinator.sees("1 of 41")
    teacher.page.wait_for_selector('html[data-live-connection="live"]')
    teacher.sees("arrived")
    assert coordinator.page.inner_text("body").count("Room 210: all here") <= 1
    # The outcome stays until it was seen, also over a reload.
    teacher.page.reload()
    teacher.wait_live()
    teacher.sees("arrived")
    teacher.page.locator("[data-seen]").first.click()
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
    coordinator.press("recordCall911", "911 is on the line")
    coordinator.press("recordSceneCommand", "Record it")
    coordinator.sees("Police")
    teacher.context.set_offline(False)
    teacher.sees("Not done:")
    teacher.page.reload()
    teacher.wait_live()
    teacher.sees("Not done:")
    teacher.page.locator("[data-seen]").first.click()
    teacher.sees_not("Not done:")
