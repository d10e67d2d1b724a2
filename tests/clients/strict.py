"""A client that takes nothing but what the protocol allows.

pytest-lsp turns each message of the server into the type that LSP 3.17 has for it, and refuses one that does not fit. What it
would let pass is refused here: properties that the type does not have, values that it reads as something else, messages
that the protocol does not know, and answers nobody asked for. The server's own requests, and no others beside those of the protocol,
have their types in `own_requests.py`.
"""

import enum
import json
from typing import Any

from lsprotocol import types
from pygls.protocol import JsonRPCNotification, JsonRPCRequestMessage, JsonRPCResponseMessage, default_converter
from pytest_lsp import LanguageClient, LanguageClientProtocol
from pytest_lsp.client import register_lsp_features

from own_requests import ANSWERS


class NotOfTheProtocol(Exception):
    """The server has sent what the protocol does not have."""


class StrictProtocol(LanguageClientProtocol):
    """Keeps every message of the server, and what is wrong with it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.received: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.objections: list[str] = []

    def structure_message(self, data):
        # The reader of JSON calls this for every object within a message, too.
        if "jsonrpc" not in data:
            return data
        raw = json.loads(json.dumps(data))
        self.received.append(raw)
        try:
            if "method" not in raw and raw.get("id") not in self._request_futures:
                raise NotOfTheProtocol("nobody asked for this answer")
            message = super().structure_message(data)
            self._compare(raw, message)
            return message
        except Exception as error:
            self.objections.append(f"{error}: {json.dumps(raw, ensure_ascii=False)[:2000]}")
            raise

    def send_request(self, method, params=None, callback=None, msg_id=None):
        self.asked.append(method)
        return super().send_request(method, params, callback, msg_id)

    def get_result_type(self, method):
        return ANSWERS.get(method) or super().get_result_type(method)

    def _compare(self, raw, message):
        if isinstance(message, (JsonRPCNotification, JsonRPCRequestMessage, JsonRPCResponseMessage)):
            raise NotOfTheProtocol("there is no such message")
        difference = first_difference(raw, self._converter.unstructure(message))
        if difference:
            raise NotOfTheProtocol(difference)


def first_difference(sent: Any, understood: Any, path: str = "") -> str | None:
    """Where what was sent differs from what its type makes of it, if it does."""
    if isinstance(understood, enum.Enum):
        understood = understood.value
    if isinstance(sent, dict) and isinstance(understood, dict):
        for key in sent.keys() | understood.keys():
            here = f"{path}.{key}"
            if key not in understood:
                return f"{here} is no property of its type, or may not be null"
            if key not in sent:
                return f"{here} is missing"
            if found := first_difference(sent[key], understood[key], here):
                return found
        return None
    if isinstance(sent, list) and isinstance(understood, (list, tuple)):
        if len(sent) != len(understood):
            return f"{path} has {len(sent)} elements, of which {len(understood)} were understood"
        pairs = enumerate(zip(sent, understood))
        return next((found for at, pair in pairs if (found := first_difference(*pair, f"{path}[{at}]"))), None)
    if type(sent) is not type(understood) or sent != understood:
        return f"{path} is {sent!r}, which is taken for {understood!r}"
    return None


class StrictClient(LanguageClient):
    """The client's end of a session."""

    protocol: StrictProtocol

    PROTOCOL = StrictProtocol

    def __init__(self):
        super().__init__(protocol_cls=self.PROTOCOL, converter_factory=default_converter)
        register_lsp_features(self)
        self.registrations: list[types.Registration] = []
        self.edits: list[types.ApplyWorkspaceEditParams] = []
        self.refreshed: list[str] = []

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams):
            self.registrations += params.registrations

        @self.feature(types.WORKSPACE_APPLY_EDIT)
        def apply_edit(params: types.ApplyWorkspaceEditParams):
            self.edits.append(params)
            return types.ApplyWorkspaceEditResult(applied=True)

        for method in REFRESHES:
            self.feature(method)(lambda params, method=method: self.refreshed.append(method))

    @property
    def publications(self) -> list[types.PublishDiagnosticsParams]:
        """The diagnostics that were pushed, in their order."""
        structure = self.protocol._converter.structure
        pushed = [it for it in self.protocol.received if it.get("method") == types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS]
        return [structure(it["params"], types.PublishDiagnosticsParams) for it in pushed]

    async def server_exit(self, server):
        """A server may end when it was asked to; `Session.finish` looks at how."""


REFRESHES = [
    types.WORKSPACE_CODE_LENS_REFRESH,
    types.WORKSPACE_INLAY_HINT_REFRESH,
    types.WORKSPACE_SEMANTIC_TOKENS_REFRESH,
]
