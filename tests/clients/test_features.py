"""Every feature that the server says it has, asked for in each encoding of positions.

A test claims the capabilities that it is about, by the paths at which they stand in the answer to `initialize`; `test_*` at the
end holds the claims against what the server says.
"""

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from test_session import published

# With letters of one to four bytes, two wrong dates, a citation without its date, a verb in roman type, a number left out.
DRAFT = """\
# Wells 😀 and ports

*The General Assembly*,

*Recalling* 😀 its resolutions 74/173 of 19 December 2019 and 65/230 of 22 December 2010,[^1]

*Recalling also* “كلمة” 和平 its resolution 66/177,

1. *Requests* the United Nations Office on Drugs and Crime (UNODC) 😀 to keep the directory;

2. Invites UNODC 和平 to report as set out in paragraph 1 above;

4. *Decides*  😀 to remain seized of the matter.

[^1]: See A/HRC/17/26.
"""

NAME = "draft.en.md"

FEATURES = {}


def claims(*paths: str, changes: dict | None = None):
    """Registers a test of a feature with the capabilities that it is about, and what its client says otherwise of itself."""

    def register(test):
        FEATURES[test.__name__] = (paths, changes, test)
        return test

    return register


def place(session, words: str, within: str | None = None, skip: int = 1) -> dict:
    return {"text_document": session.document(NAME), "position": session.texts[NAME].at(words, within, skip)}


OPTIONS = types.FormattingOptions(tab_size=4, insert_spaces=True)


# Reading ---------------------------------------------------------------------------------------------------------------


@claims("textDocumentSync.openClose", "textDocumentSync.change", "positionEncoding")
async def synchronisation(session, text):
    session.change(NAME, 2, "😀 and ports", "和平 and 😀 harbours")
    after = session.change(NAME, 3, "Wells ", "")
    [title] = await session.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(session.document(NAME))
    )
    assert title.name == "和平 and 😀 harbours"
    assert after.words(title.selection_range) == "和平 and 😀 harbours"
    session.client.text_document_did_close(types.DidCloseTextDocumentParams(session.document(NAME)))
    hover = types.HoverParams(session.document(NAME), after.at("65/230"))
    assert await session.client.text_document_hover_async(hover) is None


@claims("textDocumentSync.save.includeText")
async def saving(session, text):
    """A settings file of which nobody tells is noticed when a draft is saved."""
    assert "citation-date" in {it.code for it in await session.diagnostics(NAME)}
    session.path("rapporteur.toml").write_text('ignore = ["citation-date"]\n')
    session.client.text_document_did_save(types.DidSaveTextDocumentParams(session.document(NAME)))
    assert "citation-date" not in {it.code for it in await session.diagnostics(NAME)}


@claims("hoverProvider")
async def hover(session, text):
    shown = await session.client.text_document_hover_async(types.HoverParams(**place(session, "65/230")))
    assert shown.contents.kind == types.MarkupKind.Markdown
    assert "**Twelfth United Nations Congress on Crime Prevention and Criminal Justice**" in shown.contents.value
    assert text.words(shown.range) == "65/230"
    assert await session.client.text_document_hover_async(types.HoverParams(**place(session, "to keep"))) is None


@claims("definitionProvider")
async def definition(session, text):
    found = await session.client.text_document_definition_async(types.DefinitionParams(**place(session, "[^1]")))
    [note] = found if isinstance(found, (list, tuple)) else [found]
    link = isinstance(note, types.LocationLink)
    uri, range = (note.target_uri, note.target_selection_range) if link else (note.uri, note.range)
    assert uri == session.uri(NAME)
    assert text.position(text.find("[^1]: See")).line == range.start.line


@claims("referencesProvider.workDoneProgress")
async def references(session, text):
    session.open("other.en.md", "*The General Assembly*,\n\n*Recalling* 😀 its resolution 65/230 of 21 December 2010,\n")
    context = types.ReferenceContext(include_declaration=True)
    params = types.ReferenceParams(context=context, work_done_token="references", **place(session, "65/230"))
    found = await session.client.text_document_references_async(params)
    by_uri = {it.uri: it.range for it in found}
    assert set(by_uri) == {session.uri(NAME), session.uri("other.en.md")}
    for name in (NAME, "other.en.md"):
        assert "65/230" in session.texts[name].words(by_uri[session.uri(name)])


@claims("documentHighlightProvider")
async def highlight(session, text):
    params = types.DocumentHighlightParams(**place(session, "UNODC 和平"))
    found = await session.client.text_document_document_highlight_async(params)
    assert [text.words(it.range) for it in found] == ["UNODC", "UNODC"]


@claims("documentSymbolProvider")
async def outline(session, text):
    params = types.DocumentSymbolParams(session.document(NAME))
    [root] = await session.client.text_document_document_symbol_async(params)
    assert root.name == "Wells 😀 and ports"
    names = {part.name: [child.name for child in part.children or []] for part in root.children}
    assert list(names) == ["Preamble", "Operative part", "Notes"]
    assert [name.split()[0] for name in names["Operative part"]] == ["1.", "2.", "4."]

    def within(symbol, outer):
        assert text.offset(outer.start) <= text.offset(symbol.range.start)
        assert text.offset(symbol.range.end) <= text.offset(outer.end)
        for child in symbol.children or []:
            within(child, symbol.range)

    within(root, text.whole())


@claims("workspaceSymbolProvider.workDoneProgress")
async def workspace_symbols(session, text):
    ask = session.client.workspace_symbol_async
    found = await ask(types.WorkspaceSymbolParams(query="wells", work_done_token="symbols"))
    assert [(it.name, it.location.uri) for it in found][0] == ("Wells 😀 and ports", session.uri(NAME))
    found = await ask(types.WorkspaceSymbolParams(query="65/230"))
    assert found[0].location.uri == "https://undocs.org/en/A/RES/65/230"


@claims("foldingRangeProvider")
async def folding(session, text):
    params = types.FoldingRangeParams(session.document(NAME))
    folds = await session.client.text_document_folding_range_async(params)
    lines = text.text.splitlines()
    assert {lines[fold.start_line] for fold in folds} >= {"*The General Assembly*,"}
    assert all(0 <= fold.start_line < fold.end_line < len(lines) for fold in folds)


@claims("selectionRangeProvider")
async def selections(session, text):
    positions = [text.at("65/230", skip=4), text.at("seized")]
    params = types.SelectionRangeParams(session.document(NAME), positions)
    found = await session.client.text_document_selection_range_async(params)
    chains = []
    for link in found:
        chains.append([])
        while link:
            chains[-1].append(text.words(link.range))
            link = link.parent
    assert [chain[0] for chain in chains] == ["230", "seized"]
    assert "65/230" in chains[0] and all(chain[-1] == text.text for chain in chains)
    for chain in chains:
        assert all(inner in outer and inner != outer for inner, outer in zip(chain, chain[1:]))


@claims("documentLinkProvider.resolveProvider")
async def links(session, text):
    params = types.DocumentLinkParams(session.document(NAME))
    found = await session.client.text_document_document_link_async(params)
    pages = {text.words(it.range): it.target for it in found}
    assert pages["65/230"] == "https://undocs.org/en/A/RES/65/230"
    assert pages["A/HRC/17/26"] == "https://undocs.org/en/A/HRC/17/26"
    assert session.capabilities["documentLinkProvider"] == {"resolveProvider": False}


def tokens(session, text, data) -> list[tuple[str, str]]:
    """The words and types of tokens."""
    legend = session.capabilities["semanticTokensProvider"]["legend"]
    line, character, found = 0, 0, []
    for at in range(0, len(data), 5):
        down, right, length, kind, modifiers = data[at : at + 5]
        line, character = line + down, right if down else character + right
        assert modifiers < 1 << len(legend["tokenModifiers"])
        start = text.offset(types.Position(line, character))
        end = next(end for end in range(start, len(text.text) + 1) if text.units(text.text[start:end]) == length)
        found.append((text.text[start:end], legend["tokenTypes"][kind]))
    return found


@claims(
    "semanticTokensProvider.full.delta",
    "semanticTokensProvider.range",
    "semanticTokensProvider.legend.tokenTypes",
    "semanticTokensProvider.legend.tokenModifiers",
)
async def semantic_tokens(session, text):
    document = session.document(NAME)
    full = await session.client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
    found = tokens(session, text, full.data)
    words = [word for word, _ in found]
    for expected in ("The General Assembly", "Recalling", "74/173", "65/230", "[^1]", "1.", "Requests", "A/HRC/17/26"):
        assert expected in words, found
    part = types.SemanticTokensRangeParams(document, text.range("1. *Requests*"))
    part = await session.client.text_document_semantic_tokens_range_async(part)
    assert [word for word, _ in tokens(session, text, part.data)] == ["1.", "Requests"]
    after = session.change(NAME, 2, "65/230 of 22 December 2010", "66/177 😀")
    delta = await session.client.text_document_semantic_tokens_full_delta_async(
        types.SemanticTokensDeltaParams(document, full.result_id)
    )
    data = list(full.data)
    for edit in delta.edits:
        data[edit.start : edit.start + edit.delete_count] = edit.data or []
    anew = await session.client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
    assert data == list(anew.data) and "66/177" in [word for word, _ in tokens(session, after, data)]


@claims("inlayHintProvider.resolveProvider")
async def hints(session, text):
    params = types.InlayHintParams(session.document(NAME), text.whole())
    found = await session.client.text_document_inlay_hint_async(params)
    assert found
    resolved = [await session.client.inlay_hint_resolve_async(hint) for hint in found]
    assert all(one.label == other.label for one, other in zip(found, resolved))
    told = [hint for hint in resolved if hint.tooltip]
    assert any("Strengthening" in hint.tooltip.value or "Congress" in hint.tooltip.value for hint in told), resolved


@claims("codeLensProvider.resolveProvider")
async def lenses(session, text):
    session.open("draft.fr.md", "# Puits\n\n*L’Assemblée générale*,\n\n1. *Décide* de rester saisie de la question.\n")
    params = types.CodeLensParams(session.document(NAME))
    found = await session.client.text_document_code_lens_async(params)
    assert {text.words(lens.range) for lens in found} == {"*The General Assembly*,"}
    titles = [lens.command.title for lens in found]
    assert any("3" in title and "paragraph" in title for title in titles), titles
    [other] = [lens.command for lens in found if lens.command.command]
    assert (other.title, other.command, other.arguments) == ("français", "rapporteur.open", (session.uri("draft.fr.md"),))
    assert session.capabilities["codeLensProvider"] == {"resolveProvider": False}


@claims(
    "diagnosticProvider.identifier",
    "diagnosticProvider.interFileDependencies",
    "diagnosticProvider.workDoneProgress",
    "diagnosticProvider.workspaceDiagnostics",
)
async def workspace_diagnostics(session, text):
    """What is stored is checked as well, under ids that tell what has changed."""
    stored = "*The General Assembly*,\n\n*Recalling* its resolution 65/230 of 22 December 2010,\n"
    session.path("stored.en.md").write_text(stored, encoding="utf-8")
    ask = session.client.workspace_diagnostic_async
    known = (await ask(types.WorkspaceDiagnosticParams(previous_result_ids=[], identifier="rapporteur"))).items
    reports = {it.uri: it for it in known}
    assert {session.uri(NAME), session.uri("stored.en.md")} <= set(reports)
    assert "citation-date" in {it.code for it in reports[session.uri("stored.en.md")].items}
    assert list(reports[session.uri(NAME)].items) == await session.diagnostics(NAME)
    session.change(NAME, 2, "22 December 2010", "21 December 2010")
    ids = [types.PreviousResultId(uri, it.result_id) for uri, it in reports.items()]
    again = (await ask(types.WorkspaceDiagnosticParams(previous_result_ids=ids, identifier="rapporteur"))).items
    changed = {it.uri for it in again if isinstance(it, types.WorkspaceFullDocumentDiagnosticReport)}
    assert changed == {session.uri(NAME)}


@claims("workspace.workspaceFolders.supported", "workspace.workspaceFolders.changeNotifications")
async def folders(session, text):
    """A folder that comes to the workspace has its drafts and settings, and they go with it."""
    added = session.folder.parent / f"{session.folder.name}-added"
    added.mkdir()
    (added / "stored.en.md").write_text("# An added draft\n\n*The General Assembly*,\n\n1. *Decides* to act.\n")
    folder = types.WorkspaceFolder(added.as_uri(), "added")
    for event, there in (
        (types.WorkspaceFoldersChangeEvent(added=[folder], removed=[]), True),
        (types.WorkspaceFoldersChangeEvent(added=[], removed=[folder]), False),
    ):
        session.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        found = await session.client.workspace_symbol_async(types.WorkspaceSymbolParams(query="an added draft"))
        assert ("An added draft" in [it.name for it in found]) == there


# Writing ---------------------------------------------------------------------------------------------------------------


@claims("completionProvider.triggerCharacters", "completionProvider.resolveProvider")
async def completion(session, text):
    after = session.change(NAME, 2, "its resolution 66/177", "its resolution 66/17")
    params = types.CompletionParams(
        types.TextDocumentIdentifier(session.uri(NAME)),
        after.at("66/17", skip=5),
        types.CompletionContext(types.CompletionTriggerKind.TriggerCharacter, "/"),
    )
    found = await session.client.text_document_completion_async(params)
    item = next(it for it in found.items if it.label == "66/177")
    assert after.words(item.text_edit.range) == "66/17"
    assert item.text_edit.new_text == "66/177 of 19 December 2011"
    assert item.documentation is None
    resolved = await session.client.completion_item_resolve_async(item)
    assert "66/177 of the General Assembly" in resolved.documentation.value
    assert resolved.text_edit == item.text_edit


async def actions(session, range: types.Range, *only: str) -> list[types.CodeAction]:
    context = types.CodeActionContext(diagnostics=[], only=list(only) or None)
    params = types.CodeActionParams(session.document(NAME), range, context)
    return list(await session.client.text_document_code_action_async(params) or [])


async def done(session, action: types.CodeAction) -> str:
    """The text after an action, whose edit is asked for when it is chosen."""
    assert action.edit is None
    return session.after(NAME, (await session.client.code_action_resolve_async(action)).edit)


ACTIONS = {
    # What is asked for and where, and what it makes of which words.
    "quickfix": ("22 December 2010", "22 December 2010", "21 December 2010"),
    "refactor.rewrite": ("66/177", "66/177,", "66/177 of 19 December 2011,"),
    "source.fixAll.rapporteur": ("Wells", "2. Invites", "2. *Invites*"),
    "source.renumberParagraphs.rapporteur": ("Wells", "4. *Decides*", "3. *Decides*"),
    "source.renumberFootnotes.rapporteur": ("Wells", "[^1]", "[^1]"),
    "source.italiciseVerbs.rapporteur": ("Wells", "2. Invites", "2. *Invites*"),
}


@claims("codeActionProvider.resolveProvider", *(f"codeActionProvider.codeActionKinds={kind}" for kind in ACTIONS))
async def code_actions(session, text):
    for kind, (where, old, new) in ACTIONS.items():
        if kind == "source.renumberFootnotes.rapporteur":
            text = session.change(NAME, 2, "[^1]: See", "[^7]: Later.\n\n[^1]: See")
            text = session.change(NAME, 3, "the matter.", "the matter.[^7]")
            old, new = "[^7]: Later.", "[^2]: Later."
        found = await actions(session, text.range(where), kind)
        assert found and {action.kind for action in found} == {kind}, kind
        assert new in await done(session, found[0]) and old not in await done(session, found[0]), kind


async def run(session, command: str, *arguments):
    """Runs a command."""
    params = types.ExecuteCommandParams(command, list(arguments))
    await session.client.workspace_execute_command_async(params)


async def edited(session, command: str, *arguments) -> str:
    """The text after a command, which asks the client to apply its edit."""
    before = len(session.client.edits)
    await run(session, command, *arguments)
    await session.until(lambda: len(session.client.edits) > before, f"the edit of {command}")
    return session.after(NAME, session.client.edits[-1].edit)


@claims(
    *(
        f"executeCommandProvider.commands=rapporteur.{name}"
        for name in ("fixAll", "fixRule", "renumberParagraphs", "renumberFootnotes", "italiciseVerbs", "open")
    )
)
async def commands(session, text):
    uri = session.uri(NAME)
    assert "2. *Invites* UNODC" in await edited(session, "rapporteur.fixAll", uri)
    assert "2. *Invites* UNODC" in await edited(session, "rapporteur.italiciseVerbs", uri)
    assert "\n3. *Decides*" in await edited(session, "rapporteur.renumberParagraphs", uri)
    fixed = await edited(session, "rapporteur.fixRule", uri, "citation-date")
    assert "74/173 of 18 December 2019 and 65/230 of 21 December 2010" in fixed
    await run(session, "rapporteur.open", uri)
    await session.until(lambda: session.client.shown_documents, "a document to show")
    assert session.client.shown_documents[0].uri == uri
    session.change(NAME, 2, "the matter.", "the matter.[^7]")
    session.change(NAME, 3, "[^1]: See", "[^7]: Later.\n\n[^1]: See")
    assert "the matter.[^2]" in await edited(session, "rapporteur.renumberFootnotes", uri)
    with pytest.raises(JsonRpcException):
        await run(session, "rapporteur.unheard-of", uri)


@claims(
    "executeCommandProvider.commands=rapporteur.applyFix",
    changes={"textDocument.codeAction.codeActionLiteralSupport": None},
)
async def actions_as_commands(session, text):
    """A client that knows no code actions is offered commands."""
    offered = await actions(session, text.range("22 December 2010"))
    assert all(isinstance(command, types.Command) for command in offered)
    mended = next(command for command in offered if command.title == "Write 21 December 2010")
    assert "65/230 of 21 December 2010" in await edited(session, mended.command, *mended.arguments)


@claims("renameProvider.prepareProvider")
async def rename(session, text):
    prepare, rename = session.client.text_document_prepare_rename_async, session.client.text_document_rename_async
    for at, placeholder, new, expected in (
        (place(session, "[^1]", skip=2), "1", "9", {",[^9]": 1, "[^9]: See": 1}),
        (place(session, "UNODC 和平"), "UNODC", "ODC", {"(ODC) 😀": 1, "Invites ODC 和平": 1}),
        (place(session, "1. *Requests*", skip=0), "1", "8", {"8. *Requests*": 1, "paragraph 8 above": 1}),
    ):
        prepared = await prepare(types.PrepareRenameParams(**at))
        assert (prepared.placeholder, text.words(prepared.range)) == (placeholder, placeholder)
        renamed = session.after(NAME, await rename(types.RenameParams(new_name=new, **at)))
        assert {words: renamed.count(words) for words in expected} == expected
    assert await prepare(types.PrepareRenameParams(**place(session, "directory"))) is None
    with pytest.raises(JsonRpcException) as refused:
        await rename(types.RenameParams(new_name="a b", **place(session, "[^1]", skip=2)))
    assert "a b" in refused.value.message


@claims("documentFormattingProvider", "documentRangeFormattingProvider")
async def formatting(session, text):
    document = session.document(NAME)
    edits = await session.client.text_document_formatting_async(types.DocumentFormattingParams(document, OPTIONS))
    formatted = text.edited(edits)
    assert "\n3. *Decides* 😀 to remain" in formatted
    assert formatted.replace("3. *Decides*", "4. *Decides* ") == text.text
    last = types.DocumentRangeFormattingParams(document, text.range("1. *Requests*"), OPTIONS)
    assert not await session.client.text_document_range_formatting_async(last)
    last = types.DocumentRangeFormattingParams(document, text.range("4. *Decides*"), OPTIONS)
    edits = await session.client.text_document_range_formatting_async(last)
    assert "*Decides* 😀 to remain" in text.edited(edits)


@claims(
    "documentOnTypeFormattingProvider.firstTriggerCharacter", "documentOnTypeFormattingProvider.moreTriggerCharacter"
)
async def on_type_formatting(session, text):
    """Enter behind a paragraph begins the next one."""
    after = session.change(NAME, 2, "the directory;\n", "the directory;\n\n")
    at = after.position(after.find("the directory;\n") + len("the directory;\n"))
    params = types.DocumentOnTypeFormattingParams(session.document(NAME), at, "\n", OPTIONS)
    edits = await session.client.text_document_on_type_formatting_async(params)
    assert "the directory;\n\n2. " in after.edited(edits)


# Claims ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("feature", list(FEATURES))
async def test_feature(new_session, feature):
    _, changes, test = FEATURES[feature]
    await new_session.begin(changes)
    await test(new_session, new_session.open(NAME, DRAFT))


def leaves(capabilities, path: str = ""):
    """The paths of all that is said; each element of a list of kinds or commands is one."""
    if isinstance(capabilities, dict):
        for key, value in capabilities.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(capabilities, list) and path.rsplit(".", 1)[-1] in ("codeActionKinds", "commands"):
        yield from (f"{path}={element}" for element in capabilities)
    else:
        yield path


async def test_every_capability_has_a_test_and_every_test_a_capability(session):
    claimed = {path for paths, *_ in FEATURES.values() for path in paths}
    said = set(leaves(session.capabilities))
    assert said - claimed == set(), "capabilities without a test"
    assert claimed - said == set(), "tests of what is not there"


async def test_a_client_to_which_diagnostics_are_pushed_has_the_same_features(new_session):
    await new_session.begin({"textDocument.diagnostic": None, "workspace.diagnostics": None})
    text = new_session.open(NAME, DRAFT)
    assert "citation-date" in {it.code for it in await published(new_session, NAME, 1)}
    await hover(new_session, text)
    await code_actions(new_session, text)
