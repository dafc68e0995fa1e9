"""A kernel's channels over a Jupyter server's WebSocket, subprotocol v1.kernel.websocket.jupyter.org."""
import json
import struct
import time
import uuid

import websocket


class Channels:
    def __init__(self, base, kernel_id, headers):
        self.session = uuid.uuid4().hex
        origin = "/".join(base.split("/", 3)[:3])
        self.socket = websocket.create_connection(
            base.replace("http", "ws", 1) + f"/api/kernels/{kernel_id}/channels?session_id={self.session}",
            header=[f"{name}: {value}" for name, value in headers.items()], origin=origin, timeout=60,
            subprotocols=["v1.kernel.websocket.jupyter.org"])

    def close(self):
        self.socket.close()

    def execute(self, code):
        """Runs one cell; seconds from sending to both the reply and idle."""
        return self.ask("execute_request", dict(code=code, silent=False, store_history=True, user_expressions={},
                                                allow_stdin=False, stop_on_error=True), idle=True)

    def ask(self, kind, content, idle):
        identity = uuid.uuid4().hex
        header = dict(msg_id=identity, msg_type=kind, username="bench", session=self.session,
                      date="2026-01-01T00:00:00Z", version="5.4")
        began = time.perf_counter()
        self._send([b"shell", *(json.dumps(part).encode() for part in (header, {}, {}, content))])
        replied, is_idle = False, not idle
        while not (replied and is_idle):
            channel, got, parent, body = self._receive()
            if parent.get("msg_id") == identity:
                replied |= channel == "shell"
                is_idle |= got["msg_type"] == "status" and body["execution_state"] == "idle"
        return time.perf_counter() - began

    def _send(self, parts):
        offsets = [8 * (len(parts) + 2)]
        for part in parts:
            offsets.append(offsets[-1] + len(part))
        self.socket.send_binary(struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets) + b"".join(parts))

    def _receive(self):
        frame = self.socket.recv()
        count = struct.unpack_from("<Q", frame)[0]
        offsets = struct.unpack_from(f"<{count}Q", frame, 8)
        channel, header, parent, _, content = (frame[offsets[i]:offsets[i + 1]] for i in range(5))
        return channel.decode(), json.loads(header), json.loads(parent or b"{}"), json.loads(content)
