"""What every browser test starts from: a real server with a demo district, and a real Chromium.

Run them with script/browser; it builds the server and muster.wasm first and says where they are.
"""

import os
import tempfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from device import Device
from server import Server

CHROMIUM = "/usr/bin/chromium"

# How many milliseconds a page may take to show what a story expects.
PATIENCE = 30_000

# The screens that pages are made for: a phone in one hand, a desk, a wall.
SCREENS = {
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True},
    "desk": {"viewport": {"width": 1440, "height": 900}},
    "wall": {"viewport": {"width": 1920, "height": 1080}},
}


def pytest_addoption(parser):
    """--screenshots DIR keeps a picture of each page that a test looks at."""
    parser.addoption("--screenshots", metavar="DIR", help="keep a picture of every page looked at")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """A skipped test is a red one: what cannot run here must be seen."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped; make it run or take it out"


@pytest.fixture
def server():
    """A server of the test's own, with a fresh demo district."""
    with tempfile.TemporaryDirectory(prefix="muster-") as folder:
        running = Server(Path(folder) / "data")
        running.start()
        try:
            yield running
        finally:
            running.stop()


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium; as root it runs without its sandbox, against pages of our own only."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


@pytest.fixture
def device(chromium, server):
    """device("phone") is a new device with its own storage; device("desk", scheme="dark") a dark one.

    With a role, such as device("phone", "Teacher"), it is signed in by the link that the server printed; `through`
    is the address of a wire between it and the server.
    """
    contexts = []

    def new(screen: str = "phone", role: str | None = None, scheme: str = "light", script: bool = True,
            through: str | None = None) -> Device:
        address = through or server.address
        context = chromium.new_context(
            base_url=address, color_scheme=scheme, java_script_enabled=script, **SCREENS[screen])
        # A story that waits for something that does not come ends soon, and says what it waited for.
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        found = Device(context, address, script)
        if role:
            found.name, link = server.person(role)
            found.sign_in(link.replace(server.address, address))
        return found

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def look(request):
    """look(page, "name") checks a page as axe-core does, and keeps its picture when asked to."""
    folder = request.config.getoption("--screenshots")

    def check(device, name: str, full_page: bool = True):
        page = device.page
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=full_page)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"

    return check
