"""The shell in a real Chromium: patch, outbox, tabs, offline start. Needs playwright and Debian's chromium."""

import json
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

HERE = Path(__file__).parent


class Site:
    """The trial's server and the words with which a test speaks to it."""

    def __enter__(self):
        self.process = subprocess.Popen(["node", HERE / "server.mjs"], stdout=subprocess.PIPE, text=True)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}"
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def post(self, path, text):
        urllib.request.urlopen(self.url + path, data=text.encode()).read()

    def note(self, text):
        self.post("/trial/record", json.dumps({"type": "note", "text": text}))

    @property
    def facts(self):
        return json.load(urllib.request.urlopen(self.url + "/trial/facts"))


def opened(context, site):
    page = context.new_page()
    page.on("pageerror", lambda error: print("page error:", error, file=sys.stderr))
    page.on("console", lambda message: message.type == "error" and print("console:", message.text, file=sys.stderr))
    page.goto(site.url)
    expect(page.locator("#state")).to_have_text("live")
    return page


def keeps_what_a_person_does(context, site):
    page = opened(context, site)
    site.note("first")
    first = page.get_by_label("first")
    expect(first).to_be_visible()
    page.locator("#two-step summary").click()
    first.fill("half a sentence")
    first.evaluate("field => field.setSelectionRange(2, 6)")
    site.note("second")
    expect(page.get_by_label("second")).to_be_visible()
    expect(first).to_be_focused()
    expect(first).to_have_value("half a sentence")
    assert first.evaluate("field => [field.selectionStart, field.selectionEnd]") == [2, 6]
    assert page.locator("#two-step").evaluate("details => details.open")
    expect(page.locator("#two-step p")).to_have_text("2")
    age = page.locator("[data-age]").inner_text()
    expect(page.locator("[data-age]")).not_to_have_text(age)
    expect(first).to_be_focused()
    page.close()


PATCH = """async (steps) => {
    const { patch } = await import('/assets/patch.mjs');
    const place = document.createElement('main');
    document.body.replaceChildren(place);
    place.dataset.regions = '';
    const said = [];
    for (const { regions, order, before } of steps) {
        if (before) place.querySelector(before.select)[before.call](...(before.with ?? []));
        said.push(patch(place, regions, order ?? null).map(({ level, text }) => `${level}: ${text}`));
    }
    const focused = document.activeElement.closest('[data-key], [data-region]');
    return { html: place.innerHTML, said, focused: focused?.dataset.key ?? focused?.dataset.region ?? null };
}"""


def patched(context, site, *steps):
    page = context.new_page()
    page.goto(site.url + "/trial/facts")
    answer = page.evaluate(PATCH, list(steps))
    page.close()
    return answer


def draws_regions(context, site):
    region = lambda key, html: {"key": key, "html": html}
    rooms = region("rooms", '<ul><li data-region="r1"></li><li data-region="r2"></li></ul>')
    swapped = region("rooms", '<ul><li data-region="r2"></li><li data-region="r1" class="on"></li></ul>')
    answer = patched(context, site, {"regions": [rooms, region("r1", "one"), region("r2", "two")]},
                     {"regions": [swapped, region("r2", "2")]})
    assert answer["html"] == ('<section data-region="rooms"><ul><li data-region="r2">2</li>'
                              '<li data-region="r1" class="on">one</li></ul></section>'), answer["html"]

    answer = patched(context, site, {"regions": [region("b", "b")], "order": ["b"]},
                     {"regions": [region("a", "a"), region("c", "c")], "order": ["a", "b", "c"]},
                     {"regions": [], "order": ["c", "a"]})
    assert answer["html"] == ('<section data-region="c">c</section>'
                              '<section data-region="a">a</section>'), answer["html"]

    piece = lambda key: f'<li data-region="{key}"><input></li>'
    answer = patched(context, site, {"regions": [region("l", f"<ul>{piece('a')}{piece('b')}{piece('c')}</ul>")]},
                     {"regions": [{"key": "x", "html": piece("x"), "before": "a"}, {"key": "b", "gone": True},
                                  {"key": "y", "html": piece("y"), "after": "c"}, region("x", "<b>1</b>")],
                      "before": {"select": "[data-region=b] input", "call": "focus"}})
    keys = [part.split('"')[0] for part in answer["html"].split('data-region="')[1:]]
    assert keys == ["l", "x", "a", "c", "y"] and "<b>1</b>" in answer["html"], answer
    assert answer["focused"] == "l", answer

    say = lambda text, age: region("s", f'<p data-announce="assertive">{text} <i data-age>{age} s</i></p>')
    answer = patched(context, site, {"regions": [say("Hold", 1)]}, {"regions": [say("Hold", 2)]},
                     {"regions": [say("Lockdown", 1)]})
    assert answer["said"] == [["assertive: Hold"], [], ["assertive: Lockdown"]], answer["said"]

    row = lambda key: f'<li data-key="{key}"><input></li>'
    rows = lambda keys: region("l", f"<ul>{''.join(map(row, keys))}</ul>")
    answer = patched(context, site, {"regions": [rows("abcd")]},
                     {"regions": [rows("dcxa")], "before": {"select": "[data-key=c] input", "call": "focus"}})
    assert answer["focused"] == "c", answer
    keys = [part[0] for part in answer["html"].split('data-key="')[1:]]
    assert keys == list("dcxa"), keys
    answer = patched(context, site, {"regions": [rows("ab")]},
                     {"regions": [rows("b")], "before": {"select": "[data-key=a] input", "call": "focus"}})
    assert answer["focused"] == "l", answer

    call = lambda key: f'<li data-region="{key}"><a href="tel:911">Call</a></li>'
    answer = patched(context, site, {"regions": [region("l", f"<ul>{call('a')}{call('b')}</ul>")]},
                     {"regions": [{"key": "a", "gone": True}], "before": {"select": "[data-region=a] a", "call": "focus"}})
    assert answer["focused"] == "b", answer


FIELDS = """async () => {
    const { patch } = await import('/assets/patch.mjs');
    const place = document.createElement('main');
    document.body.replaceChildren(place);
    const html = (text, on, choice) => `<form>${['a', 'b', 'c', 'd'].map((key) => `<input id="${key}" value="${text}">`)
        .join('')}<textarea id="e">${text}</textarea><textarea id="f">${text}</textarea>${['g', 'h'].map((key) =>
        `<input type="checkbox" id="${key}" ${on}>`).join('')}${['i', 'j'].map((key) => `<select id="${key}">${['x', 'y', 'z']
        .map((each) => `<option ${each === choice ? 'selected' : ''}>${each}</option>`).join('')}</select>`).join('')}
        <input type="hidden" id="k" value="${text}"></form>`;
    const at = (key) => document.getElementById(key);
    const region = place.appendChild(document.createElement('section'));
    region.dataset.region = 'r';
    patch(place, [{ key: 'r', html: html('old', '', 'x') }]);
    at('b').value = 'typed';
    at('c').value = 'typed'; at('c').value = 'old';
    at('e').value = 'typed';
    at('g').click(); at('g').blur();
    at('h').click(); at('h').click();
    at('i').value = 'y';
    at('d').focus();
    patch(place, [{ key: 'r', html: html('new', 'checked', 'z') }]);
    return Object.fromEntries([...place.querySelectorAll('[id]')]
        .map((field) => [field.id, field.type === 'checkbox' ? field.checked : field.value]));
}"""


def leaves_typed_text_and_choices(context, site):
    page = context.new_page()
    page.goto(site.url + "/trial/facts")
    fields = page.evaluate(FIELDS)
    assert fields == {
        "a": "new", "b": "typed", "c": "new", "d": "old",  # untouched, typed, typed and taken back, focused
        "e": "typed", "f": "new", "g": True, "h": True, "i": "y", "j": "z", "k": "new",
    }, fields
    page.close()


def sends_once_and_says_how_it_stands(context, site):
    page = opened(context, site)
    text = page.locator("#text")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("[data-live-own]")).to_have_text("Write what you see.")
    expect(text).to_be_focused()
    text.fill("smoke in hall B")
    page.get_by_role("button", name="Send").dblclick()
    expect(page.get_by_label("smoke in hall B")).to_be_visible()
    expect(text).to_have_value("")
    assert site.facts["notes"].count("smoke in hall B") == 1
    page.locator("[data-seen]").click()
    expect(page.locator("[data-seen]")).to_have_count(0)
    text.fill("refuse me")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("[data-live-own]")).to_have_text("Not now.")
    expect(text).to_have_value("refuse me")
    page.reload()
    expect(page.locator("[data-region=outbox] p")).to_contain_text("rejected")
    page.locator("[data-seen]").click()
    expect(page.locator("[data-seen]")).to_have_count(0)
    page.close()


def holds_and_lets_go(context, site):
    page = opened(context, site)
    before = site.facts["notes"].count("raised")
    button = page.get_by_role("button", name="Hold")
    button.hover()
    page.mouse.down()
    page.wait_for_selector("[data-live-holding]")
    page.mouse.up()
    expect(button).not_to_have_attribute("data-live-holding", "")
    expect(page.locator("#two-step summary")).to_be_focused()
    assert site.facts["notes"].count("raised") == before
    button.hover()
    page.mouse.down()
    expect(page.get_by_label("raised")).to_be_visible()
    page.mouse.up()
    assert site.facts["notes"].count("raised") == before + 1
    page.close()


def one_connection_for_all_tabs(context, site):
    pages = [opened(context, site) for _ in range(3)]
    assert site.facts["listeners"] == 1
    site.note("to all tabs")
    for page in pages:
        expect(page.get_by_label("to all tabs")).to_be_visible()
    pages[0].close()
    site.note("after the leader left")
    for page in pages[1:]:
        expect(page.get_by_label("after the leader left")).to_be_visible()
        page.close()


def begins_anew_when_told(context, site):
    pages = [opened(context, site) for _ in range(2)]
    site.post("/trial/restart", "in the new state only")
    for page in pages:
        expect(page.get_by_label("in the new state only")).to_be_visible()
    site.note("after the new state")
    for page in pages:
        expect(page.get_by_label("after the new state")).to_have_count(1)
        page.close()


def goes_on_without_a_network(context, site):
    page = opened(context, site)
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    page.wait_for_timeout(2_500)  # the replica is kept two seconds after a change
    site.post("/trial/mode", "down")
    context.set_offline(True)
    expect(page.locator("#state")).to_have_text("offline")
    page.reload()
    expect(page.get_by_label("smoke in hall B")).to_be_visible()
    assert page.locator("main").get_attribute("data-person") is None, "this is the kept empty page"
    page.locator("#text").fill("from a dead spot")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("[data-region=outbox]")).to_contain_text("sent")
    page.reload()
    expect(page.locator("[data-region=outbox]")).to_contain_text("sent")
    context.set_offline(False)
    site.post("/trial/mode", "up")
    expect(page.get_by_label("from a dead spot")).to_be_visible(timeout=15_000)
    expect(page.locator("[data-region=outbox]")).to_contain_text("accepted", timeout=15_000)
    assert site.facts["notes"].count("from a dead spot") == 1
    page.close()


def stops_folding_what_it_does_not_know(context, site):
    page = opened(context, site)
    site.post("/trial/record", json.dumps({"type": "unknown"}))
    expect(page.locator("[data-notice=update]")).to_be_visible()
    loads = page.evaluate("performance.getEntriesByType('navigation')[0].type")
    assert loads == "reload", loads
    site.post("/trial/record", json.dumps({"type": "trap"}))
    page.wait_for_timeout(1_000)
    expect(page.locator("[data-notice=update]")).to_have_count(1)
    page.close()


def main():
    with Site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context()
        context.set_default_timeout(10_000)
        passed = 0
        trials = [draws_regions, leaves_typed_text_and_choices, keeps_what_a_person_does, sends_once_and_says_how_it_stands, holds_and_lets_go,
                  one_connection_for_all_tabs, begins_anew_when_told, goes_on_without_a_network, stops_folding_what_it_does_not_know]
        for trial in [each for each in trials if not sys.argv[1:] or each.__name__ in sys.argv[1:]]:
            trial(context, site)
            print("passed:", trial.__name__)
            passed += 1
        browser.close()
    print(f"{passed} passed, 0 failed")


if __name__ == "__main__":
    main()
