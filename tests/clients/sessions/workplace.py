"""What the recorded sessions have in common: a workspace with sample drafts, and the recorder in the place of the server."""

import json
import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
RECORD = REPOSITORY / "tests/clients/record.py"
RECORDINGS = REPOSITORY / "tests/clients/recordings"
BUILD = Path(os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target")).resolve()


class Workplace:
    """A temporary folder with the workspace `drafts`; the recording is named after the editor."""

    def __init__(self, editor: str, drafts: list[str]):
        self.home = Path(tempfile.mkdtemp())
        self.folder = self.home / "drafts"
        self.folder.mkdir()
        for name in drafts:
            shutil.copy(REPOSITORY / "tests/drafts" / name, self.folder)
        self.recording = RECORDINGS / f"{editor}.jsonl"
        server = [str(BUILD / "debug/rapporteur")]
        self.recorder = [sys.executable, str(RECORD), str(self.recording), str(self.home), "--", *server]

    def as_server(self) -> Path:
        """A program that an editor can start as if it were the server."""
        path = self.home / "rapporteur"
        path.write_text(f"#!/bin/sh\nexec {' '.join(self.recorder)} \"$@\"\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    def activity(self) -> int:
        """How much has been recorded, but for what the editor asks again and again whatever happens."""
        lines = [json.loads(line) for line in self.recording.read_text(encoding="utf-8").splitlines()[:-1]]
        messages = [line["client"] for line in lines if "client" in line]
        polls = {it["id"] for it in messages if it.get("method") == "workspace/diagnostic"}
        return len(messages) - len(polls)

    def environment(self) -> dict[str, str]:
        return {**os.environ, "REPOSITORY": str(REPOSITORY), "RECORDER": json.dumps([*self.recorder, "lsp"])}

    def remove(self):
        shutil.rmtree(self.home, ignore_errors=True)
