#!/usr/bin/env python3
"""Stands between an editor and the server on standard input and output, and writes down what the editor says.

    record.py RECORDING PLACE -- rapporteur lsp

A line of RECORDING is a message of the client, or that the server has answered or asked something, in the order in which
they passed here. PLACE is a folder in which the workspace is the folder `drafts`; its path is written as $PLACE, and whatever
else is of this machine or this session alone is left out or numbered.
"""

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Recording:
    """The file, which both directions write to."""

    def __init__(self, path: str, place: str):
        self.file = open(path, "w", encoding="utf-8")
        self.place = os.path.realpath(place)
        self.lock = threading.Lock()
        self.tokens: dict[str, str] = {}
        files = sorted(path for path in Path(place, "drafts").rglob("*") if path.is_file())
        self.write({"files": [str(path.relative_to(place)) for path in files]})

    def of_client(self, message: dict):
        if message.get("method") == "initialize":
            message["params"]["processId"] = None
        self.write({"client": message})

    def of_server(self, message: dict):
        """Of the server's messages stands here only what the client may have waited for."""
        if "method" not in message:
            self.write({"answered": message["id"]})
        elif "id" in message:
            self.write({"asked": message["id"], "method": message["method"]})

    def write(self, line: dict):
        text = json.dumps(line, ensure_ascii=False).replace(self.place, "$PLACE")
        with self.lock:
            text = UUID.sub(lambda found: self.tokens.setdefault(found[0], f"token-{len(self.tokens) + 1}"), text)
            self.file.write(text + "\n")
            self.file.flush()


def read_message(stream) -> bytes | None:
    """The next message with its header, or nothing at the end."""
    header = b""
    while not header.endswith(b"\r\n\r\n"):
        line = stream.readline()
        if not line:
            return None
        header += line
    length = next(int(line[15:]) for line in header.split(b"\r\n") if line.lower().startswith(b"content-length:"))
    return header + stream.read(length)


def pass_on(source, target, note):
    """Passes messages on, each written down before the other side can have seen it."""
    while (message := read_message(source)) is not None:
        note(json.loads(message[message.index(b"\r\n\r\n") + 4 :]))
        target.write(message)
        target.flush()


def main():
    at = sys.argv.index("--")
    recording = Recording(*sys.argv[1:at])
    server = subprocess.Popen(sys.argv[at + 1 :], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def from_client():
        try:
            pass_on(sys.stdin.buffer, server.stdin, recording.of_client)
            server.stdin.close()
        except BrokenPipeError:
            pass

    threading.Thread(target=from_client, daemon=True).start()
    pass_on(server.stdout, sys.stdout.buffer, recording.of_server)
    sys.exit(server.wait())


if __name__ == "__main__":
    main()
