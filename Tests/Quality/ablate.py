#!/usr/bin/env python3
"""Measures what each step between the models and the claims is worth: all figures without it, beside those with all.

usage: Tests/Quality/ablate.py --data FOLDER --tools FOLDER [--engine ENGINE] [--binary ENGINE-ABLATION]

The sets and scorers are those of measure.py; `engine-ablation` leaves out one step (`EngineCheck`) at a time. A line a
step: attributions with the right content, with the right source too, claims of reported speech and fine claims of
Wikipedia (F1@.8), and how many answers changed in the three sets.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

from measure import Measure, lines

SETS = {"attributions": ("clause", ["attr", "attr+src"]), "reported_claims": ("clause", ["F1@0.8"]),
        "fine_claims": ("fine", ["F1@0.8"])}


class Ablation(Measure):
    """Answers of all steps at once, from which one step's are read."""

    def __init__(self, options, folder):
        super().__init__(options, folder)
        self.step, self.output, self.changed = None, "", {}

    def split(self, requests, *arguments):
        grain = "fine" if "fine" in arguments else "clause"
        name = grain + str(requests[0]["id"])
        answers = os.path.join(self.folder, re.sub(r"\W", "_", name))
        if not os.path.isdir(answers):
            os.mkdir(answers)
            text = "".join(json.dumps(request) + "\n" for request in requests)
            subprocess.run([self.binary, self.engine, grain, answers], input=text, text=True, check=True)
        with open(os.path.join(answers, "none.jsonl"), encoding="utf-8") as file:
            whole = file.readlines()
        with open(os.path.join(answers, self.step + ".jsonl"), encoding="utf-8") as file:
            self.changed[self.step] = self.changed.get(self.step, 0) + sum(
                one != other for one, other in zip(whole, file))
        self.steps = sorted(os.path.basename(path)[:-6] for path in glob.glob(os.path.join(answers, "*.jsonl")))
        return {answer["id"]: answer for answer in lines(os.path.join(answers, self.step + ".jsonl"))}

    def score(self, tool, *arguments):
        self.output = subprocess.run([sys.executable, os.path.join(self.tools, tool), *arguments],
                                     capture_output=True, text=True, check=True).stdout

    def figures(self, step):
        self.step, found = step, []
        for name, (_, wanted) in SETS.items():
            getattr(self, name)()
            for figure in wanted:
                row = next(row.split() for row in self.output.splitlines() if row.split()[:1] == [figure])
                found.append(float(row[-1]))
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--binary", default=".build/release/engine-ablation")
    parser.add_argument("--engine", default="encoder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ablation = Ablation(options, folder)
        whole = ablation.figures("none")
        print("all steps".ljust(24), *(f"{figure:6.1f}" for figure in whole))
        for step in ablation.steps:
            if step != "none":
                print(step.ljust(24), *(f"{one - other:+6.1f}" for one, other in zip(ablation.figures(step), whole)),
                      f"{ablation.changed[step]:6}", flush=True)


if __name__ == "__main__":
    main()
