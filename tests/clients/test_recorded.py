"""Sessions of real editors, said again to the server word for word. README.md tells how they are recorded."""

import asyncio
import json
from concurrent.futures import Future
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp.checks import check_params_against_client_capabilities, check_result_against_client_capabilities

from linted import RAPPORTEUR, lint, of_the_editor
from strict import StrictClient, StrictProtocol
from texts import Text, sample

RECORDINGS = sorted((Path(__file__).parent / "recordings").glob("*.jsonl"))

# How long something is waited for. It only keeps a faulty server from hanging the tests.
GUARD = 240

# What the server asks when it is so far, which is not at the same place each time. It learns nothing from the answer.
WHENEVER = {
    types.WINDOW_WORK_DONE_PROGRESS_CREATE,
    types.WORKSPACE_CODE_LENS_REFRESH,
    types.WORKSPACE_DIAGNOSTIC_REFRESH,
    types.WORKSPACE_INLAY_HINT_REFRESH,
    types.WORKSPACE_SEMANTIC_TOKENS_REFRESH,
}


# What the sessions set in the editor that could stand in `rapporteur.toml` as well.
IN_PROJECTS = ["locale", "ignore", "rules"]


class ReplayProtocol(StrictProtocol):
    """Leaves the questions of the server to the recording."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions: dict[str, asyncio.Queue] = {}

    def questions_of(self, method: str) -> asyncio.Queue:
        return self.questions.setdefault(method, asyncio.Queue())

    def _handle_request(self, msg_id, method_name, params):
        check_params_against_client_capabilities(self._server.capabilities, method_name, params)
        if method_name in WHENEVER:
            self._send_data({"jsonrpc": "2.0", "id": msg_id, "result": None})
        else:
            self.questions_of(method_name).put_nowait(msg_id)


class ReplayClient(StrictClient):
    PROTOCOL = ReplayProtocol


class Replay:
    """A recording while it is replayed: what is open and what the server was told to hold."""

    def __init__(self, recording: Path, place: Path):
        self.client = ReplayClient()
        self.protocol = self.client.protocol
        self.structure = self.protocol._converter.structure
        self.place = place
        text = recording.read_text(encoding="utf-8").replace("$PLACE", str(place))
        self.lines = [json.loads(line) for line in text.splitlines()]
        self.answers: dict = {}
        self.methods: dict = {}
        self.cancelled: set = set()
        self.asked: dict = {}
        self.texts: dict[str, Text] = {}
        self.versions: dict[str, int] = {}
        self.settings: dict = {}
        self.locale = "en"
        self.capabilities: types.ServerCapabilities | None = None

    async def play(self):
        for line in self.lines:
            match line:
                case {"files": files}:
                    for path in map(self.place.joinpath, files):
                        path.parent.mkdir(parents=True, exist_ok=True)
                        path.write_text(sample(path.name), encoding="utf-8", newline="")
                    await self.client.start_io(RAPPORTEUR, "lsp")
                case {"answered": id}:
                    await self.answered(id)
                case {"asked": id, "method": method} if method not in WHENEVER:
                    live = await asyncio.wait_for(self.protocol.questions_of(method).get(), GUARD)
                    self.asked[id] = (method, live)
                case {"client": {"method": method} as message}:
                    await self.say(method, message)
                case {"client": answer} if answer["id"] in self.asked:
                    self.reply(answer)

    async def say(self, method: str, message: dict):
        """Says what the client said. Before a draft goes, its diagnostics have to be right."""
        params = message.get("params") or {}
        match method:
            case "initialize":
                self.client.capabilities = self.structure(params["capabilities"], types.ClientCapabilities)
                self.locale = params.get("locale") or self.locale
                self.hold(params.get("initializationOptions"))
            case "textDocument/didOpen":
                document = params["textDocument"]
                self.keep(document, Text(document["text"], self.encoding))
            case "textDocument/didChange":
                self.change(params)
            case "textDocument/didClose":
                await self.compare(params["textDocument"]["uri"])
                del self.texts[params["textDocument"]["uri"]]
            case "shutdown":
                for uri in self.texts:
                    await self.compare(uri)
            case "$/cancelRequest":
                self.cancelled.add(params["id"])
            case "codeAction/resolve" | "completionItem/resolve" | "inlayHint/resolve" if "data" in params:
                params["data"] = self.given(params)["data"]
        if "id" in message:
            self.expect(message["id"], method)
        self.protocol._send_data(message)

    def given(self, wanted: dict) -> dict:
        """What the server has offered last of what the client comes back to: what it remembers of it is its own affair."""
        names = ("title", "label", "position")
        for message in reversed(self.protocol.received):
            result = message.get("result")
            for offered in (result.get("items") or [] if isinstance(result, dict) else result or []):
                if isinstance(offered, dict) and all(offered.get(name) == wanted.get(name) for name in names):
                    return offered
        raise AssertionError(f"the server has not offered {wanted}")

    def expect(self, id, method: str):
        self.answers[id] = self.protocol._request_futures[id] = Future()
        self.protocol._result_types[id] = self.protocol.get_result_type(method)
        self.methods[id] = method

    async def answered(self, id):
        """Waits for an answer, which is no error unless the client has cancelled the request."""
        try:
            result = await asyncio.wait_for(asyncio.wrap_future(self.answers.pop(id)), GUARD)
        except JsonRpcException as error:
            assert id in self.cancelled and error.code == types.LSPErrorCodes.RequestCancelled, (self.methods[id], error)
            return None
        if isinstance(result, types.InitializeResult):
            self.capabilities = result.capabilities
        check_result_against_client_capabilities(self.client.capabilities, self.methods[id], result)
        return result

    def reply(self, answer: dict):
        method, live = self.asked.pop(answer["id"])
        self.protocol._send_data({**answer, "id": live})
        if method == types.WORKSPACE_CONFIGURATION:
            self.hold(answer["result"][0])

    def hold(self, settings: dict | None):
        self.settings = settings or self.settings

    @property
    def encoding(self) -> str:
        return self.capabilities.position_encoding

    def keep(self, document: dict, text: Text):
        self.texts[document["uri"]] = text
        self.versions[document["uri"]] = document["version"]

    def change(self, params: dict):
        """Edits our copy of a draft as the client did its own."""
        text = self.texts[params["textDocument"]["uri"]]
        for change in params["contentChanges"]:
            after = change["text"]
            if "range" in change:
                range = self.structure(change["range"], types.Range)
                after = text.text[: text.clamped(range.start)] + after + text.text[text.clamped(range.end) :]
            text = Text(after, self.encoding)
        self.keep(params["textDocument"], text)

    async def compare(self, uri: str):
        """The server finds in a draft what `rapporteur lint` finds in its text under the same settings."""
        elsewhere = self.place / "linted"
        elsewhere.mkdir(exist_ok=True)
        settings = {key: self.settings[key] for key in IN_PROJECTS if self.settings.get(key) is not None}
        (elsewhere / "rapporteur.toml").write_text("".join(f"{key} = {toml(value)}\n" for key, value in settings.items()))
        found = of_the_editor(await self.diagnostics(uri), self.texts[uri])
        locale = settings.get("locale", self.locale)
        assert found == lint(self.texts[uri], elsewhere / Path(uri).name, locale)

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        if self.capabilities.diagnostic_provider:
            id = f"compared-{len(self.methods)}"
            self.expect(id, types.TEXT_DOCUMENT_DIAGNOSTIC)
            params = {"textDocument": {"uri": uri}}
            self.protocol._send_data({"jsonrpc": "2.0", "id": id, "method": "textDocument/diagnostic", "params": params})
            return (await self.answered(id)).items
        wanted = (uri, self.versions[uri])
        async with asyncio.timeout(GUARD):
            while True:
                published = {(it.uri, it.version): it.diagnostics for it in self.client.publications}
                if wanted in published:
                    return published[wanted]
                await asyncio.sleep(0.01)

    async def finish(self):
        """The server has ended as it was asked to, and owes no answer."""
        assert await asyncio.wait_for(self.client._server.wait(), GUARD) == 0
        await self.client.stop()
        for id in list(self.answers):
            await self.answered(id)
        assert self.protocol.objections == []
        assert [method for method, live in self.protocol.questions.items() if not live.empty()] == []
        assert [log.message for log in self.client.log_messages if log.type == types.MessageType.Error] == []
        if self.capabilities.diagnostic_provider:
            assert self.client.publications == []


def toml(value) -> str:
    """A value as TOML has it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value)


@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda path: path.stem)
async def test_a_session_goes_as_it_was_recorded(recording, tmp_path):
    replay = Replay(recording, tmp_path.resolve())
    await replay.play()
    await replay.finish()


def test_sessions_of_both_editors_are_recorded():
    assert [path.stem for path in RECORDINGS] == ["neovim", "vscode"]
