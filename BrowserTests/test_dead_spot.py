"""A raise from a place without a network: it says so, says the words, and never becomes a late alarm."""


def test_a_raise_from_a_dead_spot_is_an_unconfirmed_report_when_it_arrives(device):
    teacher = device("phone", "Teacher")
    coordinator = device("desk", "Coordinator (first")
    teacher.wait_ready_for_offline()
    teacher.page.clock.install()
    teacher.context.set_offline(True)

    teacher.page.get_by_text("Use two steps instead").first.click()
    teacher.page.get_by_role("button", name="Send Lockdown now").first.click()
    # The words for the intercom are there at once; that it was not sent follows within seconds.
    teacher.sees("Lockdown. Lock your doors now.")
    teacher.page.clock.run_for(6_000)
    teacher.sees("Keep this page open")
    teacher.sees("use the")

    # Two minutes and more later the phone comes back: by its own clock the press is old.
    teacher.page.clock.run_for(125_000)
    teacher.context.set_offline(False)
    teacher.page.clock.run_for(30_000)
    coordinator.sees("A late alarm: Lockdown")
    assert coordinator.mode() == "everyday"
    officer = device("phone", "School Resource Officer")
    officer.sees("Nothing is going on")
