#!/usr/bin/env python3
"""Measures what Assay finds against published data, with the scorers that belong to it.

usage: Tests/Quality/measure.py --data FOLDER --tools FOLDER [--binary ASSAY] [--engine ENGINE] [--only NAME …]

The data is not part of the project: FOLDER holds polnear/dev, splitting/*.jsonl, dates/*.jsonl, ud/*-dev.conllu.gz
and article-html. Each set is sent through `assay split --stdin-jsonl` (pages through `assay read`), turned into
what its scorer reads, and the scorer's own figures are printed; sentences are scored here.
"""
import argparse
import glob
import gzip
import json
import os
import subprocess
import sys
import tempfile


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write_lines(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row) + "\n")


def treebank_paragraphs(path):
    """The paragraphs of a treebank as (text, spans of its sentences in code points).

    Words of CoNLL-U with the spaces that it notes between them; a multiword token counts by its own form, an empty
    node not at all; one space between sentences.
    """
    text, spans, start, gap, multiword = "", [], None, "", 0
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith(("# newdoc", "# newpar")) and not line.startswith("# newpar_"):
                if spans:
                    yield text, spans
                text, spans, gap = "", [], ""
            elif not line:
                if start is not None:
                    spans.append((start, len(text)))
                start, multiword = None, 0
            elif not line.startswith("#"):
                columns = line.split("\t")
                if "." in columns[0] or "-" not in columns[0] and int(columns[0]) <= multiword:
                    continue
                if "-" in columns[0]:
                    multiword = int(columns[0].split("-")[1])
                text += gap
                start = len(text) if start is None else start
                text += columns[1]
                gap = "" if "SpaceAfter=No" in columns[9].split("|") else " "
    if spans:
        yield text, spans


def f1(right, found, gold):
    return 200 * right / max(found + gold, 1)


class Measure:
    def __init__(self, options, folder):
        self.data, self.tools, self.binary = options.data, options.tools, options.binary
        self.engine = options.engine
        self.folder = folder

    def split(self, requests, *arguments):
        """The answers of `split --stdin-jsonl`, by id."""
        text = "".join(json.dumps(request) + "\n" for request in requests)
        done = subprocess.run(
            [self.binary, "split", "--stdin-jsonl", "--engine", self.engine, *arguments], input=text, capture_output=True,
            text=True, check=True)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        for answer in answers:
            if "error" in answer:
                sys.exit(f"{answer['id']}: {answer['error']}")
        return {answer["id"]: answer for answer in answers}

    def score(self, tool, *arguments):
        subprocess.run([sys.executable, os.path.join(self.tools, tool), *arguments], check=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def attributions(self):
        """Who said what: PolNeAR's development set."""
        requests = []
        for path in sorted(glob.glob(os.path.join(self.data, "polnear/dev/text/*.txt"))):
            with open(path, encoding="utf-8", newline="") as file:
                requests.append({"id": os.path.basename(path)[:-4], "text": file.read()})
        rows = []
        for name, answer in self.split(requests).items():
            rows.append({"doc": name, "attributions": [
                {"source": (found["source"] or {}).get("spans"), "cue": (found["cue"] or {}).get("spans"),
                 "content": found["content"]["spans"]} for found in answer["attributions"]]})
        write_lines(self.path("attributions.jsonl"), rows)
        self.score("eval_attr.py", "--gold", os.path.join(self.data, "polnear/dev"), "--pred",
                   self.path("attributions.jsonl"))

    def claims(self, name, *arguments):
        gold = os.path.join(self.data, "splitting", name + ".jsonl")
        answers = self.split(
            [{"id": row["id"], "text": row["sentence"]} for row in lines(gold)], *arguments)
        rows = []
        for name_of_row, answer in answers.items():
            words = {found["id"]: " ".join(
                (found[part] or {}).get("text", "") for part in ("source", "cue"))
                for found in answer["attributions"]}
            rows.append({"id": name_of_row, "claims": [
                {"text": claim["text"], "spans": claim["spans"],
                 "attribution": " ".join(words[found] for found in claim["attributions"])}
                for claim in answer["claims"]]})
        write_lines(self.path(name + ".jsonl"), rows)
        self.score("eval_split.py", gold, self.path(name + ".jsonl"))

    def reported_claims(self):
        """One claim from the next: reported speech of CaRB."""
        self.claims("said_sep_dev")

    def fine_claims(self):
        """One claim from the next: Wikipedia sentences of PropSegmEnt, with --grain fine."""
        self.claims("propseg_dev", "--grain", "fine")

    def dates(self):
        """Times and the days they stand for: Recognizers-Text's specs."""
        gold = os.path.join(self.data, "dates/recognizers.jsonl")
        requests = [{"id": row["id"], "text": row["text"], "published": row["reference"]}
                    for row in lines(gold)]
        rows = [{"id": name, "expressions": [
            {"start": time["span"][0], "end": time["span"][1], "begin": time["from"], "finish": time["to"]}
            for time in answer["times"]]} for name, answer in self.split(requests).items()]
        write_lines(self.path("dates.jsonl"), rows)
        self.score("eval_dates.py", gold, self.path("dates.jsonl"))

    def sentences(self):
        """Sentences with just the right span, each paragraph of the treebanks' development sets by itself."""
        for name in ["gum", "ewt"]:
            paragraphs = dict(enumerate(treebank_paragraphs(os.path.join(self.data, "ud", name + "-dev.conllu.gz"))))
            answers = self.split([{"id": number, "text": text} for number, (text, _) in paragraphs.items()])
            whole, inner = [0, 0, 0], [0, 0, 0]
            for number, (_, gold) in paragraphs.items():
                found = [tuple(span) for span in answers[number]["sentences"]]
                for counts, one, other in [
                        (whole, set(found), set(gold)),
                        (inner, {start for start, _ in found[1:]}, {start for start, _ in gold[1:]})]:
                    for place, size in enumerate([len(one & other), len(one), len(other)]):
                        counts[place] += size
            print(f"{name}: {len(paragraphs)} paragraphs, {whole[2]} sentences, F1 {f1(*whole):.1f}, "
                  f"inner starts F1 {f1(*inner):.1f}")

    def pages(self):
        """Article bodies of web pages."""
        folder = os.path.join(self.data, "article-html")
        predictions = os.path.join(os.path.dirname(os.path.abspath(__file__)), "html_predictions.py")
        subprocess.run([sys.executable, predictions, "--assay", self.binary, "--pages",
                        os.path.join(folder, "pages"), "--out", self.path("pages.json")], check=True)
        self.score("eval_html.py", "--gold", os.path.join(folder, "ground-truth.json"), "--pred",
                   self.path("pages.json"), "--worst", "10")


def main():
    names = ["attributions", "reported_claims", "fine_claims", "sentences", "dates", "pages"]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--binary", default=".build/release/assay")
    parser.add_argument("--engine", default="encoder", help="encoder, fast, or what an older program calls it")
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure = Measure(options, folder)
        for name in options.only:
            print(f"== {getattr(measure, name).__doc__}", flush=True)
            getattr(measure, name)()


if __name__ == "__main__":
    main()
