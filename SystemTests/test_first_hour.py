"""The first hour of a real school: from an empty folder to a signed-in administrator, by the commands of operations.md.

Run with script/system. Each command is run twice, since each may be; the second time nothing is changed.
"""

import os
import re
import subprocess
from pathlib import Path

import pytest
from test_durable import Muster

ROOT = Path(__file__).resolve().parent.parent


class Operator:
    """Whoever sits at the machine, with one data folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.data = folder / "data"
        self.environment = dict(os.environ, MUSTER_DATA=str(self.data), MUSTER_ORIGIN="http://127.0.0.1:1")

    def run(self, *arguments, code=0):
        """Runs a command, and gives what it says."""
        done = subprocess.run([os.environ["MUSTER_BINARY"], *map(str, arguments)], capture_output=True, text=True,
                              env=self.environment)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def twice(self, *arguments):
        """Runs a command twice; the head of the log must not move the second time."""
        said = self.run(*arguments)
        heads = self.run("verify")
        self.run(*arguments)
        assert self.run("verify") == heads
        return said


@pytest.fixture(name="school")
def made_school(tmp_path):
    """A small school, made by the commands."""
    operator = Operator(tmp_path)
    operator.run("demo-roster", "--out", tmp_path / "roster")
    operator.run("import", "oneroster", tmp_path / "roster", "--dry-run")
    assert not operator.data.exists()
    operator.twice("site", "add", "oak", "--name", "Oak School", "--address", "1 Oak Street, Fallbrook",
                   "--call-back", "555-0110", "--entrance", "Door 1", "--profile", "small")
    said = operator.run("import", "oneroster", tmp_path / "roster", "--site", "oak", code=1)
    assert "Alder Creek Elementary School" in said and "--school" in said
    operator.twice("import", "oneroster", tmp_path / "roster", "--site", "oak",
                   "--school", "Alder Creek Elementary School")
    operator.twice("people", "add", "Dana Whitlock", "--title", "District safety coordinator", "--phone", "555-0142")
    staff = operator.run("people", "list").splitlines()
    operator.staff = [line.split()[0] for line in staff]
    operator.twice("line", "set", operator.staff[0], operator.staff[1], "--off-site", "Dana Whitlock")
    operator.twice("role", "give", operator.staff[0], "administrator", "--until", "2099-06-30")
    return operator


def test_a_school_starts_from_nothing(school):
    """Its first administrator signs in by a link from the terminal, and nothing is missing any more."""
    assert "missing" not in school.run("site", "list")
    link = school.run("link", school.staff[0])
    assert "Oak School" in link and "administrator until 2099" in link
    path = "/enrol/" + re.search(r"/enrol/([0-9a-f]{64})", link).group(1)
    muster = Muster(school.folder)
    muster.start(demo=False)
    try:
        status, headers, _ = muster.ask("POST", path, "")
        assert status == 303
        cookie = headers["Set-Cookie"].split(";")[0]
        status, _, page = muster.ask("GET", "/roster", headers={"Cookie": cookie})
        assert status == 200 and b"Oak School" in page
        # What is in the directory alone is changed beside the server, and holds at once.
        school.run("role", "take", school.staff[0], "administrator")
        assert muster.ask("GET", "/roster", headers={"Cookie": cookie})[0] == 403
        # What stands in the log is not: the command says who holds the folder.
        said = school.run("line", "set", school.staff[1], code=1)
        assert f"process {muster.process.pid} (muster serve)" in said
    finally:
        muster.kill()


def test_no_demo_and_no_links_beside_a_real_school(school):
    """script/server passes --demo always: a real school's people get no link into the output."""
    muster = Muster(school.folder)
    muster.start()
    muster.kill()
    said = muster.output.read_text()
    assert "/enrol/" not in said and "sites of its own" in said


def test_a_slip_is_told_with_what_was_meant(school):
    """Errors say what is the matter and what there is."""
    assert "There are: oak" in school.run("people", "list", "--site", "oka", code=1)
    assert "Dana Whitlock" in school.run("role", "give", "Dana", "sro", code=1)
    assert "muster role give" in school.run("link", school.run("people", "add", "Zed", "--title", "X").split()[0], code=1)
    assert "--name" in school.run("site", "add", "elm", code=64)
    school.environment["MUSTER_DATA"] = str(school.folder / "other")
    assert "--data" in school.run("people", "list", code=1)
    assert not (school.folder / "other").exists()
