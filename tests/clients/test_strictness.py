"""That the client of this suite refuses what is not of the protocol: else none of the other tests would say much."""

import asyncio
import json

import pytest
from lsprotocol import types

from strict import StrictClient

HOVER = types.HoverParams(types.TextDocumentIdentifier("file:///draft.md"), types.Position(0, 0))

RANGE = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 4}}


async def objections(message: dict, method: str = types.TEXT_DOCUMENT_HOVER, params=HOVER) -> list[str]:
    """What the client says of a message of the server, which answers a request, for a hover or another, if it has the id 1."""
    client = StrictClient()
    client.protocol.set_writer(Nowhere())
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    client.protocol.send_request(method, params, msg_id=1)
    body = json.dumps({"jsonrpc": "2.0", **message})
    try:
        json.loads(body, object_hook=client.protocol.structure_message)
    except Exception:
        assert client.protocol.objections
    return client.protocol.objections


class Nowhere:
    def write(self, data):
        pass


HOVERED = {"contents": {"kind": "markdown", "value": "65/230"}, "range": RANGE}


@pytest.mark.parametrize(
    "message",
    [
        {"id": 1, "result": HOVERED},
        {"id": 1, "result": None},
        {"id": 1, "error": {"code": -32800, "message": "cancelled"}},
        {"method": "window/logMessage", "params": {"type": 3, "message": "a word"}},
        {"id": 7, "method": "workspace/configuration", "params": {"items": [{"section": "rapporteur"}]}},
    ],
)
async def test_what_is_of_the_protocol_is_taken(message):
    assert await objections(message) == []


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ({"id": 1, "result": {**HOVERED, "title": "65/230"}}, "title is no property"),
        ({"id": 1, "result": {**HOVERED, "range": None}}, "range is no property of its type, or may not be null"),
        ({"id": 1, "result": {**HOVERED, "range": {"start": RANGE["start"]}}}, ""),
        ({"id": 1, "result": {"contents": {"kind": "html", "value": "65/230"}}}, ""),
        ({"id": 1, "result": {"contents": {"kind": "markdown", "value": 65}}}, ""),
        ({"id": 1, "result": [HOVERED]}, ""),
        ({"id": 1}, ""),
        ({"id": 2, "result": None}, "nobody asked"),
        ({"id": 1, "error": {"code": "gone", "message": "cancelled"}}, ""),
        ({"method": "window/logMessage", "params": {"type": 9, "message": "a word"}}, ""),
        ({"method": "window/logMessage", "params": {"type": "3", "message": "a word"}}, ""),
        ({"method": "rapporteur/word", "params": {}}, "no such message"),
        ({"id": 7, "method": "rapporteur/question", "params": {}}, "no such message"),
    ],
)
async def test_what_is_not_of_the_protocol_is_refused(message, reason):
    found = await objections(message)
    assert len(found) == 1 and reason in found[0], found


TEXT = {"version": 1, "text": "65/230"}

COUNTS = dict.fromkeys(("preambular", "operative", "citations", "notes", "errors", "warnings", "infos", "hints"), 0)

STATUS = {
    "language": "en",
    "languageName": "English",
    "kind": "excerpt",
    "body": None,
    "symbol": None,
    "counts": COUNTS,
}  # fmt: skip

HIT = {"symbol": "A/RES/65/230", "date": None, "title": None, "body": "General Assembly", "citation": "65/230"}


@pytest.mark.parametrize(
    ("method", "result"),
    [
        ("rapporteur/text", TEXT),
        ("rapporteur/text", None),
        ("rapporteur/status", STATUS),
        ("rapporteur/search", [HIT, {**HIT, "date": "2010-12-21"}]),
        ("rapporteur/search", []),
    ],
)
async def test_what_our_own_requests_give_is_taken(method, result):
    assert await objections({"id": 1, "result": result}, method, {}) == []


@pytest.mark.parametrize(
    ("method", "result", "reason"),
    [
        ("rapporteur/unknown", TEXT, "no such message"),
        ("rapporteur/unknown", None, "no such message"),
        ("rapporteur/text", {**TEXT, "language": "en"}, "language is no property"),
        ("rapporteur/text", {**TEXT, "version": "1"}, "version is '1'"),
        ("rapporteur/text", {**TEXT, "text": None}, "text is None"),
        ("rapporteur/text", {"text": "65/230"}, ""),
        ("rapporteur/text", [TEXT], ""),
        ("rapporteur/status", {**STATUS, "kind": "treaty"}, ""),
        ("rapporteur/status", {**STATUS, "counts": {**COUNTS, "words": 7}}, "words is no property"),
        ("rapporteur/status", {key: STATUS[key] for key in STATUS if key != "symbol"}, ""),
        ("rapporteur/search", [HIT, {**HIT, "citation": None}], "citation is None"),
        ("rapporteur/search", HIT, ""),
        ("rapporteur/rules", None, ""),
    ],
)
async def test_what_our_own_requests_may_not_give_is_refused(method, result, reason):
    found = await objections({"id": 1, "result": result}, method, {})
    assert len(found) == 1 and reason in found[0], found
