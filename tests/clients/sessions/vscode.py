#!/usr/bin/env python3
"""Records a session with Visual Studio Code: sessions/vscode.py CODE_SERVER [PICTURES].

CODE_SERVER is the folder of the npm package code-server. The screen is stored after each step in the folder PICTURES, if that is
given. README.md tells what has to be installed.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from workplace import REPOSITORY, Workplace

PATIENCE = 120

SETTINGS = {
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.colorTheme": "Default Light Modern",
    "editor.minimap.enabled": False,
    "editor.formatOnType": True,
    "editor.wordWrap": "on",
    "files.autoSave": "off",
    "rapporteur.locale": "en",
}

BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


class Code:
    """Visual Studio Code in a browser, which is sent keys as if they were typed."""

    def __init__(self, workplace: Workplace, page: Page, pictures: Path | None):
        self.workplace, self.page, self.pictures = workplace, page, pictures
        self.steps = 0

    def settle(self, seconds: float = 1.5):
        """Waits until nothing has been recorded for a while."""
        seen = -1
        while seen != (seen := self.workplace.activity()):
            time.sleep(seconds)

    def picture(self, name: str):
        self.steps += 1
        if self.pictures:
            self.page.screenshot(path=self.pictures / f"{self.steps:02}-{name}.png")

    def press(self, *keys: str):
        for key in keys:
            self.page.keyboard.press(key)
            time.sleep(0.15)

    def type(self, text: str):
        for key in text:
            self.page.keyboard.type(key)
            time.sleep(0.06)

    def insert(self, text: str):
        """Inserts a text at once, as an input method does with what is no key."""
        self.page.keyboard.insert_text(text)
        time.sleep(0.2)

    def command(self, title: str):
        """A command by the name that the palette has for it."""
        self.press("F1")
        self.page.wait_for_selector(".quick-input-widget input")
        self.type(title)
        time.sleep(0.8)
        self.press("Enter")
        self.settle()

    def open(self, name: str):
        self.press("Control+p")
        self.page.wait_for_selector(".quick-input-widget input")
        self.type(name)
        self.page.wait_for_selector(f'.quick-input-list .monaco-list-row[aria-label*="{name}"]')
        time.sleep(0.5)
        self.press("Enter")
        self.page.wait_for_selector(f'.tab.active[data-resource-name="{name}"]', timeout=PATIENCE * 1000)
        self.page.wait_for_selector(".view-lines .view-line")
        self.settle(3)

    def go(self, words: str):
        """Puts the cursor before some words, by searching for them."""
        self.press("Control+Home", "Control+f")
        self.page.wait_for_selector(".find-widget.visible")
        self.press("Control+a")
        self.insert(words)
        time.sleep(0.5)
        self.press("Enter", "Escape", "ArrowLeft")
        self.settle(0.7)


def session(code: Code):
    code.open("cybercrime.en.md")
    code.page.wait_for_selector(".squiggly-warning, .squiggly-error", timeout=PATIENCE * 1000)
    code.picture("opened")

    # A paragraph more, with the completion of its citation, in letters, emoji and other scripts.
    code.go("*Convinced*")
    code.press("ArrowUp", "Enter", "Enter", "ArrowUp")
    code.type("*Recalling further* its resolution 75/28")
    code.settle()
    code.picture("completion")
    code.press("Enter")
    code.settle()
    code.picture("completed")
    code.type(" ")
    code.insert("🕊️, “كلمة” 和平,")
    code.press("Escape")
    code.settle()
    code.picture("typed")

    # What is shown of a citation, and where else it stands.
    code.go("65/230")
    code.press("Control+k", "Control+i")
    code.settle()
    code.picture("hover")
    code.press("Escape", "F12")
    code.settle()
    code.press("Escape")
    code.go("[^1]")
    code.press("ArrowRight", "F12")
    code.settle()
    code.picture("definition")
    code.go("79/243")
    code.press("Shift+F12")
    code.settle()
    code.picture("references")
    code.press("Escape", "Escape", "Control+Shift+o")
    code.settle()
    code.picture("outline")
    code.press("Escape", "Control+t")
    code.type("cybercrime")
    code.settle()
    code.picture("workspace-symbols")
    code.press("Escape")

    # A quick fix, then all that is safe.
    code.go("12 December 2010")
    code.press("Control+.")
    code.settle()
    code.picture("quick-fix")
    code.press("Enter")
    code.settle()
    code.command("Fix All")
    code.picture("all-fixed")

    # Another name for a note; a paragraph that numbers itself; formatting.
    code.go("[^4]")
    code.press("ArrowRight", "ArrowRight", "F2")
    code.settle()
    code.picture("rename")
    code.press("Control+a")
    code.type("4a")
    code.press("Enter")
    code.settle()
    code.picture("renamed")
    code.press("Escape")
    code.go("the present resolution;")
    code.press("End", "Enter")
    code.settle()
    code.picture("on-type")
    code.press("Control+z", "Control+z")
    code.command("Format Document")
    code.picture("formatted")
    code.press("Shift+Alt+ArrowRight", "Shift+Alt+ArrowRight", "Shift+Alt+ArrowRight")
    code.settle()
    code.picture("selection")
    code.press("Control+s")
    code.settle()
    code.press("Control+Shift+m")
    code.settle()
    code.picture("problems")
    code.press("Control+Shift+m")

    # A draft from right to left.
    code.open("oases.ar.md")
    code.picture("arabic")
    code.go("الينابيع")
    code.press("Control+Shift+ArrowRight")
    code.insert("الآبار")
    code.settle()
    code.go("(ب)")
    code.press("Alt+ArrowUp", "Alt+ArrowDown")
    code.settle()
    code.picture("arabic-edited")
    code.press("Control+z", "Control+z")

    # Settings in the middle of a session.
    code.workplace.settings(SETTINGS | {"rapporteur.locale": "fr", "rapporteur.ignore": ["footnote-sequence"]})
    code.settle(4)
    code.open("cybercrime.en.md")
    code.picture("other-settings")
    code.command("Revert File")
    code.command("View: Close All Editors")
    code.settle(3)


def main():
    code_server = Path(sys.argv[1])
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    workplace = Workplace("vscode", ["cybercrime.en.md", "oases.ar.md", "wildlife.en.md"])
    workplace.configuration = workplace.home / "data/User/settings.json"
    always = {"rapporteur.path": str(workplace.as_server())}
    workplace.settings = lambda settings: workplace.configuration.write_text(json.dumps(settings | always))
    workplace.configuration.parent.mkdir(parents=True)
    workplace.settings(SETTINGS)
    places = ["--user-data-dir", workplace.home / "data", "--extensions-dir", workplace.home / "extensions"]
    start = ["node", code_server / "out/node/entry.js", *places]
    extension = workplace.home / "rapporteur.vsix"
    package = ["npx", "vsce", "package", "--no-dependencies", "-o", extension]
    subprocess.run(package, cwd=REPOSITORY / "editors/vscode", check=True)
    subprocess.run([*start, "--install-extension", extension], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"]
    server = subprocess.Popen([*start, "--bind-addr", address, *quiet, workplace.folder])
    try:
        wait_for(f"http://{address}/")
        with sync_playwright() as playwright:
            chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=BROWSER)
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.goto(f"http://{address}/?folder={quote(str(workplace.folder))}")
            page.wait_for_selector(".monaco-workbench .explorer-viewlet", timeout=PATIENCE * 1000)
            code = Code(workplace, page, pictures)
            try:
                session(code)
            except Exception:
                code.picture("failed")
                raise
            page.close()
            browser.close()
    finally:
        server.terminate()
        server.wait()
        workplace.remove()


def wait_for(address: str):
    for _ in range(PATIENCE * 10):
        try:
            return urllib.request.urlopen(address).close()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise TimeoutError(address)


if __name__ == "__main__":
    main()
