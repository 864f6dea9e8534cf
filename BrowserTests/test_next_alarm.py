"""The next alarm reaches everybody, whatever their page showed or went through before it."""

import re

from playwright.sync_api import expect

POST = """async (fields) => {
    const { site, device } = document.querySelector('[data-regions]').dataset;
    const now = Date.now();
    const text = JSON.stringify({
        id: fields.id, site, madeAt: now, type: 'writeNote',
        body: { incident: fields.incident, text: 'Door 3', source: { channel: 'direct', observedAt: 'SEEN' } },
    }).replace('"SEEN"', fields.seen);
    const answer = await fetch('/api/command', {
        method: 'POST', body: text, headers: { 'content-type': 'application/json', 'muster-device': device },
    });
    return answer.status;
}"""


def raise_and_close(teacher, coordinator):
    """One alarm from the press to its end, closed at the board."""
    teacher.hold_lockdown()
    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    coordinator.press("acceptPosition", "Yes, I coordinate")
    coordinator.press("endAction", "Announcement")
    coordinator.press("closeIncident", "Close it")
    coordinator.page.wait_for_selector('#page[data-mode="everyday"]')


def test_whoever_closed_an_alarm_sees_the_next_one(device):
    teacher = device("phone", "Teacher")
    other = device("phone", "Another teacher")
    coordinator = device("desk", "Coordinator off site")
    coordinator.go("/board")
    raise_and_close(teacher, coordinator)
    # Also where the closed incident was chosen on purpose: it stands in the address, as after a reload.
    coordinator.page.locator('[data-region="recent"] a').first.click()
    coordinator.page.wait_for_url(re.compile(r"/board\?incident="))
    coordinator.wait_live()
    other.hold_lockdown()
    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    coordinator.sees("Yes, I coordinate")
    coordinator.sees("Say this over the public address system")
    coordinator.sees_not("It is over")
    coordinator.assert_clean()


def test_the_page_of_the_roster_tells_of_an_alarm(device):
    teacher = device("phone", "Teacher")
    admin = device("desk", "Coordinator (first")
    admin.page.goto("/roster?view=import")
    assert admin.mode() == "everyday"
    admin.page.locator("input[type=file]").focus()
    teacher.hold_lockdown()
    admin.page.wait_for_selector('#page[data-mode="live"]')
    expect(admin.page.locator('[data-notice="alarm"]')).to_be_visible()
    expect(admin.page.locator('[data-region="mode-first"]')).to_contain_text("This is real")
    assert admin.page.evaluate("document.activeElement.type") == "file", "the work on the page goes on"
    admin.assert_clean()


def test_signed_out_while_away_and_signed_in_anew_the_page_lives(device, server, wire):
    teacher = device("phone", "Teacher", through=wire.address)
    other = device("phone", "Another teacher")
    _, link = server.person("Coordinator off site")
    teacher.wait_ready_for_offline()
    cookies = teacher.context.cookies()
    wire.cut()
    teacher.sees("No network")
    # The office signs the device out while it is away.
    request = teacher.context.request
    answer = request.post(f"{server.address}/sign-out", max_redirects=0, headers={"origin": server.address,
                          "cookie": "; ".join(f"{each['name']}={each['value']}" for each in cookies)})
    assert answer.status in (302, 303), answer.status
    wire.mend()
    teacher.page.evaluate("dispatchEvent(new Event('online'))")
    teacher.page.wait_for_selector('[data-notice="signed-out"]')
    teacher.page.wait_for_timeout(1_500)
    teacher.page.goto(link.replace(server.address, wire.address))
    teacher.page.locator('form[action^="/enrol/"] button').click()
    teacher.wait_live()
    other.hold_lockdown()
    teacher.page.wait_for_selector('#page[data-mode="live"]')
    assert teacher.page.locator('[data-notice="panic"]').count() == 0


def test_a_clock_that_is_quite_wrong_keeps_no_board_from_opening(device, server):
    teacher = device("phone", "Teacher")
    teacher.hold_lockdown()
    incident = teacher.page.locator('form input[name="incident"]').first.get_attribute("value")
    seen = {"-9223372036854775808": 400, "9007199254740992": 400, "-9007199254740991": 200, "9007199254740991": 200}
    for index, (number, status) in enumerate(seen.items()):
        fields = {"id": f"clock{index}", "incident": incident, "seen": number}
        assert teacher.page.evaluate(POST, fields) == status, number
    coordinator = device("desk", "Coordinator off site")
    coordinator.sees("Door 3")
    coordinator.page.reload()
    coordinator.wait_live()
    coordinator.sees("Door 3")
    coordinator.assert_clean()


def test_a_note_that_was_taken_leaves_its_field(device):
    teacher = device("phone", "Teacher")
    coordinator = device("desk", "Coordinator off site")
    teacher.hold_lockdown()
    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    form = coordinator.form("writeNote").first
    coordinator.open(form)
    field = form.locator('textarea[name="text"]')
    timeline = coordinator.page.locator('[data-region="timeline"]')
    for count in (1, 2):
        field.fill("Door 3 is shut")
        form.get_by_role("button").first.click()
        expect(timeline.get_by_text("Door 3 is shut")).to_have_count(count)
        expect(field).to_have_value("")
