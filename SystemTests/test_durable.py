"""Durable: the real server under load is killed twenty times, and every command it answered is in the log.

Run with script/system. What was answered before a kill must be answered the same after it (same position, same head of
the chain), and `muster verify` must find the chain whole and the last answered head in it. That a commit reaches the
disk and not only the page cache is another test's work: Tests/MusterLogTests/Durable.
"""

import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.parse
from pathlib import Path

KILLS = 20
SENDERS = 6
SECONDS_TO_START = 30
ROOT = Path(__file__).resolve().parent.parent


class Muster:
    """The real binary with its own data folder, killed and started again."""

    def __init__(self, folder: Path):
        self.binary = os.environ["MUSTER_BINARY"]
        self.data = folder / "data"
        self.output = folder / "output"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = None

    def start(self, demo=True):
        """Starts the server and waits for its first answer."""
        command = [self.binary, "serve", "--data", self.data, "--port", str(self.port), "--web", ROOT / "Web"]
        command += ["--demo"] if demo else []
        environment = dict(os.environ, MUSTER_COMMANDS_PER_TEN_SECONDS="1000000")
        with open(self.output, "wb") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=environment)
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                if self.ask("GET", "/health")[0] == 200:
                    return
            except OSError:
                pass
            assert self.process.poll() is None, self.output.read_text()
            assert time.monotonic() < deadline, "muster did not answer"
            time.sleep(0.02)

    def kill(self):
        """Ends the process without a word to it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def ask(self, method, path, body=None, headers=None):
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def sign_in(self, words):
        """A cookie of the demo person whose link is printed behind these words."""
        line = next(line for line in self.output.read_text().splitlines() if line.strip().startswith(words))
        path = urllib.parse.urlparse(re.search(r"https?://\S+", line).group(0)).path
        status, headers, _ = self.ask("POST", path, "")
        assert status == 303, status
        return next(value for name, value in headers.items() if name.lower() == "set-cookie").split(";")[0]

    def verify(self, *arguments):
        """What `muster verify` says of the data folder."""
        return subprocess.run([self.binary, "verify", "--data", self.data, *arguments], capture_output=True, text=True)


class Sender(threading.Thread):
    """A device that sends notes one after the other and remembers what it was answered."""

    def __init__(self, muster, cookie, name, incident, site):
        super().__init__(daemon=True)
        self.muster, self.cookie, self.name = muster, cookie, name
        self.incident, self.site = incident, site
        self.answered, self.ends = {}, threading.Event()

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.muster.port, timeout=10)
        number = 0
        try:
            while not self.ends.is_set():
                number += 1
                body = note(f"{self.name}-{number}", self.incident, self.site)
                connection.request("POST", "/api/command", body, headers(self.cookie))
                answer = connection.getresponse()
                text = answer.read()
                if answer.status == 200:
                    self.answered[body] = json.loads(text)
        except (OSError, http.client.HTTPException, ValueError):
            pass  # The server was killed under it.
        finally:
            connection.close()


def headers(cookie):
    return {"Content-Type": "application/json", "Cookie": cookie, "Sec-Fetch-Site": "same-origin"}


def note(name, incident, site):
    now = int(time.time() * 1000)
    source = {"channel": "direct", "observedAt": now}
    return json.dumps({"id": name, "site": site, "madeAt": now, "type": "writeNote",
                       "body": {"incident": incident, "source": source, "text": f"note {name}"}})


def raise_lockdown(muster, cookie, site):
    """Raises a lockdown of the whole site and gives the incident's id."""
    now = int(time.time() * 1000)
    body = {"kind": "actual", "level": "protective", "action": "lockdown", "places": [site],
            "source": {"channel": "direct", "observedAt": now}}
    envelope = {"id": "raise-1", "site": site, "madeAt": now, "type": "raise", "body": body}
    status, _, text = muster.ask("POST", "/api/command", json.dumps(envelope), headers(cookie))
    assert status == 200, text
    _, _, text = muster.ask("GET", "/api/state", headers={"Cookie": cookie})
    return json.loads(text)["state"]["state"]["incidents"][0]["id"]


def test_every_answered_command_survives_twenty_kills(tmp_path):
    """Sends from six connections, kills at random moments, and asks again for everything that was answered."""
    chance = random.Random(2026)
    muster = Muster(tmp_path)
    muster.start()
    try:
        cookies = [muster.sign_in(words) for words in ("Teacher", "Another teacher", "Coordinator (first")]
        site = json.loads(muster.ask("GET", "/api/state", headers={"Cookie": cookies[0]})[2])["directory"]["card"]["site"]
        incident = raise_lockdown(muster, cookies[0], site)
        answered, last = 0, None
        for kill in range(KILLS):
            senders = [Sender(muster, cookies[each % 3], f"k{kill}-{each}", incident, site) for each in range(SENDERS)]
            for sender in senders:
                sender.start()
            time.sleep(chance.uniform(0.1, 0.6))
            muster.kill()
            for sender in senders:
                sender.ends.set()
                sender.join(timeout=15)
            muster.start()
            for sender in senders:
                for body, first in sender.answered.items():
                    status, _, text = muster.ask("POST", "/api/command", body, headers(sender.cookie))
                    assert status == 200, text
                    assert json.loads(text) == first
                    answered += 1
                    if last is None or first["position"] > last["position"]:
                        last = first
        assert answered > KILLS * SENDERS, "the load was too small to show anything"
        print(f"{answered} answered commands, {KILLS} kills")
    finally:
        muster.kill()
    whole = muster.verify()
    assert whole.returncode == 0, whole.stdout + whole.stderr
    kept = muster.verify("--site", site, "--head", last["head"])
    assert kept.returncode == 0, kept.stdout + kept.stderr
