"""A real server, as the browser tests and the browser's benchmark start it."""

import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_START = 60


class Server:
    """A running `muster serve` with its own data, on a port of its own; stop() and start() keep both."""

    def __init__(self, data: Path, web: Path = ROOT / "Web", wasm: Path = ROOT / ".build/wasm/muster.wasm"):
        self.binary = os.environ["MUSTER_BINARY"]
        self.data, self.web, self.wasm = data, web, wasm
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.output = data.parent / f"{data.name}.log"
        self.process = None

    def start(self):
        """Starts the process and waits until it answers."""
        command = [self.binary, "serve", "--data", self.data, "--port", str(self.port), "--web", self.web,
                   "--wasm", self.wasm, "--demo"]
        with open(self.output, "ab") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + SECONDS_TO_START
        while not self.answers():
            if self.process.poll() is not None:
                raise AssertionError(f"muster ended with {self.process.returncode}:\n{self.log()}")
            if time.monotonic() > deadline:
                self.stop()
                raise AssertionError(f"muster did not answer in {SECONDS_TO_START} s:\n{self.log()}")
            time.sleep(0.05)

    def answers(self) -> bool:
        """Whether /health answers."""
        try:
            with urllib.request.urlopen(f"{self.address}/health", timeout=1) as answer:
                return answer.status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self):
        """Ends the process, by its own id, as an orderly stop would."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def log(self) -> str:
        """What the server has printed so far."""
        return self.output.read_text(errors="replace") if self.output.exists() else ""

    def sign_in_links(self) -> dict[str, str]:
        """The links printed at the first start, by the words before them: one a demo role."""
        lines = re.findall(r"^\s*(\S.*?)\s*:?\s+(https?://\S+)\s*$", self.log(), flags=re.MULTILINE)
        return dict(lines)

    def person(self, role: str) -> tuple[str, str]:
        """The name and the sign-in link of the first person whose words begin with the role; a link works once."""
        words, link = next(each for each in self.sign_in_links().items() if each[0].startswith(role))
        return words.split(", ", 1)[1], link


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
