"""A wire with a recorder in it: stands between a device and the server, passes every byte on, and keeps it."""

import socket
import threading


class Wire:
    """Listens on a port of its own; `received` is all that devices got through it, in any order."""

    def __init__(self, port: int):
        self.server = ("127.0.0.1", port)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.pieces = {}
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        """Takes connections until the wire is closed."""
        while True:
            try:
                device, _ = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(self.server)
            kept = self.pieces.setdefault(device, [])
            threading.Thread(target=self.carry, args=(device, server, None), daemon=True).start()
            threading.Thread(target=self.carry, args=(server, device, kept), daemon=True).start()

    def carry(self, one, other, kept):
        """One direction of one connection."""
        try:
            while piece := one.recv(65_536):
                if kept is not None:
                    kept.append(piece)
                other.sendall(piece)
        except OSError:
            pass  # The other side has hung up: so does this one.
        finally:
            one.close()
            other.close()

    @property
    def received(self) -> bytes:
        """Everything that devices have received so far, connection by connection."""
        return b"\n".join(b"".join(pieces) for pieces in list(self.pieces.values()))

    def close(self):
        """Takes no more connections."""
        self.listener.close()
