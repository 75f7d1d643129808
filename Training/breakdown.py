"""Breaks the score of attributions down by mode, cue and length.

Usage: breakdown.py --gold FOLDER --pred FILE

FOLDER holds text/ and attributions/ (the first annotator of each article counts), FILE one JSON object a line as
evaluate.py writes it. A prediction hits where its content and the gold one share at least half of their words
(Jaccard), one to one, the best pairs first; words are runs of letters and digits. Recall is by the gold attribution's
class, precision by the prediction's, and F1 is of the two.
"""
import argparse
import collections
import json
import os
import re

from corpora import read_standoff, read_text

WORD = re.compile(r"\w+")
FAMILIES = {
    "say, tell, accord, add": "say says said saying tell tells told telling according add adds added adding".split(),
    "think, believe, want, hope": ("think thinks thought believe believes believed want wants wanted hope hopes hoped "
                                   "feel feels felt know knows knew expect expects expected").split(),
    "call, describe, praise, blame": ("call calls called describe describes described accuse accused accuses praise "
                                      "praised criticize criticized denounced blame blamed slammed").split(),
}
LENGTHS = ((4, "content of 1-4 words"), (8, "content of 5-8 words"), (15, "content of 9-15 words"),
           (10 ** 9, "content of over 15 words"))


class Text:
    def __init__(self, text):
        self.words, self.quoted = [], []
        self.at = [-1] * (len(text) + 1)
        inside, last = False, 0
        for number, match in enumerate(WORD.finditer(text)):
            for c in text[last:match.start()]:
                inside = {"\u201c": True, "\u201d": False, '"': not inside, "\n": False}.get(c, inside)
            last = match.end()
            self.words.append(match.group().lower())
            self.quoted.append(inside)
            self.at[match.start():match.end()] = [number] * (match.end() - match.start())

    def covered(self, spans):
        found = {w for s, e in spans or () for w in self.at[s:e]}
        return frozenset(found - {-1})

    def classes(self, attribution):
        content, cue = attribution["content"], attribution["cue"]
        share = sum(self.quoted[w] for w in content) / len(content)
        yield "all"
        yield "direct" if share > 0.95 else "mixed" if share > 0.05 else "indirect"
        yield next((name for name, words in FAMILIES.items() if any(self.words[w] in words for w in cue)),
                   "another cue" if cue else "no cue")
        yield next(name for limit, name in LENGTHS if len(content) <= limit)
        yield "with a source" if attribution["source"] else "without a source"


def jaccard(a, b):
    return len(a & b) / len(a | b)


def pairs(gold, found):
    close = sorted(((-jaccard(g["content"], p["content"]), i, j) for i, g in enumerate(gold)
                    for j, p in enumerate(found) if g["content"] & p["content"]))
    left, right = {}, set()
    for score, i, j in close:
        if score <= -0.5 and i not in left and j not in right:
            left[i] = j
            right.add(j)
    return left


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--pred", required=True)
    a = parser.parse_args()
    with open(a.pred, encoding="utf-8") as file:
        found_by_name = {o["doc"]: o["attributions"] for o in map(json.loads, file)}
    first = {}
    for name in sorted(os.listdir(f"{a.gold}/attributions")):
        if name.endswith(".ann"):
            first.setdefault(name[:-4].rsplit("_", 1)[0], name)
    counts = collections.defaultdict(collections.Counter)
    for name, annotations in first.items():
        text = Text(read_text(f"{a.gold}/text/{name}.txt"))
        attributions, discarded = read_standoff(f"{a.gold}/attributions/{annotations}")
        drop = text.covered(discarded)

        def sets(many):
            out = [{role: text.covered(one.get(role)) - drop for role in ("source", "cue", "content")} for one in many]
            return [one for one in out if one["content"]]

        gold, found = sets(attributions), sets(found_by_name.get(name, []))
        hits = pairs(gold, found)
        for i, one in enumerate(gold):
            for key in text.classes(one):
                source, other = one["source"], found[hits[i]]["source"] if i in hits else None
                near = i in hits and (source == other or bool(source | other) and jaccard(source, other) >= 0.5)
                counts[key].update(gold=1, hit=i in hits, sourced=near)
        matched = {j: i for i, j in hits.items()}
        for j, one in enumerate(found):
            for key in text.classes(one):
                source, other = one["source"], gold[matched[j]]["source"] if j in matched else None
                near = j in matched and (source == other or bool(source | other) and jaccard(source, other) >= 0.5)
                counts[key].update(found=1, right=j in matched, right_sourced=near)
    print(f"{'':32s} {'gold':>5s} {'found':>5s} {'recall':>6s} {'prec.':>6s} {'attr':>6s} {'+src':>6s}")
    for key in ["all", "direct", "mixed", "indirect", *FAMILIES, "another cue", "no cue", *(n for _, n in LENGTHS),
                "with a source", "without a source"]:
        c = counts[key]

        def f1(hit, right):
            recall, precision = c[hit] / max(c["gold"], 1), c[right] / max(c["found"], 1)
            return 200 * recall * precision / (recall + precision) if recall + precision else 0.0

        print(f"{key:32s} {c['gold']:5d} {c['found']:5d} {100 * c['hit'] / max(c['gold'], 1):6.1f} "
              f"{100 * c['right'] / max(c['found'], 1):6.1f} {f1('hit', 'right'):6.1f} "
              f"{f1('sourced', 'right_sourced'):6.1f}")


if __name__ == "__main__":
    main()
