"""A wire with a recorder and a switch in it: stands between a device and the server, and passes every byte on."""

import socket
import threading


class Wire:
    """Listens on a port of its own; `received` is all that devices got through it, in any order."""

    def __init__(self, port: int):
        self.server = ("127.0.0.1", port)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.pieces, self.ends, self.is_cut = {}, [], False
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        """Takes connections until the wire is closed."""
        while True:
            try:
                device, _ = self.listener.accept()
            except OSError:
                return
            server = None if self.is_cut else self.reach()
            if server is None:
                device.close()
                continue
            self.ends += [device, server]
            kept = self.pieces.setdefault(device, [])
            threading.Thread(target=self.carry, args=(device, server, None), daemon=True).start()
            threading.Thread(target=self.carry, args=(server, device, kept), daemon=True).start()

    def reach(self):
        """A connection to the server, or None while it is away."""
        try:
            return socket.create_connection(self.server)
        except OSError:
            return None

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

    def cut(self):
        """Breaks every connection, streams too, and lets no new one come about."""
        self.is_cut = True
        for end in self.ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # It was over already.
        self.ends.clear()

    def mend(self):
        """Lets devices connect again."""
        self.is_cut = False

    @property
    def received(self) -> bytes:
        """Everything that devices have received so far, connection by connection."""
        return b"\n".join(b"".join(pieces) for pieces in list(self.pieces.values()))

    def close(self):
        """Takes no more connections."""
        self.listener.close()
