"""Where no script runs, plain forms do the same: raise, report, accept."""


def test_raise_report_and_accept_through_plain_forms(device):
    teacher = device("phone", "Teacher", script=False)
    coordinator = device("desk", "Coordinator (first", script=False)
    watcher = device("desk", "Coordinator off site")

    form = teacher.form("raise", action="lockdown")
    teacher.open(form.get_by_role("button", name="Send Lockdown now").or_(form.locator("button[type=submit]")).first)
    if form.locator("details").first.get_attribute("open") is None:
        form.locator("summary").first.click()
    form.get_by_role("button", name="Send Lockdown now").click()
    teacher.sees("Read this out now, twice")
    watcher.page.wait_for_selector('#page[data-mode="live"]')

    teacher.press("reportRoom", "All here", status="allHere")
    teacher.sees("Nothing more is needed from you")
    watcher.sees("1 of 41")

    coordinator.page.reload()
    coordinator.accept_and_see_the_board()
    coordinator.sees(coordinator.name)
    watcher.sees(coordinator.name)
    for each in (teacher, coordinator):
        each.assert_clean()

    teacher.page.wait_for_timeout(5_000)
    teacher.page.reload()
    teacher.press("claimMistake", "This was a mistake")
    teacher.sees("The alarm stands until somebody has called you back")
    teacher.page.get_by_role("link", name="Back").click()
    teacher.sees("Lockdown")


def test_a_form_from_elsewhere_is_refused(device):
    teacher = device("phone", "Teacher", script=False)
    answer = teacher.context.request.post(
        "/act", form={"act": "raise", "action": "lockdown", "kind": "actual", "token": "guessed"},
        headers={"Origin": "https://elsewhere.example"})
    assert answer.status == 403
    teacher.page.reload()
    assert teacher.mode() == "everyday"
