#!/usr/bin/env python3
"""Makes the labelled sample anew: the session, its exports and the README's picture.

usage: Scripts/sample.py ASSAY [--into FOLDER]

Run it with a fresh build after a change of what the engine finds in Sessions/harbour-article.txt. It writes
Sessions/harbour-session.assay, Annotations/harbour.json, harbour.csv and datapackage.json, and Docs/session.svg,
in the checkout or, with --into, in a folder of the same layout. With an engine that finds the same claims the
files come out the same to the byte.

What is decided stands below, by the words of the claims. Words that are no claim any more go to the claim
that is most like them; where none is like them the decision is left out. Both are told on standard error.
"""
import argparse
import csv
import difflib
import io
import os
import shutil
import subprocess
import sys
import tempfile

ARTICLE = "Sessions/harbour-article.txt"
ANNOTATOR = "mara"
DAY = "2025-06-18"
OPENED = "09:02:12"
# How like a claim's words have to be to those below, from 0 to 1.
LIKENESS = 0.75
# Of the picture, which shows the end of the session.
PICTURE_LINES = 34

SUSPENDED = "The port of Westmark suspended dredging in its outer basin on Monday"
STOPS = "The work in the outer basin stops today"
WARNED = "Nobody in this office was warned that the silt was moving towards the beds"
DEATHS = "about 40 percent of the mussels in the northern beds had died since April"
SOUTHERN = "the losses in the southern beds were no higher than last year"
IGNORED = 'the contractor, Brandt & Sohn, had twice ignored a request to "slow down"'
HIDING = "it … hiding turbidity readings taken in May"
READINGS = "the readings never exceeded the permitted limit"
LOSS = "its members have lost 1.2 million crowns, twice as much as in the whole of 2024"
STUDY = "silt from dredging can travel 6 kilometres under a spring tide"
RECOVERY = "Whether the mussels will recover is uncertain"

# When, about which claims, and the command; {} stands for the numbers of the claims. An undo belongs to the
# claim whose decision it takes back.
DECISIONS = [
    ("09:02:21", [SUSPENDED], "label {} status supported"),
    ("09:02:42", [SUSPENDED], "evidence {} https://harbour.westmark.example/notices/2025-06-16 --relation supports "
     f'--accessed {DAY} --quote "Dredging in the outer basin is suspended until further notice."'),
    ("09:02:49", [STOPS], "label {} stance asserts"),
    ("09:02:52", [STOPS], "label {} status supported"),
    ("09:03:04", [WARNED], "label {} stance denies"),
    ("09:03:09", [WARNED], "label {} status not-enough-evidence"),
    ("09:03:39", [WARNED], "note {} the fishers say they warned the office in writing; ask for the letter"),
    ("09:03:59", [DEATHS], "label {} status mostly-supported"),
    ("09:04:34", [DEATHS], 'evidence {} "environment agency, count of 12 June, table 2" --relation qualifies '
     f'--accessed {DAY} --quote "38 percent (northern beds)"'),
    ("09:04:45", [SOUTHERN], "label {} status supported"),
    ("09:04:49", [SOUTHERN], "label {} claim-type comparison"),
    ("09:05:03", [IGNORED], "label {} status refuted"),
    ("09:05:06", [IGNORED], "undo"),
    ("09:05:12", [IGNORED], "label {} status unverified"),
    ("09:05:20", [IGNORED, HIDING], "tag {} contractor"),
    ("09:05:45", [READINGS], "label {} status misleading"),
    ("09:06:25", [READINGS], "evidence {} https://harbour.westmark.example/readings/may --relation refutes "
     f'--accessed {DAY} --quote "19 May: 61 mg/l (limit 50)"'),
    ("09:06:33", [READINGS], "label {} status refuted"),
    ("09:07:03", [READINGS], "statement {} The [May] readings [of Brandt & Sohn] never exceeded the permitted limit"),
    ("09:07:18", [LOSS], "label {} claim-type quantity"),
    ("09:07:21", [LOSS], "label {} status unverified"),
    ("09:07:25", [LOSS], "label {} workflow awaiting-source"),
    ("09:07:47", [STUDY], "label {} status supported"),
    ("09:07:53", [STUDY], "drop {}"),
    ("09:07:57", [STUDY], "undo"),
    ("09:08:06", [RECOVERY], "label {} status not-checkable"),
    ("09:08:18", [], "note --session second reader wanted for the contractor's claims"),
]


class Desk:
    """The program, run in the checkout with a store that is thrown away."""

    def __init__(self, program, root, store):
        self.command = [program, "--store", store, "--quiet", "--no-color"]
        self.root = root

    def run(self, *arguments, script=""):
        """What it writes to standard output; ends the script where it fails."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ASSAY_")}
        done = subprocess.run(self.command + list(arguments), cwd=self.root, input=script, env=environment,
                              capture_output=True, encoding="utf-8")
        if done.returncode != 0:
            sys.exit(f"sample: {' '.join(arguments) or 'the script'}: {done.stderr.strip()}")
        return done.stdout


def found_claims(desk):
    """The numbers of the claims that the engine finds in the article, by their words."""
    table = desk.run(script=f"annotator {ANNOTATOR}\nload {ARTICLE} --new\nexport --format csv\n")
    return {" ".join(row["text"].split()): row["claim"].lstrip("c") for row in csv.DictReader(io.StringIO(table))}


def numbers(words, claims, told):
    """The number of the claim with these words or, where there is none, with words most like them; else nothing."""
    if words in claims:
        return [claims[words]]
    like = difflib.get_close_matches(words, claims, n=1, cutoff=LIKENESS)
    if words not in told:
        told.add(words)
        sys.stderr.write(f"sample: no claim any more: {words}\n" + (
            f"        its labels go to: {like[0]}\n" if like else "        its labels are left out\n"))
    return [claims[text] for text in like]


def session_script(claims):
    """The commands of the session, each after the line that says when it was typed."""
    lines = [f"annotator {ANNOTATOR}", f"clock {DAY}T{OPENED}.250Z", f"load {ARTICLE} --new"]
    told = set()
    for time, about, command in DECISIONS:
        meant = [number for words in about for number in numbers(words, claims, told)]
        if about and not meant:
            continue
        lines += [f"clock {DAY}T{time}.250Z", command.format(",".join(meant))]
    return "".join(line + "\n" for line in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assay", help="the built program")
    parser.add_argument("--into", metavar="FOLDER", help="write there instead of into the checkout")
    options = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    program = os.path.abspath(options.assay)
    target = os.path.abspath(options.into or root)
    with tempfile.TemporaryDirectory() as folder:
        claims = found_claims(Desk(program, root, os.path.join(folder, "looked.sqlite")))
        desk = Desk(program, root, os.path.join(folder, "labelled.sqlite"))
        desk.run(script=session_script(claims))
        made = os.path.join(folder, "made")
        for name in ("Sessions", "Annotations", "Docs"):
            os.makedirs(os.path.join(made, name))
        with open(os.path.join(made, "Sessions/harbour-session.assay"), "w", encoding="utf-8") as file:
            file.write(desk.run("replay", "1", "--script"))
        for name in ("harbour.json", "harbour.csv"):
            desk.run("export", "1", "--output", os.path.join(made, "Annotations", name))
        cast = os.path.join(folder, "session.cast")
        desk.run("replay", "1", "--cast", cast)
        subprocess.run([sys.executable, os.path.join(root, "Scripts/picture.py"), cast,
                        os.path.join(made, "Docs/session.svg"), "--lines", str(PICTURE_LINES)], check=True)
        # All of it or, where something failed above, nothing.
        shutil.copytree(made, target, dirs_exist_ok=True)


if __name__ == "__main__":
    main()
