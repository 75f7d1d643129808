#!/usr/bin/env python3
"""Measures how web pages are read: text, days and authors of varied pages, by folds of sites, and bodies of news pages.

usage: Tests/Quality/pages.py --data FOLDER --tools FOLDER [--binary ASSAY]

FOLDER holds pages-varied and article-html. The program is trained on these pages, so the figures of its text flatter it;
`Training/pages/run FOLDER -` gives those for sites that it was not trained on. Days and authors are found by rules, and
their spread over five folds of sites, a site wholly in one, shows how they carry over.
"""
import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from urllib.parse import urlparse

FOLDS = 5


def site(address):
    archived = re.search(r"web\.archive\.org/web/\w+/(.*)", address)
    address = (archived.group(1) if archived else address).replace("hard::", "http://")
    host = (urlparse(address if "//" in address else "http://" + address).hostname or address).split(".")
    return ".".join(host[-2:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--binary", default=".build/release/assay")
    options = parser.parse_args()
    varied = os.path.join(options.data, "pages-varied")
    with open(os.path.join(varied, "gold.jsonl"), encoding="utf-8") as file:
        gold = [json.loads(line) for line in file]
    scorer = os.path.join(options.tools, "eval_pages.py")
    with tempfile.TemporaryDirectory() as folder:
        pages, found = os.path.join(folder, "pages"), os.path.join(folder, "found.jsonl")
        with tarfile.open(os.path.join(varied, "pages.tar.xz")) as archive:
            archive.extractall(pages, filter="data")
        subprocess.run(
            [sys.executable, os.path.join(options.tools, "pages_predictions.py"), options.binary, pages, found], check=True)
        for number in list(range(FOLDS)) + [None]:
            part = os.path.join(folder, "gold.jsonl")
            with open(part, "w", encoding="utf-8") as file:
                for entry in gold:
                    fold = int(hashlib.md5(site(entry["url"]).encode()).hexdigest(), 16) % FOLDS
                    if number in (None, fold):
                        file.write(json.dumps(entry) + "\n")
            print("all sites" if number is None else f"fold {number + 1}", end=": ", flush=True)
            subprocess.run([sys.executable, scorer, part, found], check=True)
    subprocess.run(
        [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "measure.py"), "--data", options.data,
         "--tools", options.tools, "--binary", options.binary, "--only", "pages"], check=True)


if __name__ == "__main__":
    main()
