"""axe-core finds nothing on any page, in any state, light and dark."""

import pytest

from test_one_lockdown import lockdown


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_and_state(device, look, scheme):
    visitor = device("phone", scheme=scheme)
    visitor.page.goto("/sign-in")
    look(visitor, f"sign-in-{scheme}")

    teacher = device("phone", "Teacher", scheme=scheme)
    coordinator = device("desk", "Coordinator (first", scheme=scheme)
    officer = device("phone", "School Resource Officer", scheme=scheme)
    look(teacher, f"staff-quiet-{scheme}")
    look(coordinator, f"board-quiet-{scheme}")
    look(officer, f"responder-quiet-{scheme}")

    lockdown(teacher, coordinator, officer)
    look(teacher, f"staff-raised-{scheme}", full_page=False)
    look(coordinator, f"board-asked-{scheme}")
    look(officer, f"responder-lockdown-{scheme}")
    coordinator.accept_and_see_the_board()
    teacher.press("reportRoom", "All here", status="allHere")
    coordinator.sees("1 of 41")
    look(coordinator, f"board-lockdown-{scheme}")
    look(teacher, f"staff-reported-{scheme}", full_page=False)
    for fold in coordinator.page.locator("details:not([open]) > summary").all():
        fold.click() if fold.is_visible() else None
    look(coordinator, f"board-open-{scheme}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_drill(device, look, scheme):
    coordinator = device("desk", "Coordinator (first", scheme=scheme)
    teacher = device("phone", "Teacher", scheme=scheme)
    start = coordinator.form("raise", level="protective")
    coordinator.open(start)
    start.locator('select[name="action"]').select_option("evacuate")
    start.get_by_role("button", name="Start it now").click()
    for each in (teacher, coordinator):
        each.page.wait_for_selector('#page[data-mode="drill"]')
    look(coordinator, f"board-drill-{scheme}")
    look(teacher, f"staff-drill-{scheme}", full_page=False)
