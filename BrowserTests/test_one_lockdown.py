"""One lockdown, from the press in a classroom to the closing: phone, desk and responder side by side."""


def lockdown(teacher, coordinator, officer):
    """The alarm goes out from the teacher's phone and arrives at both others."""
    teacher.hold_lockdown()
    teacher.sees("Read this out now, twice")
    for other in (coordinator, officer):
        other.page.wait_for_selector('#page[data-mode="live"]')
        other.sees("Lockdown")


def test_a_lockdown_from_the_press_to_the_closing(device):
    teacher = device("phone", "Teacher")
    coordinator = device("desk", "Coordinator (first")
    officer = device("phone", "School Resource Officer", scheme="dark")

    lockdown(teacher, coordinator, officer)
    coordinator.accept_and_see_the_board()
    coordinator.sees(f"raised by {teacher.name}")
    officer.sees(coordinator.name)

    teacher.press("reportRoom", "All here", status="allHere")
    coordinator.sees("1 of 41")
    teacher.sees("Nothing more is needed from you")

    # The three facts of a responder: what and where, who coordinates, and who commands or needs help.
    for fact in ("Alder Creek Elementary, since", coordinator.name, "No room has asked for help"):
        officer.sees(fact)

    coordinator.press("endAction", "Announcement")
    officer.sees_not("Silent in Lockdown")
    coordinator.press("closeIncident", "Close it")
    for each in (teacher, officer):
        each.page.wait_for_selector('#page[data-mode="everyday"]')
    teacher.sees("Lockdown has ended")
    officer.sees("Lockdown has ended")

    for each in (teacher, coordinator, officer):
        each.assert_clean()


def test_the_two_step_form_raises_as_the_hold_does(device):
    teacher = device("phone", "Teacher")
    officer = device("phone", "School Resource Officer")
    teacher.page.get_by_text("Use two steps instead").first.click()
    teacher.page.get_by_role("button", name="Send Lockdown now").first.click()
    teacher.sees("Read this out now, twice")
    officer.page.wait_for_selector('#page[data-mode="live"]')
    teacher.assert_clean()


def test_letting_go_early_raises_nothing(device):
    teacher = device("phone", "Teacher")
    button = teacher.page.locator("[data-hold]").first
    box = button.bounding_box()
    teacher.page.mouse.move(box["x"] + 20, box["y"] + 20)
    teacher.page.mouse.down()
    teacher.page.wait_for_selector("[data-live-holding]")
    teacher.page.mouse.up()
    teacher.page.wait_for_selector("[data-live-holding]", state="detached")
    assert teacher.mode() == "everyday"
    assert not any("/api/command" in url for url in teacher.asked)
