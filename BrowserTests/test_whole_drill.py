"""A whole lockdown drill: three phones, two desks, police in the middle, a handover, and a phone that goes off."""


def test_a_drill_from_raising_to_closing(device):
    teacher = device("phone", "Teacher")
    other = device("phone", "Another teacher", scheme="dark")
    inside = device("phone", "Coordinator (first")
    outside = device("desk", "Coordinator off site")
    officer = device("desk", "School Resource Officer")
    everybody = (teacher, other, inside, outside, officer)

    start = outside.form("raise", level="protective")
    outside.open(start)
    start.locator('select[name="action"]').select_option("lockdown")
    start.get_by_role("button", name="Start it now").click()
    for each in everybody:
        each.page.wait_for_selector('#page[data-mode="drill"]')
        assert each.page.title().upper().startswith("DRILL") and each.page.title().upper().endswith("DRILL")

    # The coordinator is in the building and gets the dark page for one thumb.
    inside.page.wait_for_selector('[data-look="quiet"]')
    inside.press("acceptPosition", "Yes, I coordinate")
    inside.sees("You coordinate")
    for each in (outside, officer):
        each.sees(inside.name)

    # Rooms say how they are; what the plan lays down stands on the board as tasks of positions.
    for each in (teacher, other):
        each.press("reportRoom", "All here", status="allHere")
        each.sees("Nothing more is needed from you")
    outside.sees("2 of 41")
    outside.sees("Tasks")

    # Police have command: a fact on somebody's report, and nothing is asked of them.
    scene = outside.form("recordSceneCommand").first
    outside.open(scene)
    scene.get_by_role("button").last.click()
    outside.sees("Police")
    officer.sees("Police")
    outside.sees("serves as")

    # Handed to the outside duty person; before it is accepted the phone goes off.
    inside.press("handOver", "Hand to outside")
    outside.sees("Yes, I coordinate")
    inside.context.set_offline(True)
    inside.page.close()
    outside.press("acceptPosition", "Yes, I coordinate")
    outside.sees("Read three facts back")
    officer.sees(outside.name)
    outside.press("readBack", "I read them back")

    # The new holder has the tasks, and ends what the old one began.
    done = outside.form("reportTask").first
    outside.open(done)
    done.get_by_role("button").first.click()
    outside.press("endAction", "The agency in command says so")
    officer.sees_not("Silent in Lockdown")
    outside.press("closeIncident", "Close it")
    for each in (teacher, other, officer):
        each.page.wait_for_selector('#page[data-mode="everyday"]')
    for each in (teacher, other, outside, officer):
        each.assert_clean()
