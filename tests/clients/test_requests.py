"""The requests of the server's own, in each encoding of positions.

A test claims the requests that it is about; those at the end hold the claims, and the types of `own_requests.py`, against what the
server knows and what its README says.
"""

import re
import subprocess
import textwrap
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from linted import RAPPORTEUR, SEVERITIES
from own_requests import GIVES
from test_session import DRAFTS

SERVER = Path(__file__).parent.parent.parent / "server"

NAME = "draft.en.md"

# With letters of one to four bytes, a wrong date, and much that would be markup if it were not escaped.
DRAFT = """\
# Wells 😀 & <w>ports

*The General Assembly*,

*Recalling* 😀 “كلمة” 和平 its resolution 65/230 of 12 December 2010,[^1]

1. *Requests* "all" <script>alert(1)</script> to [come](javascript:alert(2));

2. *Invites* <img src="x" onerror='alert(3)'> all to ![wells](https://example.org/a.png"onload="x);

3. *Decides* to remain <!-- -- > <i> --> seized of `<i>` & &amp; the matter.

[^1]: See A/HRC/17/26 </p> and <a href="https://example.org/?a=1&b=2" onclick="x">this</a>.
"""

README = "# A tool\n\nInstall it, and run it.\n"

# Of each language of drafts: its name, the General Assembly, and how a resolution is cited.
LANGUAGES = {
    "en": ("English", "General Assembly", "General Assembly resolution 74/173 of 18 December 2019"),
    "fr": (
        "français",
        "Assemblée générale",
        "résolution 74/173 de l’Assemblée générale, en date du 18 décembre 2019",
    ),
    "ar": ("العربية", "الجمعية العامة", "قرار الجمعية العامة 74/173 المؤرخ 18 كانون الأول/ديسمبر 2019"),
    "zh": ("中文", "大会", "大会2019年12月18日第74/173号决议"),
    "es": ("español", "Asamblea General", "resolución 74/173 de la Asamblea General, de 18 de diciembre de 2019"),
    "ru": ("русский", "Генеральная Ассамблея", "резолюция 74/173 Генеральной Ассамблеи от 18 декабря 2019 года"),
}

CLAIMED = set()


def asks(*requests: str):
    """Registers that a test asks for some requests."""

    def register(test):
        CLAIMED.update(f"rapporteur/{request}" for request in requests)
        return test

    return register


async def ask(session, request: str, name: str | None = None, **params):
    """What a request gives, of the document with that name."""
    if name is not None:
        params["textDocument"] = {"uri": session.uri(name)}
    return await session.client.protocol.send_request_async(f"rapporteur/{request}", params)


def close(session, name: str):
    session.client.text_document_did_close(types.DidCloseTextDocumentParams(session.document(name)))


@pytest.mark.parametrize("request_name", ["status", "search", "preview", "text"])
async def test_of_a_document_that_is_not_open_nothing_is_known(session, request_name):
    query = {"query": "74/173"} if request_name == "search" else {}
    assert await ask(session, request_name, NAME, **query) is None
    session.open(NAME, DRAFT)
    assert await ask(session, request_name, NAME, **query)
    close(session, NAME)
    assert await ask(session, request_name, NAME, **query) is None


# Status ----------------------------------------------------------------------------------------------------------------


@asks("status")
@pytest.mark.parametrize("name", DRAFTS)
async def test_the_status_of_a_draft_is_what_is_shown_of_it(session, name):
    session.open(name)
    status = await ask(session, "status", name)
    [code] = [code for code in LANGUAGES if name.endswith(f".{code}.md")]
    assert (status.language, status.languageName, status.kind) == (code, LANGUAGES[code][0], "resolution")
    assert status.body == (
        "Commission pour la prévention du crime et la justice pénale" if code == "fr" else LANGUAGES[code][1]
    )
    found = [diagnostic.severity for diagnostic in await session.diagnostics(name)]
    counts = attrs.asdict(status.counts)
    for severity in SEVERITIES:
        assert counts[f"{severity}s"] == found.count(SEVERITIES.index(severity) + 1)
    assert sum(counts[f"{severity}s"] for severity in SEVERITIES) == len(found) > 0


@asks("status")
async def test_the_status_is_that_of_the_last_change(session):
    session.open(NAME, DRAFT)
    counts = (await ask(session, "status", NAME)).counts
    assert (counts.preambular, counts.operative, counts.citations, counts.notes, counts.errors) == (1, 3, 1, 1, 1)
    session.change(NAME, 2, "12 December 2010", "21 December 2010 and resolution 74/173 of 18 December 2019")
    counts = (await ask(session, "status", NAME)).counts
    assert (counts.citations, counts.errors) == (2, 0)
    session.change(NAME, 3, "# Wells", "A/C.3/81/L.9\n\n# Wells")
    assert (await ask(session, "status", NAME)).symbol == "A/C.3/81/L.9"


@asks("status")
async def test_what_is_no_draft_has_a_status_of_its_own_and_settings_have_none(session):
    session.open("README.md", README)
    status = await ask(session, "status", "README.md")
    assert (status.kind, status.body, status.symbol) == ("other", None, None)
    assert set(attrs.asdict(status.counts).values()) == {0}
    session.open("rapporteur.toml", 'locale = "en"\n')
    assert await ask(session, "status", "rapporteur.toml") is None


# Search ----------------------------------------------------------------------------------------------------------------


@asks("search")
async def test_a_number_finds_its_resolution(session):
    [found] = await ask(session, "search", query="74/173")
    assert (found.symbol, found.date, found.body) == ("A/RES/74/173", "2019-12-18", "General Assembly")
    assert found.citation == LANGUAGES["en"][2]
    assert found.title.startswith("Promoting technical assistance and capacity-building")
    assert await ask(session, "search", query="A/RES/74/173") == [found]
    found = (await ask(session, "search", query="1325 (2000)"))[0]
    assert (found.symbol, found.body) == ("S/RES/1325 (2000)", "Security Council")
    for nothing in ("", "  ", "no-such-word-anywhere", "999/9999"):
        assert await ask(session, "search", query=nothing) == []


@asks("search")
async def test_words_of_a_title_find_resolutions_as_many_as_are_wanted(session):
    found = await ask(session, "search", query="cybercrime capacity-building")
    assert "A/RES/74/173" in {hit.symbol for hit in found}
    many = await ask(session, "search", query="terrorism", limit=500)
    assert len(many) > 50 and all(re.fullmatch(r"\d{4}-\d\d-\d\d", hit.date) for hit in many if hit.date)
    assert len({hit.symbol for hit in many}) == len(many)
    assert await ask(session, "search", query="terrorism") == many[:50]
    for limit in (0, 1, 7):
        assert await ask(session, "search", query="terrorism", limit=limit) == many[:limit]
    assert await ask(session, "search", query="the of", limit=10_000) == await ask(
        session, "search", query="the of", limit=500
    )


@asks("search")
@pytest.mark.parametrize("name", DRAFTS)
async def test_a_resolution_is_cited_in_the_language_of_the_document(session, name):
    session.open(name)
    [found] = await ask(session, "search", name, query="74/173")
    _, body, citation = LANGUAGES[name.split(".")[-2]]
    assert (found.body, found.citation) == (body, citation)


@asks("search")
async def test_what_is_found_is_read_as_what_it_cites_wherever_it_is_inserted(session):
    session.open(NAME, DRAFT)
    [found] = await ask(session, "search", NAME, query="74/173")
    session.change(NAME, 2, "its resolution 65/230 of 12 December 2010", found.citation)
    assert "citation-date" not in {it.code for it in await session.diagnostics(NAME)}
    session.change(NAME, 3, "18 December 2019", "19 December 2019")
    assert "citation-date" in {it.code for it in await session.diagnostics(NAME)}


@asks("search")
async def test_the_tables_of_the_project_of_the_document_are_searched(session):
    session.path("rapporteur.toml").write_text('registry = ["own.tsv"]\n', encoding="utf-8")
    table = "symbol\tdate\ttitle\nA/RES/95/7\t2040-12-01\tWells of the Moon\nA/RES/95/8\t\tPorts of the Moon\nA/RES/95/9\t2040-12-02\t\n"
    session.path("own.tsv").write_text(table, encoding="utf-8")
    session.open(NAME, DRAFT)
    for query in ("95/7", "wells moon"):
        found = (await ask(session, "search", NAME, query=query))[0]
        assert (found.symbol, found.date, found.title) == ("A/RES/95/7", "2040-12-01", "Wells of the Moon")
        assert found.citation == "General Assembly resolution 95/7 of 1 December 2040"
    [undated] = await ask(session, "search", NAME, query="95/8")
    assert (undated.date, undated.citation) == (None, "General Assembly resolution 95/8")
    [untitled] = await ask(session, "search", NAME, query="95/9")
    assert (untitled.date, untitled.title) == ("2040-12-02", None)


# Rules -----------------------------------------------------------------------------------------------------------------


def explained(*names: str) -> str:
    """What `rapporteur explain` says."""
    return subprocess.run([RAPPORTEUR, "explain", *names], capture_output=True, check=True).stdout.decode()


@asks("rules")
async def test_the_rules_are_those_that_the_command_line_explains(session):
    rules = await ask(session, "rules")
    names = [rule.name for rule in rules]
    listed = re.findall(r"^([a-z]+(?:-[a-z]+)*) {2,}(error|warning|info|hint|off)\b", explained(), re.MULTILINE)
    assert sorted(listed) == sorted((rule.name, rule.severity) for rule in rules)
    assert names == sorted(set(names))
    for rule in rules[:: len(rules) // 5]:
        said, shown = rule.markdown.split("\n\n", 2), explained(rule.name).split("\n\n", 2)
        assert said[0] == f"# {shown[0]}"
        assert said[1] == " ".join(f"{fact}." for fact in re.sub(r"(?m)^(\w+) +", r"\1: ", shown[1]).splitlines())
        # Samples are in fences on a page, and indented in the terminal.
        words = re.sub(r"<(https://\S+)>", r"\1", said[2])
        words = re.sub(r"(?s)```markdown\n(.*?)\n```", lambda sample: textwrap.indent(sample[1], "    "), words)
        assert words == shown[2]
    for rule in rules:
        assert rule.markdown.startswith(f"# {rule.name}\n\nSubject: {rule.subject}. Severity: {rule.severity}.")
        assert rule.summary in rule.markdown
    session.open(NAME, DRAFT)
    assert {it.code for it in await session.diagnostics(NAME)} <= set(names)


# Templates -------------------------------------------------------------------------------------------------------------


@asks("templates")
async def test_there_are_new_drafts_in_each_language_and_they_are_drafts(session):
    templates = await ask(session, "templates")
    assert len({template.name for template in templates}) == len(templates)
    assert {template.language for template in templates} == set(LANGUAGES)
    for version, template in enumerate(templates):
        name = f"{template.name}.md"
        stops = re.findall(r"\$\{(\d+):", template.text)
        assert stops == [str(number) for number in range(1, len(stops) + 1)]
        session.open(name, re.sub(r"\$\{\d+:([^}]*)\}", r"\1", template.text))
        status = await ask(session, "status", name)
        assert (status.language, status.kind) == (template.language, template.kind), template.name
        assert (status.counts.preambular, status.counts.operative) == (2, 2), template.name
        assert status.counts.errors == 0, template.name


@asks("templates")
async def test_new_drafts_of_a_language_are_those_and_of_an_unknown_one_an_error(session):
    templates = await ask(session, "templates")
    for language in LANGUAGES:
        of_language = [template for template in templates if template.language == language]
        assert of_language and await ask(session, "templates", language=language) == of_language
    with pytest.raises(JsonRpcException) as refused:
        await ask(session, "templates", language="la")
    assert "no language `la`; there are en, fr, es, ru, ar, zh" in refused.value.message


@asks("templates")
async def test_new_drafts_have_their_titles_in_the_language_of_the_reader(new_session):
    await new_session.begin(locale="fr")
    first = (await ask(new_session, "templates"))[0]
    assert (first.language, first.title) == ("fr", "Projet de résolution de l’Assemblée générale")


# Preview ---------------------------------------------------------------------------------------------------------------

ATTRIBUTES = {"class", "id", "lang", "dir", "href", "title", "colspan"}

VOID = {"br", "hr"}


class Fragment(HTMLParser):
    """A fragment of HTML: every element is closed where it has to be, and nothing stands in it that could do something."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict]] = []
        self.words = ""
        self.feed(html)
        self.close()
        assert self.open == [], "elements that are not closed"

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice"
        assert all(name in ATTRIBUTES or name.startswith("data-") for name in names), f"{tag} with {names}"
        assert all(value is not None for _, value in attributes), f"{tag} has an attribute without a value"
        assert tag not in {"script", "style", "iframe", "object", "img", "link", "base", "form"}, tag
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_startendtag(self, tag, attributes):
        raise AssertionError(f"<{tag}/> is XML")

    def handle_data(self, data):
        self.words += data

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, declaration):
        raise AssertionError(f"a declaration: {declaration}")

    def handle_pi(self, data):
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data):
        raise AssertionError(f"a section: {data}")

    def having(self, attribute: str) -> list[dict]:
        """The attributes of the elements that have this one."""
        return [attributes for _, attributes in self.elements if attribute in attributes]


@asks("preview")
@pytest.mark.parametrize("name", DRAFTS)
async def test_a_preview_is_sound_and_shows_all_that_was_found(session, name):
    text = session.open(name)
    preview = await ask(session, "preview", name)
    language = name.split(".")[-2]
    assert (preview.version, preview.language) == (1, language)
    assert preview.direction == ("rtl" if language == "ar" else "ltr")
    fragment = Fragment(preview.html)
    lines = text.text.splitlines()
    places = [(int(it["data-line"]), int(it["data-end-line"])) for it in fragment.having("data-end-line")]
    assert places and all(0 <= first <= last < len(lines) for first, last in places)
    starts = [first for first, _ in places]
    assert len(set(starts)) == len(starts), "a line begins two blocks"
    shown = sorted((it["data-rule"], it["data-severity"], int(it["data-line"])) for it in fragment.having("data-rule"))
    found = await session.diagnostics(name)
    assert shown == sorted((it.code, SEVERITIES[it.severity - 1], it.range.start.line) for it in found)


@asks("preview")
async def test_everything_that_the_draft_says_is_escaped(session):
    session.open(NAME, DRAFT)
    preview = await ask(session, "preview", NAME)
    fragment = Fragment(preview.html)
    assert "😀 & <w>ports" in fragment.words
    assert '"all" <script>alert(1)</script> to' in fragment.words
    assert "<img src=\"x\" onerror='alert(3)'> all" in fragment.words
    assert "“كلمة” 和平 its resolution" in fragment.words
    assert "seized of <i> & & the matter" in " ".join(fragment.words.split())
    links = [it["href"] for it in fragment.having("href")]
    assert all(link.startswith(("https://", "#")) for link in links), links


@asks("preview")
async def test_a_preview_is_that_of_the_last_change_and_what_is_no_draft_has_none(session):
    session.open(NAME, DRAFT)
    session.change(NAME, 2, "Wells 😀", "Harbours 和平")
    preview = await ask(session, "preview", NAME)
    assert (preview.version, preview.title) == (2, "Harbours 和平 & ports")
    session.open("README.md", README)
    assert await ask(session, "preview", "README.md") is None
    session.open("rapporteur.toml", 'locale = "en"\n')
    assert await ask(session, "preview", "rapporteur.toml") is None


# Text ------------------------------------------------------------------------------------------------------------------


@asks("text")
async def test_the_text_is_that_of_the_editor_after_each_change(session):
    text = session.open(NAME, DRAFT)
    for version, (old, new) in enumerate([("“كلمة” 和平", "🕊️\r\n"), ("&amp;", "ä\r"), ("🕊️", ""), ("# Wells", "和")], 1):
        answer = await ask(session, "text", NAME)
        assert (answer.version, answer.text) == (version, text.text)
        text = session.change(NAME, version + 1, old, new)
    assert (await ask(session, "text", NAME)).text == text.text
    session.open("rapporteur.toml", 'locale = "en"\n')
    assert (await ask(session, "text", "rapporteur.toml")).text == 'locale = "en"\n'


# Claims ----------------------------------------------------------------------------------------------------------------


def test_every_request_that_the_server_knows_has_a_test_and_a_type():
    source = (SERVER / "rapporteur" / "src" / "lsp" / "mod.rs").read_text(encoding="utf-8")
    known = set(re.findall(r'"(rapporteur/\w+)"', source))
    assert known - CLAIMED == set(), "requests without a test"
    assert CLAIMED - known == set(), "tests of what is not there"
    assert set(GIVES) == known


def test_the_types_are_those_that_the_readme_documents():
    readme = (SERVER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(rapporteur/\w+)` \| `[^`]+` \| `(\[?)\{ ([\w, ]+) \}\]?`(.*)$", readme, re.MULTILINE)
    assert {request: names.split(", ") for request, _, names, _ in rows} == {
        request: [field.name for field in attrs.fields(given)] for request, given in GIVES.items()
    }
    assert {request for request, is_list, *_ in rows if is_list} == {
        "rapporteur/search",
        "rapporteur/rules",
        "rapporteur/templates",
    }
