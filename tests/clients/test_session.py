"""How a session goes as a whole: what is agreed on, diagnostics pushed or pulled, settings, progress, cancellation."""

import asyncio

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from linted import lint, of_the_editor


DRAFTS = ["cybercrime.en.md", "biens-culturels.fr.md", "manarat.ar.md", "dengta.zh.md", "faros.es.md", "mayaki.ru.md"]

# A client to which diagnostics are pushed.
PUSHED = {"textDocument.diagnostic": None, "workspace.diagnostics": None}


async def published(session, name: str, version: int) -> list[types.Diagnostic]:
    """What was pushed for a version of a draft."""

    def those():
        return [it for it in session.client.publications if (it.uri, it.version) == (session.uri(name), version)]

    await session.until(those, f"diagnostics for {name}")
    return those()[-1].diagnostics


async def test_what_is_agreed_on_when_a_session_begins(new_session):
    result = await new_session.begin()
    assert result.server_info.name == "rapporteur"
    assert result.capabilities.position_encoding == new_session.encoding
    sync = result.capabilities.text_document_sync
    assert sync.open_close and sync.change == types.TextDocumentSyncKind.Incremental
    assert sync.save == types.SaveOptions(include_text=False)


@pytest.mark.parametrize("name", DRAFTS)
async def test_pulled_diagnostics_are_those_of_lint(session, name):
    text = session.open(name)
    found = of_the_editor(await session.diagnostics(name), text)
    assert found and found == lint(text, session.path(name))
    assert session.client.publications == [], "what is pulled is not pushed"


@pytest.mark.parametrize("name", DRAFTS)
async def test_pushed_diagnostics_are_those_of_lint(new_session, name):
    result = await new_session.begin(PUSHED)
    assert result.capabilities.diagnostic_provider is None
    text = new_session.open(name)
    found = of_the_editor(await published(new_session, name, 1), text)
    assert found and found == lint(text, new_session.path(name))


async def test_an_unchanged_draft_has_an_unchanged_report(session):
    session.open("cybercrime.en.md")
    document = session.document("cybercrime.en.md")
    ask = session.client.text_document_diagnostic_async
    first = await ask(types.DocumentDiagnosticParams(document))
    again = await ask(types.DocumentDiagnosticParams(document, previous_result_id=first.result_id))
    assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
    assert again.result_id == first.result_id
    session.change("cybercrime.en.md", 2, "12 December 2010", "21 December 2010")
    mended = await ask(types.DocumentDiagnosticParams(document, previous_result_id=first.result_id))
    assert isinstance(mended, types.RelatedFullDocumentDiagnosticReport)
    assert len(mended.items) == len(first.items) - 1


async def test_diagnostics_tell_where_else_to_look(session):
    session.open("cybercrime.en.md", "1. *Decides* to act;[^1]\n\n3. *Requests* a report.\n\n[^1]: A note.\n\n[^9]: Never called.\n")
    found = {it.code: it for it in await session.diagnostics("cybercrime.en.md")}
    assert found["footnote-unused"].tags == (types.DiagnosticTag.Unnecessary,)
    for diagnostic in found.values():
        assert diagnostic.source == "rapporteur"
        assert diagnostic.code_description.href.endswith(f"/{diagnostic.code}.md")


async def test_edits_with_emoji_and_other_scripts_keep_the_text_in_step(session):
    session.open("draft.md", "1. *Decides* 🕊️ that “كلمة” 和平;\r\n\r\n2. *Requests* 🕊️ a report.\r\n")
    session.change("draft.md", 2, "“كلمة” 和平", "resolution 65/230 of 12 December 2010 🕊️")
    text = session.change("draft.md", 3, "a report", "تقريرا, 65/230 of 12 December 2010")
    assert of_the_editor(await session.diagnostics("draft.md"), text) == lint(text, session.path("draft.md"))


async def test_settings_are_asked_for_and_hold(session):
    asked = [it["params"]["items"] for it in session.client.protocol.received if it.get("method") == "workspace/configuration"]
    session.open("cybercrime.en.md")
    rules = {it.code for it in await session.diagnostics("cybercrime.en.md")}
    assert "citation-date" in rules
    session.client.set_configuration({"rapporteur": {"ignore": ["citation-date"], "locale": "fr"}})
    refreshed = session.client.diagnostic_refresh_count
    session.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings={}))
    await session.until(lambda: session.client.diagnostic_refresh_count > refreshed, "a question to pull again")
    diagnostics = await session.diagnostics("cybercrime.en.md")
    assert {it.code for it in diagnostics} == rules - {"citation-date"}
    assert any("résolution" in it.message for it in diagnostics)
    asked = [it["params"]["items"] for it in session.client.protocol.received if it.get("method") == "workspace/configuration"]
    assert asked == [[{"section": "rapporteur"}]] * 2


async def test_a_switch_takes_a_feature_away(new_session):
    result = await new_session.begin(initialization_options={"hover": False, "codeLens": False})
    assert result.capabilities.hover_provider is None and result.capabilities.code_lens_provider is None
    assert result.capabilities.completion_provider is not None


async def test_the_server_asks_to_be_told_of_settings_and_files(session):
    await session.until(lambda: session.client.registrations, "registrations")
    by_method = {it.method: it for it in session.client.registrations}
    assert by_method[types.WORKSPACE_DID_CHANGE_CONFIGURATION].register_options == {"section": "rapporteur"}
    structure = session.client.protocol._converter.structure
    files = by_method[types.WORKSPACE_DID_CHANGE_WATCHED_FILES].register_options
    watched = structure(files, types.DidChangeWatchedFilesRegistrationOptions)
    assert "**/rapporteur.toml" in [watcher.glob_pattern for watcher in watched.watchers]
    assert len({it.id for it in session.client.registrations}) == len(session.client.registrations)


async def test_a_project_s_settings_are_watched(session):
    session.open("cybercrime.en.md")
    assert "citation-date" in {it.code for it in await session.diagnostics("cybercrime.en.md")}
    session.path("rapporteur.toml").write_text('ignore = ["citation-date"]\n')
    event = types.FileEvent(session.uri("rapporteur.toml"), types.FileChangeType.Created)
    session.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert "citation-date" not in {it.code for it in await session.diagnostics("cybercrime.en.md")}


async def test_a_request_can_be_cancelled(session):
    """A draft of some size is at work when the client changes its mind about what it has asked."""
    text = "# A draft\n\n" + "".join(f"{n}. *Requests* that resolution 65/230 be read;\n\n" for n in range(1, 6000))
    session.open("long.md", text)
    place = types.HoverParams(session.document("long.md"), session.texts["long.md"].at("65/230"))
    request = session.client.protocol.send_request(types.TEXT_DOCUMENT_HOVER, place, msg_id="unwanted")
    session.client.cancel_request(types.CancelParams("unwanted"))
    with pytest.raises(JsonRpcException) as cancelled:
        await asyncio.wrap_future(request)
    assert cancelled.value.code == types.LSPErrorCodes.RequestCancelled
    assert await session.client.text_document_hover_async(place)


async def test_a_client_that_can_do_nothing_is_served(new_session):
    """What a client does not say that it knows is not sent to it; the strict client would refuse most of it."""
    client = new_session.client
    result = await client.initialize_session(types.InitializeParams(capabilities=types.ClientCapabilities()))
    assert result.capabilities.position_encoding in (None, types.PositionEncodingKind.Utf16)
    new_session.encoding = "utf-16"
    text = new_session.open("cybercrime.en.md")
    assert of_the_editor(await published(new_session, "cybercrime.en.md", 1), text)
    methods = {it["method"] for it in client.protocol.received if "method" in it}
    assert methods <= {"textDocument/publishDiagnostics", "window/logMessage"}


async def test_closed_and_unknown_documents_have_no_answers_and_no_errors(session):
    session.open("cybercrime.en.md")
    session.client.text_document_did_close(types.DidCloseTextDocumentParams(session.document("cybercrime.en.md")))
    for name in ("cybercrime.en.md", "never-opened.md"):
        place = types.HoverParams(session.document(name), types.Position(99_999, 99_999))
        assert await session.client.text_document_hover_async(place) is None
