#!/usr/bin/env python3
"""Records a session with Neovim 0.11: sessions/neovim.py. Neovim is on the PATH, and the server is built."""

import json
import subprocess
import time
from pathlib import Path

from workplace import Workplace

PATIENCE = 60


class Neovim:
    """Neovim, which is sent keys as if they were typed."""

    def __init__(self, workplace: Workplace):
        self.socket = str(workplace.home / "socket")
        configuration = Path(__file__).with_suffix(".lua")
        self.process = subprocess.Popen(
            ["nvim", "--headless", "--clean", "-u", configuration, "--listen", self.socket],
            cwd=workplace.folder,
            env=workplace.environment(),
        )
        self.until("true")

    def call(self, *arguments: str) -> str | None:
        run = subprocess.run(["nvim", "--server", self.socket, *arguments], capture_output=True, text=True, check=False)
        return run.stdout.strip() if run.returncode == 0 else None

    def ask(self, lua: str):
        answer = self.call("--remote-expr", f"luaeval('vim.json.encode({lua.replace(chr(39), chr(39) * 2)})')")
        return json.loads(answer) if answer else None

    def until(self, lua: str):
        for _ in range(PATIENCE * 20):
            if self.ask(lua):
                return
            time.sleep(0.05)
        raise TimeoutError(f"{lua} does not come to hold")

    def keys(self, keys: str):
        self.call("--remote-send", keys)

    def type(self, text: str):
        """Types a text, a key at a time."""
        for key in text:
            self.keys("<lt>" if key == "<" else key)

    def lua(self, code: str):
        self.keys(f"<Cmd>lua {code.replace('<', '<lt>')}<CR>")

    def open(self, name: str):
        self.keys(f"<Esc>:edit {name}<CR>")
        self.until("#vim.lsp.get_clients({ bufnr = 0 }) == 1 and vim.lsp.get_clients()[1].initialized")
        self.settle()

    def settle(self):
        """Waits until all requests are answered, and a moment longer for those that follow."""
        for _ in range(2):
            time.sleep(0.3)
            self.until("vim.lsp.get_clients()[1] == nil or next(vim.lsp.get_clients()[1].requests) == nil")

    def go(self, words: str):
        """Puts the cursor on the first character of some words."""
        self.lua(f"vim.fn.cursor(1, 1) vim.fn.search([=[\\V{words}]=], 'c')")
        self.settle()


def session(nvim: Neovim):
    nvim.open("cybercrime.en.md")

    # A paragraph more, with the completion of its citation.
    nvim.go("Convinced")
    nvim.keys("O<CR><Up>")
    nvim.type("*Recalling further* its resolution 75/28")
    nvim.settle()
    nvim.keys("<C-n>")
    nvim.settle()
    nvim.keys("<C-y>")
    nvim.settle()
    nvim.type(" 🕊️, “كلمة” 和平,")
    nvim.keys("<Esc>")
    nvim.settle()

    # What is shown of a citation, and where else it stands.
    nvim.go("65/230")
    for act in ("hover", "definition", "references", "document_symbol"):
        nvim.lua(f"vim.lsp.buf.{act}()")
        nvim.settle()
        nvim.keys("<Esc><Cmd>cclose<CR><Cmd>lclose<CR>")
    nvim.lua("vim.lsp.buf.workspace_symbol('cybercrime')")
    nvim.settle()
    nvim.keys("<Cmd>cclose<CR>")
    nvim.go("[^1")
    nvim.lua("vim.lsp.buf.definition()")
    nvim.settle()
    nvim.keys("<C-o>")

    # A quick fix, then all that is safe.
    nvim.go("12 December 2010")
    nvim.lua("vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.title:find('21 December') end })")
    nvim.settle()
    nvim.lua(
        "vim.lsp.buf.code_action({ apply = true, context = { only = { 'source.fixAll.rapporteur' }, diagnostics = {} } })"
    )
    nvim.settle()

    # Other names for a note and a paragraph.
    nvim.go("[^4")
    nvim.keys("ll")
    nvim.lua("vim.lsp.buf.rename('4a')")
    nvim.settle()
    nvim.lua("vim.lsp.buf.format({ async = false })")
    nvim.settle()
    nvim.keys("u")
    nvim.keys("<C-r>")
    nvim.settle()
    nvim.keys(":write<CR>")
    nvim.settle()

    # A draft from right to left, in which two lines are joined and one is put elsewhere.
    nvim.open("oases.ar.md")
    nvim.go("الينابيع")
    nvim.keys("cw")
    nvim.type("الآبار")
    nvim.keys("<Esc>")
    nvim.settle()
    nvim.lua("vim.lsp.buf.hover()")
    nvim.settle()
    nvim.go("(ب)")
    nvim.keys("ddkP")
    nvim.keys("jJ")
    nvim.settle()
    nvim.keys("uu")
    nvim.settle()

    # Settings in the middle of a session.
    nvim.lua(
        "local c = vim.lsp.get_clients()[1]"
        " c.settings = { rapporteur = { locale = 'fr', ignore = { 'footnote-sequence' } } }"
        " c:notify('workspace/didChangeConfiguration', { settings = vim.empty_dict() })"
    )
    nvim.settle()
    nvim.keys(":bdelete!<CR>")
    nvim.settle()
    nvim.keys(":qall!<CR>")
    nvim.process.wait(PATIENCE)


def main():
    workplace = Workplace("neovim", ["cybercrime.en.md", "oases.ar.md", "wildlife.en.md"])
    try:
        session(Neovim(workplace))
    finally:
        workplace.remove()


if __name__ == "__main__":
    main()
