"""Several tabs, one connection; and how a device forgets."""

import re

from device import KEPT

LEFT = """async () => {
    const names = (await indexedDB.databases()).map((each) => each.name);
    let left = 0;
    for (const name of names) {
        const database = await new Promise((done) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => done(request.result);
        });
        for (const table of database.objectStoreNames) {
            left += await new Promise((done) => {
                const count = database.transaction(table).objectStore(table).count();
                count.onsuccess = () => done(count.result);
            });
        }
        database.close();
    }
    return left;
}"""


WHOSE = "document.querySelector('[data-regions]').dataset.person"


def feeds(device) -> int:
    """How many connections of the feed the device has opened."""
    return len([url for url in device.asked if "/api/feed" in url])


def test_two_tabs_share_one_connection(device):
    teacher = device("phone", "Teacher")
    officer = device("phone", "School Resource Officer")
    second = teacher.tab()
    second.goto("/staff")
    second.wait_for_selector('html[data-live-connection="live"]')
    assert feeds(teacher) == 1
    officer.hold_lockdown()
    for tab in (teacher.page, second):
        tab.wait_for_selector('#page[data-mode="live"]')
    assert feeds(teacher) == 1
    # The tab that held the connection goes; the other one takes it over and misses nothing.
    with teacher.context.expect_event("request", lambda request: "/api/feed" in request.url):
        teacher.page.close()
    teacher.page = second
    teacher.wait_live()
    teacher.press("reportRoom", "All here", status="allHere")
    teacher.sees_outcome("received")
    teacher.sees("Nothing more is needed from you")
    teacher.assert_clean()


def test_a_used_link_stays_out_of_history_and_referrers(device, server):
    _, link = server.person("Teacher")
    teacher = device("phone")
    told = []
    teacher.page.on("request", lambda request: told.append(request.all_headers().get("referer", "")))
    teacher.sign_in(link)
    assert [each for each in told if "/enrol/" in each] == []
    teacher.page.go_back()
    assert teacher.page.url == f"{server.address}/sign-in"
    assert server.log().count(link.rsplit("/", 1)[1]) == 1, "said once, to the operator, and not logged when it is used"


def test_signing_out_clears_the_device(device):
    teacher = device("phone", "Teacher")
    teacher.wait_ready_for_offline()
    teacher.page.get_by_role("button", name="Sign out on this device").click()
    teacher.page.wait_for_url(re.compile(r"/sign-in\?out=1$"))
    teacher.sees("You are signed out")
    assert teacher.page.evaluate(LEFT) == 0
    teacher.page.goto("/staff")
    teacher.page.wait_for_url(re.compile("/sign-in$"))


def test_a_second_person_on_a_phone_is_not_taken_for_the_first(device, server):
    phone = device("phone", "Teacher")
    officer = device("phone", "School Resource Officer")
    officer.hold_lockdown()
    phone.page.wait_for_selector('#page[data-mode="live"]')
    first = phone.page.evaluate(WHOSE)
    # What the first person sends does not leave the phone, and stays in the outbox.
    phone.context.route("**/api/command", lambda route: route.abort())
    phone.press("reportRoom", "All here", status="allHere")
    phone.sees("has no answer yet")
    old, phone.page = phone.page, phone.tab()
    answers = []
    phone.context.on("response", lambda answer: answers.append(answer) if "/api/command" in answer.url else None)
    _, link = server.person("Coordinator (first")
    phone.sign_in(link)
    phone.context.unroute("**/api/command")
    # The older tab shows the new person too, and sends nothing of the first one's.
    old.wait_for_selector(f'[data-regions]:not([data-person="{first}"])')
    assert old.evaluate(WHOSE) == phone.page.evaluate(WHOSE) != first
    old.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_ready_for_offline()
    assert [answer.status for answer in answers if answer.ok] == []
    officer.sees_not("All here")


def test_a_session_that_ended_elsewhere_says_so(device):
    teacher = device("phone", "Teacher")
    teacher.wait_ready_for_offline()
    # The same session is ended by another program, as a revocation does.
    teacher.context.request.post("/sign-out", max_redirects=0)
    teacher.page.wait_for_selector('[data-notice="signed-out"]')
    teacher.until(f"({LEFT})().then((left) => left === 0)")
    # Nothing of the person stays on the screen, and nothing comes back with the next tick or save.
    teacher.until("document.querySelector('[data-regions]').childElementCount === 0")
    teacher.page.evaluate("dispatchEvent(new Event('online'))")
    teacher.page.wait_for_timeout(1_500)
    teacher.until("document.querySelector('[data-regions]').childElementCount === 0")
    assert teacher.page.evaluate(LEFT) == 0


def test_a_session_that_ended_says_what_is_not_sent(device):
    teacher = device("phone", "Teacher")
    teacher.hold_lockdown()
    teacher.context.route("**/api/command", lambda route: route.abort())
    teacher.press("reportRoom", "All here", status="allHere")
    teacher.sees("has no answer yet")
    teacher.context.request.post("/sign-out", max_redirects=0)
    teacher.page.wait_for_selector('[data-notice="unsent-kept"]')
    assert teacher.page.locator("[data-regions] > *").count() == 0
    teacher.until(f"({KEPT})().then((position) => position === -1)")
    assert teacher.page.evaluate(LEFT) == 2, "the alarm's outcome and the report are kept, and nothing else"


def test_a_session_that_ended_under_an_alarm_says_what_to_say_instead(device):
    teacher = device("phone", "Teacher")
    teacher.context.route("**/api/command", lambda route: route.abort())
    teacher.page.get_by_text("Use two steps instead").first.click()
    teacher.page.get_by_role("button", name="Send Lockdown now").first.click()
    teacher.sees("No answer yet")
    teacher.context.request.post("/sign-out", max_redirects=0)
    notice = teacher.page.locator('[data-notice="unsent-alarm"]')
    notice.wait_for()
    words = notice.inner_text()
    assert "take it as NOT sent" in words and "911" in words and "This is a Lockdown" in words, words


def test_signing_out_without_a_network_is_made_up_for(device, server, wire):
    teacher = device("phone", "Teacher", through=wire.address)
    teacher.wait_ready_for_offline()
    cookies = teacher.context.cookies()
    wire.cut()
    teacher.page.get_by_role("button", name="Sign out on this device").click()
    teacher.page.wait_for_selector('[data-notice="signed-out-here"]')
    assert teacher.page.evaluate(LEFT) == 0
    assert teacher.page.locator("[data-regions] > *").count() == 0
    # Another start of the page, still away: nothing is shown, and it is said again.
    teacher.page.reload()
    teacher.page.wait_for_selector('[data-notice="signed-out-here"]')
    wire.mend()
    teacher.page.evaluate("dispatchEvent(new Event('online'))")
    teacher.page.wait_for_url(re.compile(r"/sign-in\?out=1$"))
    teacher.context.add_cookies(cookies)
    teacher.page.goto("/staff")
    teacher.page.wait_for_url(re.compile("/sign-in$"))
