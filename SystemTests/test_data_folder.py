"""One data folder: held by one process, read beside it by others, copied while it is written to.

Run with script/system.
"""

import json
import os
import re
import subprocess

import pytest
from test_durable import Muster, note, headers, raise_lockdown


def muster_says(*arguments):
    """Runs muster, and gives its status and all that it says."""
    done = subprocess.run([os.environ["MUSTER_BINARY"], *map(str, arguments)], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(name="muster")
def running_muster(tmp_path):
    """A server with the demo and two notes in its log."""
    muster = Muster(tmp_path)
    muster.start()
    muster.cookie = muster.sign_in("Coordinator (first")
    state = json.loads(muster.ask("GET", "/api/state", headers={"Cookie": muster.cookie})[2])
    muster.site = state["directory"]["card"]["site"]
    muster.incident = raise_lockdown(muster, muster.cookie, muster.site)
    write(muster, "first")
    yield muster
    muster.kill()


def write(muster, name):
    """Writes a note and gives the answer."""
    status, _, text = muster.ask("POST", "/api/command", note(name, muster.incident, muster.site), headers(muster.cookie))
    assert status == 200, text
    return json.loads(text)


def test_a_second_server_says_who_holds_the_folder(muster):
    """Whatever its port, it ends before it has written anything, and prints no link."""
    status, said = muster_says("serve", "--demo", "--data", muster.data, "--port", "1")
    assert status == 1 and f"process {muster.process.pid} (muster serve)" in said and "/enrol/" not in said


def test_a_taken_port_is_said_and_no_link_is_printed(muster, tmp_path):
    """Links of a server that nobody can reach would be used up in vain."""
    status, said = muster_says("serve", "--demo", "--data", tmp_path / "other", "--port", muster.port)
    assert status == 1 and f"Port {muster.port}" in said and "--port" in said and "/enrol/" not in said


def test_a_running_server_is_verified_exported_and_backed_up(muster, tmp_path):
    """What was answered is in the copy; the copy is whole, goes on as a server, and a newer head is missed in it."""
    before = write(muster, "second")
    assert muster.verify("--site", muster.site, "--head", before["head"]).returncode == 0
    status, said = muster_says("incidents", "--data", muster.data)
    assert status == 0 and re.search(rf"^{muster.incident}\t{muster.site}\t\S+Z\t.*\topen$", said, re.M), said
    status, said = muster_says("export", muster.incident, "--data", muster.data, "--output", tmp_path / "export.jsonl")
    assert status == 0 and muster_says("verify", tmp_path / "export.jsonl")[0] == 0, said
    status, said = muster_says("backup", tmp_path / "backups", "--data", muster.data)
    assert status == 0, said
    copy = next((tmp_path / "backups").iterdir())
    assert re.fullmatch(r"muster-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ", copy.name)
    assert sorted(each.name for each in copy.iterdir()) == ["directory.sqlite", "heads.txt", "keys.sqlite", "log.sqlite"]
    assert before["head"] in (copy / "heads.txt").read_text()
    assert (copy.stat().st_mode & 0o777) == 0o700
    after = write(muster, "third")
    assert muster_says("verify", "--data", copy, "--head", before["head"])[0] == 0
    assert muster_says("verify", "--data", copy, "--head", after["head"])[0] == 1
    muster.kill()
    restored = Muster(tmp_path / "backups")
    restored.data = copy
    restored.start()
    restored.kill()


def test_what_cannot_be_read_ends_with_two(tmp_path):
    """1 is a bad record, and nothing else."""
    (tmp_path / "log.sqlite").write_bytes(b"no database" * 100)
    for arguments in (["verify"], ["incidents"], ["export", "i-1"], ["backup", tmp_path / "backups"]):
        assert muster_says(*arguments, "--data", tmp_path)[0] == 2, arguments
    assert muster_says("verify", tmp_path / "missing.jsonl")[0] == 2
    assert muster_says("verify", "--data", tmp_path / "missing")[0] == 2
    assert not (tmp_path / "missing").exists()
