"""The requests of the server's own, and what they answer: the tables of server/README.md as types.

`strict.py` holds the answers against these as it holds those of the protocol against the types of `lsprotocol`.
"""

from typing import Generic, Literal, TypeVar

import attrs

Result = TypeVar("Result")


@attrs.define
class Answer(Generic[Result]):
    """A message that answers a request."""

    id: int | str
    jsonrpc: str
    result: Result


@attrs.define
class Counts:
    preambular: int
    operative: int
    citations: int
    notes: int
    errors: int
    warnings: int
    infos: int
    hints: int


@attrs.define
class Status:
    language: Literal["en", "fr", "es", "ru", "ar", "zh"]
    languageName: str
    kind: Literal["resolution", "decision", "report", "excerpt", "other"]
    body: str | None
    symbol: str | None
    counts: Counts


@attrs.define
class Hit:
    symbol: str
    date: str | None
    title: str | None
    body: str
    citation: str


@attrs.define
class Rule:
    name: str
    summary: str
    subject: str
    severity: Literal["error", "warning", "info", "hint"]
    markdown: str


@attrs.define
class Template:
    name: str
    title: str
    language: Literal["en", "fr", "es", "ru", "ar", "zh"]
    kind: Literal["resolution", "decision", "report", "excerpt", "other"]
    text: str


@attrs.define
class Preview:
    version: int
    title: str
    language: Literal["en", "fr", "es", "ru", "ar", "zh"]
    direction: Literal["ltr", "rtl"]
    html: str


@attrs.define
class Text:
    version: int
    text: str


# What each request gives: an object, or a list of them.
GIVES = {
    "rapporteur/status": Status,
    "rapporteur/search": Hit,
    "rapporteur/rules": Rule,
    "rapporteur/templates": Template,
    "rapporteur/preview": Preview,
    "rapporteur/text": Text,
}

ANSWERS = {
    "rapporteur/status": Answer[Status | None],
    "rapporteur/search": Answer[list[Hit] | None],
    "rapporteur/rules": Answer[list[Rule]],
    "rapporteur/templates": Answer[list[Template]],
    "rapporteur/preview": Answer[Preview | None],
    "rapporteur/text": Answer[Text | None],
}
