#!/usr/bin/env python3
"""Turn a folder of web pages into what a scorer of article bodies reads.

Usage:  html_predictions.py --assay .build/release/assay --pages FOLDER --out pred.json

Each page (`ID.html` or `ID.html.gz`) is read with `assay read PAGE --format json`; its body is the text
of all blocks but title, byline, captions, the date of the page, and the standfirst (a heading above the first
paragraph), which the published bodies leave out. A dateline, which is a date block with text after it on its
line, belongs to the body. A page that is refused has an empty body.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

KEPT = {"body", "heading", "list", "quote", "table", "code", "boilerplate"}
PROSE = {"body", "list", "quote"}


def body(article):
    text, blocks = article["text"], article["blocks"]
    parts = []
    first = next((index for index, block in enumerate(blocks) if block["role"] in PROSE), 0)
    for index, block in enumerate(blocks):
        role, end = block["role"], block["end"]
        if role == "date" and index + 1 < len(blocks):
            is_dateline = "\n" not in text[end:blocks[index + 1]["start"]]
        else:
            is_dateline = False
        if role == "heading" and index < first:
            continue
        if role in KEPT or is_dateline:
            parts.append(text[block["start"]:end])
    return "\n".join(parts)


def read(assay, page):
    result = subprocess.run(
        [assay, "read", str(page), "--format", "json"], capture_output=True, text=True)
    if result.returncode != 0:
        print(f"{page.name}: {result.stderr.strip()}", file=sys.stderr)
        return ""
    reading = json.loads(result.stdout)
    return body(reading.get("article", reading))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assay", required=True, help="the program")
    parser.add_argument("--pages", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    options = parser.parse_args()
    predictions = {}
    with tempfile.TemporaryDirectory() as folder:
        for page in sorted(options.pages.iterdir()):
            name = page.name.split(".html")[0]
            if page.name.endswith(".html.gz"):
                unpacked = pathlib.Path(folder) / f"{name}.html"
                unpacked.write_bytes(gzip.decompress(page.read_bytes()))
                predictions[name] = {"articleBody": read(options.assay, unpacked)}
                unpacked.unlink()
            elif page.name.endswith(".html"):
                predictions[name] = {"articleBody": read(options.assay, page)}
    options.out.write_text(json.dumps(predictions))


main()
