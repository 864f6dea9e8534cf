"""Takes the pictures of the README anew, of real pages of a real server with the demo district.

Run it by script/pictures. Nothing is drawn or put together: what stands in a picture, somebody did on a page.
"""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from device import Device
from server import Server

PHONE, TALL, DESK = (390, 844), (390, 1100), (1440, 900)

# Rooms by the order in which they read, with what was said of them; the others are silent.
SAID = ["allHere", "allHere", "heardFrom", "allHere", None, "allHere", "needsHelp", "allHere", None, "exceptions"] * 3

SEND = """async ({ id, type, body }) => {
    const { site, device } = document.querySelector('[data-regions]').dataset;
    const answer = await fetch('/api/command', {
        method: 'POST', headers: { 'content-type': 'application/json', 'muster-device': device },
        body: JSON.stringify({ id, site, madeAt: Date.now(), type, body }),
    });
    if (!answer.ok) throw new Error(await answer.text());
}"""


class Pictures:
    """Devices at one server, and a folder for their pictures."""

    def __init__(self, browser, server, folder):
        self.browser, self.server, self.folder = browser, server, folder

    def device(self, role, size, scheme="light"):
        """A signed-in device with a screen of that size."""
        context = self.browser.new_context(
            base_url=self.server.address, color_scheme=scheme, has_touch=size != DESK,
            viewport={"width": size[0], "height": size[1]})
        found = Device(context, self.server.address)
        found.name, link = self.server.person(role)
        found.sign_in(link)
        return found

    def take(self, device, name):
        """Keeps what the screen shows now."""
        device.page.evaluate("scrollTo(0, 0)")
        device.page.wait_for_timeout(700)
        device.page.screenshot(path=self.folder / f"{name}.png")

    def take_part(self, device, name, region):
        """Keeps what one part of the page shows now."""
        device.page.wait_for_timeout(700)
        device.page.locator(f'[data-region^="{region}"]').first.screenshot(path=self.folder / f"{name}.png")


def lockdown(pictures):
    """One lockdown, until the board has something to show."""
    teacher = pictures.device("Teacher", TALL)
    inside = pictures.device("Coordinator (first", PHONE)
    outside = pictures.device("Coordinator off site", DESK)
    officer = pictures.device("School Resource Officer", TALL)
    # Nobody else of the line is in the building today: the last picture needs somebody who is alone.
    for member in outside.page.locator(".line > li").all():
        if "On site" in member.inner_text() and inside.name not in member.inner_text():
            member.get_by_role("button", name="Set away").click()
    outside.sees("2 of 4")
    teacher.hold_lockdown()
    inside.page.wait_for_selector('[data-look="quiet"]')
    inside.sees("Yes, I coordinate")
    pictures.take(inside, "asked-lockdown")
    inside.press("acceptPosition", "Yes, I coordinate")
    inside.sees("You coordinate")
    teacher.press("confirmAudible", "I heard it")
    teacher.press("reportRoom", "All here", status="allHere")
    teacher.sees("Nothing more is needed")
    dispatch = outside.form("recordCall911").first
    outside.open(dispatch)
    dispatch.get_by_role("button").first.click()
    scene = outside.form("recordSceneCommand").first
    outside.open(scene)
    scene.get_by_role("button").last.click()
    outside.sees("Police")
    report(outside)
    outside.sees("2 missing")
    outside.page.reload()
    outside.wait_live()
    pictures.take(outside, "board-lockdown")
    pictures.take(inside, "holder-lockdown")
    pictures.take(officer, "responder")
    teacher.page.reload()
    teacher.wait_live()
    pictures.take(teacher, "staff-lockdown")
    hands = outside.form("reportResponding").first
    outside.open(hands)
    hands.locator('select[name="person"]').select_option(label=[
        each for each in hands.locator('select[name="person"] option').all_inner_texts() if inside.name in each][0])
    hands.get_by_role("button", name="Record it").click()
    inside.sees("your hands are busy")
    pictures.take(inside, "alone-lockdown")


def report(outside):
    """Rooms call in by radio, entered at the board."""
    incident = outside.page.locator('form input[name="incident"]').first.get_attribute("value")
    opened = outside.context.request.get("/api/state").json()
    rooms = [each for each in opened["directory"]["places"] if each["kind"] == "room"]
    rooms.sort(key=lambda each: each["label"])
    for index, (room, status) in enumerate(zip(rooms, SAID, strict=False)):
        if status:
            missing = 2 if status == "exceptions" else 0
            outside.page.evaluate(SEND, {
                "id": f"picture{index}", "type": "reportRoom",
                "body": {"incident": incident, "room": room["place"], "status": status, "missing": missing,
                         "extra": 0, "injured": 0,
                         "source": {"channel": "radio", "observedAt": outside.page.evaluate("Date.now()"),
                                    "place": room["place"]}}})


def start_drill(board):
    """Starts the drill of an evacuation, and waits until the board follows it."""
    start = board.form("raise", level="protective")
    board.open(start)
    start.locator('select[name="action"]').select_option("evacuate")
    start.get_by_role("button", name="Start it now").click()
    board.page.wait_for_selector('#page[data-mode="drill"]')
    board.page.reload()
    board.wait_live()


def drill(pictures):
    """A drill at the board of somebody outside."""
    board = pictures.device("Coordinator off site", DESK)
    start_drill(board)
    pictures.take(board, "board-drill")


def coverage(pictures):
    """A week of who would coordinate."""
    first = pictures.device("Coordinator (first", (1440, 1260))
    first.page.goto("/coverage")
    pictures.take(first, "coverage")


def chart(pictures):
    """Positions and their tasks in an evacuation."""
    board = pictures.device("Coordinator off site", (1440, 1800))
    start_drill(board)
    pictures.take(board, "board-tasks")


def organization(pictures):
    """Who holds what, beside an agency in command."""
    board = pictures.device("Coordinator (first", (1440, 2400))
    people = [pictures.device(role, PHONE) for role in ("Teacher", "Another teacher", "Coordinator off site")]
    start_drill(board)
    incident = board.page.locator('form input[name="incident"]').first.get_attribute("value")

    def send(device, number, kind, **body):
        device.page.evaluate(SEND, {"id": f"chart{number}", "type": kind, "body": {"incident": incident, **body}})

    send(board, "seat", "acceptPosition", position="schoolCoordinator")
    positions = ["accountabilityLead", "logistics", "liaison"]
    for number, (device, position) in enumerate(zip(people, positions, strict=True)):
        person = device.page.locator("[data-regions]").get_attribute("data-person")
        send(board, f"o{number}", "offerPosition", position=position, person=person)
        send(device, f"a{number}", "acceptPosition", position=position)
    send(board, "scene", "recordSceneCommand", agency="fire", unified=False,
         since=board.page.evaluate("Date.now()"),
         source={"channel": "radio", "observedAt": board.page.evaluate("Date.now()")})
    board.sees("Scene command")
    pictures.take_part(board, "org-chart", "coordinator")


def main():
    """Plays each scene on a server of its own."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        for scene in (lockdown, drill, coverage, chart, organization):
            with tempfile.TemporaryDirectory(prefix="muster-") as data:
                server = Server(Path(data) / "data")
                server.start()
                try:
                    scene(Pictures(browser, server, folder))
                finally:
                    server.stop()
        browser.close()


if __name__ == "__main__":
    main()
