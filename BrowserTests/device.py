"""A device in somebody's hand: what a person does on it, in the words of the stories."""

import re
import time

from playwright.sync_api import expect

LIVE = 'html[data-live-ready][data-live-connection="live"]'


class Device:
    """One browser context with one page, and everything it has said and asked for."""

    def __init__(self, context, address: str, has_script: bool = True):
        self.context, self.address, self.has_script = context, address, has_script
        self.said, self.asked, self.name = [], [], ""
        self.page = self.tab()

    def tab(self):
        """Opens one more tab on the same device."""
        page = self.context.new_page()
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("request", lambda request: self.asked.append(request.url))
        return page

    # Coming in

    def sign_in(self, link: str):
        """Opens a sign-in link, uses it, and waits until the person's own page lives."""
        self.page.goto(link)
        self.page.locator('form[action^="/enrol/"] button').click()
        self.page.wait_for_url(re.compile("/(staff|board|responder)$"))
        # An agency follows nothing until something real is going on: its page waits without the shell.
        if self.has_script and self.page.locator("[data-regions]").count():
            self.wait_live()

    def wait_live(self):
        """Waits until the page follows the feed, and a start without a network is prepared."""
        self.page.wait_for_selector(LIVE)

    def wait_ready_for_offline(self):
        """Waits until the service worker governs the page and the state is kept on the device."""
        self.until("navigator.serviceWorker.controller !== null")
        position = self.context.request.get("/api/state").json()["position"]
        self.until(f"({KEPT})().then((kept) => kept >= {position})")

    def go(self, path: str):
        """Opens another page of the server."""
        self.page.goto(path)
        if self.has_script:
            self.wait_live()

    # Acts

    def form(self, act: str, **fields):
        """The form of an act; fields name hidden values that it must carry."""
        wanted = "".join(f':has(input[name="{name}"][value="{value}"])' for name, value in fields.items())
        return self.page.locator(f'form[action="/act"]:has(input[name="act"][value="{act}"]){wanted}')

    def press(self, act: str, words: str, **fields):
        """Opens what the button stands in, as a person would, and presses it."""
        form = self.form(act, **fields).first
        self.open(form)
        form.get_by_role("button", name=words, exact=False).first.click()

    def accept_and_see_the_board(self):
        """Takes the coordination on the dark page of whoever is inside, and asks for the whole board."""
        self.press("acceptPosition", "Yes, I coordinate")
        self.sees("You coordinate")
        self.see_the_whole_board()

    def see_the_whole_board(self):
        """Who is inside a Lockdown gets a dark page first."""
        self.page.get_by_role("link", name="The whole board, brighter").click()
        self.page.wait_for_url(re.compile(r"/board\?incident="))
        if self.has_script:
            self.wait_live()

    def open(self, locator):
        """Opens every closed fold around an element, the outermost first."""
        locator.wait_for(state="attached")
        folds = locator.locator("xpath=ancestor::details")
        for index in range(folds.count()):
            if folds.nth(index).get_attribute("open") is None:
                folds.nth(index).locator("xpath=./summary").click()

    def hold_lockdown(self):
        """Presses the Lockdown button and holds it until the alarm is out."""
        button = self.page.locator("form:has(input[value=lockdown]) [data-hold]").first
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.mouse.down()
        button.locator("xpath=self::*[@data-live-holding]").wait_for()
        self.page.wait_for_selector('#page[data-mode="live"]')
        self.page.mouse.up()

    def raise_action(self, action: str):
        """Raises another action than Lockdown for the whole site."""
        form = self.page.locator(f'form:has(input[name="action"][value="{action}"][type=radio])').first
        self.open(form)
        form.locator(f'input[value="{action}"]').check(force=True)
        form.get_by_role("button", name="Send it now").click()
        self.page.wait_for_selector('#page[data-mode="live"]')

    # What is seen

    def sees(self, words: str):
        """Waits until the words stand somewhere on the page for a person to read."""
        expect(self.page.locator("body")).to_contain_text(words, timeout=30_000, use_inner_text=True)

    def sees_outcome(self, words: str):
        """Waits until the page says so of what this device sent."""
        expect(self.page.locator('[data-region="outbox"]')).to_contain_text(words, timeout=30_000)

    def sees_not(self, words: str):
        """Waits until the words stand nowhere on the page."""
        expect(self.page.locator("body")).not_to_contain_text(words, timeout=30_000, use_inner_text=True)

    def until(self, condition: str):
        """Waits until a condition holds in the page, whose policy forbids Playwright's own way of waiting for one."""
        deadline = time.monotonic() + 30
        while not self.page.evaluate(condition):
            assert time.monotonic() < deadline, f"still not: {condition}"
            self.page.wait_for_timeout(50)

    def mode(self) -> str:
        """Live, drill, or an ordinary day, as the page's frame says."""
        return self.page.locator("#page").get_attribute("data-mode")

    def assert_clean(self):
        """Nothing was complained about, and nothing was asked of anybody else."""
        complaints = [each for each in self.said if each.startswith(("error", "warning"))]
        assert complaints == [], complaints
        strangers = [url for url in self.asked if not url.startswith((self.address, "data:", "blob:"))]
        assert strangers == [], strangers


# The log position up to which the device keeps its state in its own database; -1 when it keeps none.
KEPT = """async () => {
    if (!(await indexedDB.databases()).some((each) => each.name === 'muster')) return -1;
    const database = await new Promise((done) => {
        const request = indexedDB.open('muster');
        request.onsuccess = () => done(request.result);
    });
    const kept = await new Promise((done) => {
        const all = database.transaction('replicas').objectStore('replicas').getAll();
        all.onsuccess = () => done(all.result);
    });
    database.close();
    return kept.length === 0 ? -1 : Number(kept[0].position);
}"""
