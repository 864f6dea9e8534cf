"""Everything that matters, without a mouse: found by Tab, pressed by Enter or Space, and seen where it is."""

import pytest

FOCUS = """() => {
    const here = document.activeElement;
    // What was in focus may just have gone: then what was around it is, and its words are no stop.
    if (here === document.body || here.tabIndex < 0) return null;
    const style = getComputedStyle(here);
    const isSeen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return { words: here.innerText ?? '', isSeen, where: here.outerHTML.slice(0, 200) };
}"""

MOST_TABS = 200


def tab_to(device, words: str):
    """Presses Tab until the focus is on what bears the words; each stop on the way must be seen."""
    keyboard = device.page.keyboard
    for _ in range(MOST_TABS):
        keyboard.press("Tab")
        here = device.page.evaluate(FOCUS)
        if here is None:
            continue
        assert here["isSeen"], f"the focus is not seen on {here['where']}"
        if words in here["words"]:
            return
    raise AssertionError(f"{words!r} is not reached by Tab")


def test_raise_report_accept_and_hand_over_by_keyboard(device):
    teacher = device("phone", "Teacher")
    coordinator = device("desk", "Coordinator (first")

    tab_to(teacher, "Use two steps instead")
    teacher.page.keyboard.press("Enter")
    tab_to(teacher, "Send Lockdown now")
    teacher.page.keyboard.press("Enter")
    teacher.sees("Read this out now, twice")
    tab_to(teacher, "All here")
    teacher.page.keyboard.press("Space")
    teacher.sees("Nothing more is needed from you")

    coordinator.page.wait_for_selector('#page[data-mode="live"]')
    tab_to(coordinator, "Yes, I coordinate")
    coordinator.page.keyboard.press("Enter")
    # Who holds the position inside a Lockdown gets a dark page; its first button hands over.
    coordinator.sees("You coordinate")
    tab_to(coordinator, "Hand to outside")
    coordinator.page.keyboard.press("Enter")
    coordinator.sees("Asked: ")


@pytest.mark.parametrize("role", ["Teacher", "Coordinator (first", "School Resource Officer"])
def test_the_first_tab_skips_to_the_main_part(device, role):
    someone = device("desk", role)
    someone.page.keyboard.press("Tab")
    assert "Skip to the main part" in someone.page.evaluate("document.activeElement.innerText")
    assert someone.page.locator("a.skip").is_visible()
    someone.page.keyboard.press("Enter")
    someone.until("document.activeElement.id === 'main'")
