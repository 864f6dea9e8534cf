"""A drill becomes an emergency while one phone is out of reach; when it is back it shows what is true."""


def test_a_drill_turned_actual_while_a_device_is_away(device):
    coordinator = device("desk", "Coordinator (first")
    teacher = device("phone", "Teacher")
    other = device("phone", "Another teacher")
    start = coordinator.form("raise", level="protective")
    coordinator.open(start)
    start.locator('select[name="action"]').select_option("secure")
    start.get_by_role("button", name="Start it now").click()
    for each in (teacher, other, coordinator):
        each.page.wait_for_selector('#page[data-mode="drill"]')
        # First and last, on every page of a drill.
        assert "DRILL" in each.page.locator(".mode-band").first.inner_text().upper()
        assert "DRILL" in each.page.locator(".mode-band").last.inner_text().upper()
        assert each.page.title().upper().startswith("DRILL") and each.page.title().upper().endswith("DRILL")

    other.context.set_offline(True)
    turn = coordinator.form("turnActual")
    coordinator.open(turn)
    turn.get_by_text("Use two steps instead").click()
    turn.get_by_role("button", name="Yes, it is real").click()
    teacher.page.wait_for_selector('#page[data-mode="live"]')
    assert other.mode() == "drill"

    other.context.set_offline(False)
    other.page.wait_for_selector('#page[data-mode="live"]')
    for each in (teacher, coordinator):
        each.assert_clean()
        each.sees_not("DRILL")
