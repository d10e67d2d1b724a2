"""The files for Helix, Kate, Sublime Text and Zed: that they can be read, and agree with the server and with each other."""

import os
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as xml
from pathlib import Path

import json5
import pytest
import yaml

REPOSITORY = Path(__file__).parents[2]
EDITORS = REPOSITORY / "editors"

# What a draft is named.
NAMES = {"resolution.md", "res.md"}

# The keys of a language that Helix knows, as its documentation lists them.
HELIX_LANGUAGE = {
    "name", "language-id", "scope", "injection-regex", "file-types", "shebangs", "roots", "auto-format", "diagnostic-severity",
    "comment-tokens", "block-comment-tokens", "indent", "language-servers", "grammar", "formatter", "soft-wrap", "text-width",
    "rulers", "path-completion", "workspace-lsp-roots", "persistent-diagnostic-sources",
}  # fmt: skip


def text(path: str) -> str:
    return (EDITORS / path).read_text(encoding="utf-8")


def toml(path: str) -> dict:
    return tomllib.loads(text(path))


def blocks(editor: str) -> list[str]:
    """The blocks of code in a README, one after the other."""
    return re.findall(r"^```\w+\n(.*?)^```$", text(f"{editor}/README.md"), re.DOTALL | re.MULTILINE)


def server_commands() -> set[str]:
    """The commands that the server has, as the README of the project lists them."""
    return set(re.findall(r"`(rapporteur\.\w+)`", (REPOSITORY / "README.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "file", ["helix/languages.toml", "kate/settings.json", "sublime/lsp-settings.jsonc"]
)
def test_readmes_show_the_files_as_they_are(file):
    assert blocks(Path(file).parts[0])[0] == text(file)


def test_helix_knows_the_language():
    config = toml("helix/languages.toml")
    assert set(config) == {"language-server", "language", "grammar"}
    assert config["language-server"] == {"rapporteur": {"command": "rapporteur", "args": ["lsp"]}}
    languages = {language["name"]: language for language in config["language"]}
    for language in languages.values():
        assert set(language) <= HELIX_LANGUAGE
        assert "rapporteur" in language["language-servers"]
    draft = languages["resolution"]
    assert {kind["glob"] for kind in draft["file-types"]} == {f"*.{name}" for name in NAMES}
    assert draft["language-id"] == "un-resolution"
    assert draft["roots"] == ["rapporteur.toml"]
    assert "marksman" in languages["markdown"]["language-servers"]
    (grammar,) = config["grammar"]
    assert grammar["name"] == "resolution"
    assert grammar["source"]["path"].endswith("/rapporteur/grammars/tree-sitter-resolution")


def test_queries_are_those_of_the_grammar():
    queries = REPOSITORY / "grammars/tree-sitter-resolution/queries"
    for name in ["highlights.scm", "outline.scm", "textobjects.scm"]:
        assert (EDITORS / "zed/languages/resolution" / name).resolve() == queries / name
    linked = re.findall(r"~/rapporteur/(\S+\.scm)", text("helix/README.md"))
    assert {Path(path).name for path in linked} == {"highlights.scm", "textobjects.scm", "injections.scm"}
    assert all((REPOSITORY / path).is_file() for path in linked)
    # What Helix and Zed inject stands apart, since each has a name of its own for Markdown; the nodes are those of the grammar.
    nodes = set(re.findall(r"\((\w+)\)", (queries / "injections.scm").read_text(encoding="utf-8")))
    for path in ["helix/injections.scm", "zed/languages/resolution/injections.scm"]:
        assert set(re.findall(r"\((\w+)\)", text(path))) <= nodes


def test_kate_asks_the_server():
    servers = json5.loads(text("kate/settings.json"))["servers"]
    assert set(servers) == {"un-resolution", "markdown", "plaintext"}
    own = servers.pop("un-resolution")
    assert own["command"] == ["rapporteur", "lsp"]
    assert own["rootIndicationFileNames"] == ["rapporteur.toml"]
    assert {server["use"] for server in servers.values()} == {"un-resolution"}
    assert re.match(own["highlightingModeRegex"], kate_syntax().get("name"))


def kate_syntax() -> xml.Element:
    return xml.fromstring(text("kate/un-resolution.xml"))


def test_kate_knows_drafts_by_their_names():
    assert set(kate_syntax().get("extensions").split(";")) == {f"*.{name}" for name in NAMES}


def test_kate_colours_a_draft(tmp_path):
    syntax = tmp_path / "data/org.kde.syntax-highlighting/syntax/un-resolution.xml"
    syntax.parent.mkdir(parents=True)
    shutil.copy(EDITORS / "kate/un-resolution.xml", syntax)
    draft = tmp_path / "fish.resolution.md"
    draft.write_text("# Fish\n\n1. *Urges* 🕊️ قرار 65/230, 2322 (2016) and A/65/1;[^1]\n", encoding="utf-8")
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data"), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["kate-syntax-highlighter", draft], env=environment, capture_output=True, text=True, check=True)
    assert "unresolved" not in done.stderr.lower() and "error" not in done.stderr.lower(), done.stderr
    for words in ["# Fish", "1.", "*Urges*", "65/230", "2322 (2016)", "A/65/1", "[^1]"]:
        assert re.search(rf"<span style=[^>]*>{re.escape(words)}</span>", done.stdout), (words, done.stdout)


def test_sublime_text_has_the_server_and_its_commands():
    settings = json5.loads(text("sublime/lsp-settings.jsonc"))
    ((name, client),) = settings["clients"].items()
    assert client["command"] == ["rapporteur", "lsp"]
    commands = json5.loads(text("sublime/Rapporteur.sublime-commands"))
    executed = [command["args"] for command in commands if command["command"] == "lsp_execute"]
    assert {args["session_name"] for args in executed} == {name}
    assert {args["command_name"] for args in executed} <= server_commands()
    assert all(args["command_args"] == ["${file_uri}"] for args in executed)
    for command in commands:
        assert f"`{command['caption']}`" in text("sublime/README.md")


def test_sublime_text_knows_drafts_by_their_names():
    syntax = yaml.safe_load(text("sublime/Resolution.sublime-syntax").removeprefix("%YAML 1.2\n"))
    assert set(syntax["file_extensions"]) == NAMES
    # The selector of the server is that of Markdown, of which this is a kind.
    assert syntax["scope"].startswith("text.html.markdown.")
    assert syntax["extends"] == "Packages/Markdown/Markdown.sublime-syntax"


def test_zed_knows_the_language():
    extension = toml("zed/extension.toml")
    language = toml("zed/languages/resolution/config.toml")
    assert set(language["path_suffixes"]) == NAMES
    assert language["grammar"] in extension["grammars"]
    server = extension["language_servers"]["rapporteur"]
    assert language["name"] in server["languages"]
    assert server["language_ids"][language["name"]] == "un-resolution"
    assert set(server["language_ids"]) == set(server["languages"])
    assert (REPOSITORY / extension["grammars"]["resolution"]["path"] / "src/parser.c").is_file()
    package = toml("zed/Cargo.toml")["package"]
    assert package["version"] == extension["version"]
    for block in blocks("zed"):
        json5.loads(block)
