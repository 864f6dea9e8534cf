"""NeedToKnow on the wire: no byte about a student reaches a device, a measurement or the log of the server."""

import csv
import html
import json
import subprocess
import urllib.parse
import urllib.request

from wire import Wire

STUDENTS = 2_400


def students(server, folder) -> set[bytes]:
    """What would give a student of the demo district away, in every form in which a page or a feed may say it."""
    subprocess.run([server.binary, "demo-roster", "--out", str(folder)], check=True, capture_output=True)
    told, others = set(), set()
    count = 0
    roles = folder / "roles.csv"
    with open(roles, newline="", encoding="utf-8-sig") as file:
        pupils = {row["userSourcedId"] for row in csv.DictReader(file) if row["role"] == "student"}
    with open(folder / "users.csv", newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            names = {f'{row["givenName"]} {row["familyName"]}', f'{row["familyName"]}, {row["givenName"]}'}
            if row["sourcedId"] in pupils:
                count += 1
                told |= names | {row["sourcedId"]}
            else:
                others |= names
    assert count >= STUDENTS, "the demo district has its students"
    # An adult may bear the name of a student; then the name gives nobody away.
    ways = (str, html.escape, urllib.parse.quote, urllib.parse.quote_plus, lambda name: json.dumps(name)[1:-1])
    return {way(each).encode() for each in told - others for way in ways}


def test_need_to_know(device, server, tmp_path):
    told = students(server, tmp_path)
    wires = {role: Wire(server.port) for role in ("Teacher", "School Resource Officer", "Outside agency")}
    held = {role: device("phone", role, through=wire.address) for role, wire in wires.items()}
    coordinator = device("desk", "Coordinator (first")

    start = coordinator.form("raise", level="protective")
    coordinator.open(start)
    start.locator('select[name="action"]').select_option("lockdown")
    start.get_by_role("button", name="Start it now").click()
    followers = [each for role, each in held.items() if role != "Outside agency"]
    for each in followers:
        each.page.wait_for_selector('#page[data-mode="drill"]')
    held["Teacher"].press("reportRoom", "All here", status="allHere")
    coordinator.see_the_whole_board()
    coordinator.sees("1 of 41")
    for each in followers:
        each.page.reload()
        each.wait_live()
    # DrillIsDrill: a drill that the plan does not open to agencies never reaches one.
    agency = held["Outside agency"].page
    agency.reload()
    assert agency.locator('#page[data-mode="drill"]').count() == 0
    assert b"incident.raised" not in wires["Outside agency"].received

    with urllib.request.urlopen(f"{server.address}/metrics") as answer:
        measured = answer.read()
    assert b"muster_" in measured
    for what, received in [(role, wire.received) for role, wire in wires.items()] + [
            ("metrics", measured), ("output", server.log().encode())]:
        assert received, f"{what} was recorded"
        found = [each for each in told if each in received]
        assert found == [], f"{what} tells of {found[:5]}"
    followed = [wire for role, wire in wires.items() if role != "Outside agency"]
    assert all(b"text/event-stream" in wire.received for wire in followed), "the feed was recorded too"
    assert all(b"content-encoding" not in wire.received.lower() for wire in wires.values()), "nothing was hidden"
    for wire in wires.values():
        wire.close()
