"""Places in texts as a client counts them, written from the protocol and not after the server."""

from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

DRAFTS = Path(__file__).parent.parent / "drafts"

ENCODINGS = ["utf-8", "utf-16", "utf-32"]

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def sample(name: str) -> str:
    """A sample draft."""
    return (DRAFTS / name).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Text:
    """A text, in an encoding of positions. Offsets count characters."""

    text: str
    encoding: str

    def units(self, text: str) -> int:
        codec, width = CODECS[self.encoding]
        return len(text.encode(codec)) // width

    def starts(self) -> list[int]:
        """Where lines start: after LF, CR LF and CR."""
        starts = [0]
        for at, mark in enumerate(self.text):
            if mark == "\n" or (mark == "\r" and self.text[at + 1 : at + 2] != "\n"):
                starts.append(at + 1)
        return starts

    def position(self, offset: int) -> types.Position:
        starts = [start for start in self.starts() if start <= offset]
        return types.Position(len(starts) - 1, self.units(self.text[starts[-1] : offset]))

    def offset(self, position: types.Position) -> int:
        """The offset of a position, which has to lie in the text, between two characters."""
        starts = [*self.starts(), len(self.text) + 1]
        line = range(starts[position.line], starts[position.line + 1])
        found = [at for at in line if self.units(self.text[line.start : at]) == position.character]
        assert found, f"{position} does not lie in the text"
        return found[0]

    def clamped(self, position: types.Position) -> int:
        """The offset of a position that may lie behind the end of its line or of the text."""
        starts = self.starts()
        if position.line >= len(starts):
            return len(self.text)
        line = self.text[starts[position.line] :].splitlines()[:1] or [""]
        if position.character >= self.units(line[0]):
            return starts[position.line] + len(line[0])
        return self.offset(position)

    def find(self, words: str, within: str | None = None) -> int:
        """Where some words stand for the first time, within others if these are given."""
        return self.text.index(words, self.text.index(within or words))

    def at(self, words: str, within: str | None = None, skip: int = 1) -> types.Position:
        """A position in some words, behind their first characters."""
        return self.position(self.find(words, within) + skip)

    def range(self, words: str, within: str | None = None) -> types.Range:
        """The range of some words."""
        start = self.find(words, within)
        return types.Range(self.position(start), self.position(start + len(words)))

    def whole(self) -> types.Range:
        return types.Range(self.position(0), self.position(len(self.text)))

    def words(self, range: types.Range) -> str:
        """What stands in a range."""
        return self.text[self.offset(range.start) : self.offset(range.end)]

    def edited(self, edits) -> str:
        """The text after edits, which may not overlap."""
        spans = sorted((self.offset(edit.range.start), self.offset(edit.range.end), edit.new_text) for edit in edits)
        assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:])), "edits overlap"
        text = self.text
        for start, end, new in reversed(spans):
            text = text[:start] + new + text[end:]
        return text
