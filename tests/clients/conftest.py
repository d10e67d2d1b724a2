"""Sessions with the real server."""

import asyncio
import json
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig

from capabilities import CAPABLE
from linted import RAPPORTEUR
from strict import StrictClient
from texts import ENCODINGS, Text, sample

SERVER = ClientServerConfig(server_command=[RAPPORTEUR, "lsp"], client_factory=StrictClient)


class Session:
    """A session: the client, and the workspace that it shows to the server."""

    def __init__(self, client: StrictClient, folder: Path, encoding: str):
        self.client, self.folder, self.encoding = client, folder, encoding
        self.texts: dict[str, Text] = {}
        self.initialized: types.InitializeResult | None = None

    async def begin(self, changes=None, **params) -> types.InitializeResult:
        """Begins the session, with a client that can do everything but what is changed."""
        capabilities = json.loads(json.dumps(CAPABLE))
        capabilities["general"]["positionEncodings"] = [self.encoding]
        for path, value in (changes or {}).items():
            *above, last = path.split(".")
            place = capabilities
            for key in above:
                place = place[key]
            if value is None:
                del place[last]
            else:
                place[last] = value
        structure = self.client.protocol._converter.structure
        params.setdefault("workspace_folders", [types.WorkspaceFolder(self.folder.as_uri(), "drafts")])
        self.initialized = await self.client.initialize_session(
            types.InitializeParams(capabilities=structure(capabilities, types.ClientCapabilities), **params)
        )
        return self.initialized

    @property
    def capabilities(self) -> dict:
        """What the server has said that it can do, as it was sent."""
        answers = (message.get("result") for message in self.client.protocol.received)
        return next(result["capabilities"] for result in answers if result and "capabilities" in result)

    def path(self, name: str) -> Path:
        return self.folder / name

    def uri(self, name: str) -> str:
        return self.path(name).as_uri()

    def open(self, name: str, text: str | None = None) -> Text:
        """Opens a sample draft, or a text, that is stored in the workspace."""
        text = sample(name) if text is None else text
        self.path(name).write_text(text, encoding="utf-8", newline="")
        self.texts[name] = Text(text, self.encoding)
        item = types.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return self.texts[name]

    def change(self, name: str, version: int, old: str, new: str) -> Text:
        """Replaces some words of an open draft by others."""
        before = self.texts[name]
        change = types.TextDocumentContentChangePartial(range=before.range(old), text=new)
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        start = before.find(old)
        after = before.text[:start] + new + before.text[start + len(old) :]
        self.texts[name] = Text(after, self.encoding)
        return self.texts[name]

    async def until(self, condition, what: str):
        """Waits until something holds. The limit only keeps a faulty server from hanging the tests."""
        for _ in range(24_000):
            if condition():
                return
            assert self.client.protocol.objections == []
            await asyncio.sleep(0.01)
        raise TimeoutError(what)

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    async def diagnostics(self, name: str) -> list[types.Diagnostic]:
        """What is found in a draft, asked for."""
        params = types.DocumentDiagnosticParams(self.document(name))
        report = await self.client.text_document_diagnostic_async(params)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)

    def after(self, name: str, edit: types.WorkspaceEdit) -> str:
        """The text of an open draft after an edit."""
        changes = edit.document_changes
        assert changes and not edit.changes, "the client takes edits with versions"
        edits = [one for change in changes if change.text_document.uri == self.uri(name) for one in change.edits]
        return self.texts[name].edited(edits)

    async def finish(self):
        """Ends the session, and looks whether the server has kept to the protocol all the while."""
        client = self.client
        if client.capabilities is None:
            return
        assert client.protocol.objections == []
        await client.shutdown_async(None)
        client.exit(None)
        assert await client._server.wait() == 0
        assert client.protocol.objections == []
        faults = [message.message for message in client.log_messages if message.type == types.MessageType.Error]
        assert faults == []


@pytest_lsp.fixture(config=SERVER)
async def lone_client(lsp_client: StrictClient):
    """A server to which nothing has been said."""
    yield


@pytest.fixture(params=ENCODINGS)
def encoding(request):
    return request.param


@pytest.fixture
async def new_session(lone_client, tmp_path, encoding):
    """A session that has not begun."""
    session = Session(lone_client, tmp_path, encoding)
    yield session
    await session.finish()


@pytest.fixture
async def session(new_session):
    """A session with a client that can do everything."""
    await new_session.begin()
    return new_session
