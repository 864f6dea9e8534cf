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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_plan(device, look, scheme):
    teacher = device("phone", "Teacher", scheme=scheme)
    teacher.page.get_by_role("link", name="Read the plan of this site").click()
    teacher.page.wait_for_url("**/plan")
    look(teacher, f"plan-{scheme}")
    teacher.page.get_by_role("link", name="Lockdown", exact=True).click()
    teacher.page.wait_for_url("**/plan/annex*")
    look(teacher, f"plan-annex-{scheme}")

    writer = device("desk", "Coordinator (first", scheme=scheme)
    writer.page.goto("/plan")
    writer.page.get_by_role("button", name="New draft from the plan in force").click()
    writer.page.wait_for_url("**/plan/draft*")
    look(writer, f"plan-draft-{scheme}")
    draft = writer.page.url
    number = draft.split("document=")[1]
    for name in ["annex=lockdown", "annex=lockdown&course=lockdown", "section=training", "settings=1", "words=1"]:
        writer.page.goto(f"/plan/edit?document={number}&{name}")
        look(writer, f"plan-edit-{name.split('=')[0]}-{name.count('&')}-{scheme}")
    writer.page.get_by_label("What is announced").first.fill("Hold. Stay where you are.")
    writer.page.get_by_role("button", name="Keep the change").click()
    writer.page.wait_for_url("**/plan/draft*")
    assert writer.page.get_by_text("Words for Hold").is_visible()
    writer.page.get_by_role("button", name="Have it reviewed").click()
    assert writer.page.get_by_text("You wrote in it").is_visible()
    look(writer, f"plan-review-{scheme}")
