"""What `rapporteur lint` finds: the truth that the server is held against."""

import json
import os
import subprocess
from pathlib import Path

from lsprotocol import types

from texts import Text

BUILD = Path(os.environ.get("CARGO_TARGET_DIR", Path(__file__).parent.parent.parent / "target")).resolve()

RAPPORTEUR = str(BUILD / "debug" / "rapporteur")

SEVERITIES = ["error", "warning", "info", "hint"]


def lint(text: Text, path: Path, locale: str = "en") -> list[tuple]:
    """What is found in a text when it is stored at a path, under the settings that hold there."""
    path.write_text(text.text, encoding="utf-8", newline="")
    command = [RAPPORTEUR, "lint", "--format", "json", "--locale", locale, path.name]
    run = subprocess.run(command, cwd=path.parent, capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr.decode()
    return sorted(of_the_terminal(finding, text) for finding in json.loads(run.stdout))


def of_the_terminal(finding: dict, text: Text) -> tuple:
    """A finding, in a form that compares with that of a diagnostic."""
    octets = text.text.encode()
    start, end = (len(octets[: finding[key]["offset"]].decode()) for key in ("start", "end"))
    severity = types.DiagnosticSeverity(SEVERITIES.index(finding["severity"]) + 1)
    return start, end, finding["rule"], severity, finding["message"], finding["url"]


def of_the_editor(diagnostics: list[types.Diagnostic], text: Text) -> list[tuple]:
    """Diagnostics in the same form."""
    return sorted(
        (
            text.offset(found.range.start),
            text.offset(found.range.end),
            found.code,
            found.severity,
            found.message,
            found.code_description.href if found.code_description else None,
        )
        for found in diagnostics
    )
