#!/usr/bin/env python3
"""Draws an asciicast as a still SVG: the last lines of what it shows.

usage: Scripts/picture.py CAST SVG [--lines N]
"""
import argparse
import html
import json
import re

FOREGROUND = {30: "#3b4252", 31: "#d5616a", 32: "#8fb573", 33: "#e0b65c", 34: "#6f9fd8", 35: "#c08bd0",
              36: "#5fb3b3", 37: "#d8dee9"}
SGR = re.compile(r"\x1b\[([0-9;]*)m")
COLUMN, LINE = 8.4, 18


def runs(text):
    """(text, css class values) for each run of one style."""
    style = {"color": None, "bold": False, "dim": False}
    position = 0
    for match in SGR.finditer(text):
        if match.start() > position:
            yield text[position:match.start()], dict(style)
        for code in map(int, filter(None, match.group(1).split(";") or ["0"])):
            if code == 0:
                style.update(color=None, bold=False, dim=False)
            elif code == 1:
                style["bold"] = True
            elif code == 2:
                style["dim"] = True
            elif code in FOREGROUND:
                style["color"] = FOREGROUND[code]
        if not match.group(1):
            style.update(color=None, bold=False, dim=False)
        position = match.end()
    if position < len(text):
        yield text[position:], dict(style)


def line_svg(line, y):
    parts, column = [], 0
    for text, style in runs(line):
        attributes = [f'x="{20 + column * COLUMN:.1f}"']
        if style["color"]:
            attributes.append(f'fill="{style["color"]}"')
        if style["bold"]:
            attributes.append('font-weight="bold"')
        if style["dim"]:
            attributes.append('opacity="0.6"')
        parts.append(f'<tspan {" ".join(attributes)}>{html.escape(text)}</tspan>')
        column += len(text)
    return f'<text y="{y}" xml:space="preserve">{"".join(parts)}</text>'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cast")
    parser.add_argument("svg")
    parser.add_argument("--lines", type=int, default=30)
    options = parser.parse_args()
    with open(options.cast, encoding="utf-8") as cast:
        header = json.loads(cast.readline())
        text = "".join(json.loads(line)[2] for line in cast)
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")[-options.lines:]
    width, height = 40 + header["width"] * COLUMN, 40 + len(lines) * LINE
    rows = "\n".join(line_svg(line, 36 + index * LINE) for index, line in enumerate(lines))
    with open(options.svg, "w", encoding="utf-8") as svg:
        svg.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" '
            f'height="{height}" role="img" aria-label="A session at the prompt">\n'
            f'<rect width="100%" height="100%" rx="8" fill="#22272e"/>\n'
            f'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" fill="#d8dee9">\n'
            f'{rows}\n</g>\n</svg>\n')


main()
