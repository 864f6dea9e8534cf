"""SameEverywhere: muster.wasm in Chromium folds each history of the Swift tests to the same bytes."""

import functools
import http.server
import threading

from server import ROOT

HISTORIES = ROOT / ".build/histories"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the tree, without a line for each request."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, format, *args):
        """Says nothing."""


def test_chromium_folds_every_history_to_the_bytes_of_the_server(chromium):
    """Fifty random histories and the demo drill, full and cut by every slice."""
    names = sorted(path.name for path in HISTORIES.glob("*.txt"))
    assert "demo-drill.txt" in names and len(names) > 50, "the Swift tests write the histories"
    handler = functools.partial(Quiet, directory=str(ROOT))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_address[1]}"
            context = chromium.new_context()
            page = context.new_page()
            page.goto(f"{address}/Tests/SameEverywhere/follow.html")
            page.wait_for_function("() => globalThis.followHistory !== undefined")
            looks = 0
            for name in names:
                result = page.evaluate("(name) => followHistory(`/.build/histories/${name}`)", name)
                assert result["different"] is None, f"{name} differs at line {result['different']}"
                looks += result["looks"]
            assert looks > 1000
            context.close()
        finally:
            server.shutdown()
            thread.join()
