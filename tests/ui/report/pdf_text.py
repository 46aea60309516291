"""Reads the text out of a PDF as Qt writes it: glyphs of embedded fonts, and what signs they stand for."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_PAINTED = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9a-fA-F]+)> Tj|\b(BT)\b")
_GLYPHS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(\[.*?\]|<[0-9A-Fa-f]+>)", re.DOTALL)


def text_of(pdf: bytes) -> str:
    """Everything that is written in a PDF, a line for each piece of text."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    signs = {
        number: _signs(objects[int(found[1])])
        for number, body in objects.items()
        if (found := re.search(rb"/ToUnicode (\d+) 0 R", body))
    }
    written = []
    for body in objects.values():
        contents = re.search(rb"/Type /Page\b.*/Contents (\d+) 0 R", body, re.DOTALL)
        if contents:
            written.append(_page(objects[int(contents[1])], signs))
    return "\n".join(written)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type /Page\b", pdf))


def _page(body: bytes, signs: dict[int, dict[int, str]]) -> str:
    stream = _STREAM.search(body)
    assert stream is not None
    written, known = [], {}
    for font, glyphs, begin in _PAINTED.findall(zlib.decompress(stream[1])):
        if begin:
            written.append("\n")
        elif font:
            known = signs[int(font)]
        else:
            numbers = (int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4))
            written.extend(known.get(number, "\N{REPLACEMENT CHARACTER}") for number in numbers)
    return "".join(written)


def _signs(body: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for first, last, signs in _GLYPHS.findall(body):
        glyphs = range(int(first, 16), int(last, 16) + 1)
        values = [
            bytes.fromhex(value.decode()) for value in re.findall(rb"<([0-9A-Fa-f]+)>", signs)
        ]
        if not signs.startswith(b"["):
            start = int.from_bytes(values[0], "big")
            values = [(start + step).to_bytes(2, "big") for step in range(len(glyphs))]
        found |= {
            glyph: value.decode("utf-16-be", "replace")
            for glyph, value in zip(glyphs, values, strict=True)
        }
    return found
