"""Runs a trained model over the development documents.

Usage: evaluate.py --prepared FOLDER --model FILE --out FILE [--context N] [--early] [--exported]

Writes attributions of the news articles, one JSON object a line, and prints the accuracy of the other heads on
the treebanks. The attributions are scored by the project's own scorer.
"""
import argparse
import json
import pickle

import numpy as np
import torch

import base
import corpora
import trees
from decode import ROLES, link, spans, viterbi
from model import Encoder, TAG_HEADS, gathered
from windows import batch, reading_windows
from words import Pieces


def sentences(starts, window):
    """(begin, end) of the sentences of a window, counted from its first word"""
    count, paragraph = window.last - window.first, window.doc.paragraph[window.first:window.last]
    fresh = starts[:count, 1] > starts[:count, 0]
    fresh[1:] |= paragraph[1:] != paragraph[:-1]
    fresh[0] = True
    begins = np.flatnonzero(fresh)
    return zip(begins, np.r_[begins[1:], count])


@torch.no_grad()
def read(model, doc, pieces, context=40, size=8):
    """Log-probabilities of each tag head, best heads (-1 the root) and relations, for each word of a document"""
    count = len(doc.spans)
    out = {name: np.zeros((count, len(corpora.LABELS[name])), np.float32) for name in TAG_HEADS}
    out["early"] = np.zeros((count, 7), np.float32)
    out["head"], out["relation"] = np.full(count, -1, np.int64), np.zeros(count, np.int64)
    windows = reading_windows(doc, context)
    for at in range(0, len(windows), size):
        group = windows[at:at + size]
        ids, surfaces, places, _ = batch(group, pieces)
        early, states = model(ids, surfaces)
        words = gathered(states, places)
        found = {name: torch.log_softmax(model.tags[name](words), -1).numpy() for name in TAG_HEADS}
        found["early"] = torch.log_softmax(model.early(gathered(early, places)), -1).numpy()
        candidates = torch.cat([states[:, :1], words], 1)
        allowed = torch.cat([torch.ones_like(places[:, :1]), places], 1)[:, None, :] > 0
        scores = model.arcs(words, candidates, 0.0).masked_fill(~allowed, -1e4)
        heads = torch.zeros_like(places)
        for row, window in enumerate(group):
            for begin, end in sentences(found["sentence"][row], window):
                own = np.r_[0, begin + 1:end + 1]
                tree = trees.heads(scores[row, begin:end].numpy()[:, own])
                heads[row, begin:end] = torch.from_numpy(np.where(tree < 0, 0, tree + begin + 1))
        relations = model.relations(words, gathered(candidates, heads), 0.0)
        for row, window in enumerate(group):
            new = slice(window.own - window.first, window.last - window.first)
            whole = slice(window.own, window.last)
            for name, values in found.items():
                out[name][whole] = values[row, new]
            head = heads[row, new].numpy()
            out["head"][whole] = np.where(head == 0, -1, head - 1 + window.first)
            out["relation"][whole] = relations[row, new].argmax(-1).numpy()
    return out


def sentence_numbers(scores, paragraph):
    starts = scores[:, 1] > scores[:, 0]
    starts[1:] |= paragraph[1:] != paragraph[:-1]
    return np.cumsum(starts)


def attributions(doc, scores, sentence_scores):
    found = spans(viterbi(scores))
    linked = link(found, sentence_numbers(sentence_scores, doc.paragraph), doc.paragraph)
    return [{role: [[int(doc.spans[a][0]), int(doc.spans[b - 1][1])] for a, b in one[role]] or None for role in ROLES}
            for one in linked]


def load(path, vocabulary):
    model = Encoder(vocabulary)
    saved = torch.load(path, weights_only=False, map_location="cpu")
    model.load_state_dict(saved.get("model", saved))
    return model.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepared", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--context", type=int, default=40)
    parser.add_argument("--early", action="store_true", help="attributions of the exit after layer 3")
    parser.add_argument("--exported", action="store_true", help="with the weights and vocabulary as they are shipped")
    parser.add_argument("--news-only", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    with open(f"{a.prepared}/dev.pickle", "rb") as file:
        docs = pickle.load(file)
    vocabulary = base.vocabulary()
    if a.exported:
        from export import shipped
        model, pieces = shipped(a.model)
        for doc in docs:
            doc.pieces = [pieces(doc.text[s:e]) for s, e in doc.spans]
    else:
        model, pieces = load(a.model, len(vocabulary)), Pieces(vocabulary)
    hits = {}
    with open(a.out, "w", encoding="utf-8") as out:
        for doc in docs:
            if doc.kind == "treebank" and a.news_only:
                continue
            scores = read(model, doc, pieces, a.context)
            if doc.kind == "polnear":
                tags = scores["early" if a.early else "attribution"]
                found = attributions(doc, tags, scores["sentence"])
                out.write(json.dumps({"doc": doc.name, "attributions": found}) + "\n")
                continue
            bank = "gum" if doc.name.startswith("GUM") else "ewt"
            for name in ("penn", "upos", "sentence"):
                known = doc.labels[name] != corpora.IGNORE
                right = scores[name].argmax(-1) == doc.labels[name]
                hits.setdefault((bank, name), []).append((right[known].sum(), known.sum()))
            known = (doc.labels["head"] != corpora.IGNORE) & (doc.labels["relation"] != 1) & (doc.labels["relation"] >= 0)
            arc = scores["head"] == doc.labels["head"]
            both = arc & (scores["relation"] == doc.labels["relation"])
            hits.setdefault((bank, "uas"), []).append((arc[known].sum(), known.sum()))
            hits.setdefault((bank, "las"), []).append((both[known].sum(), known.sum()))
            starts, gold = scores["sentence"].argmax(-1) == 1, doc.labels["sentence"] == 1
            hits.setdefault((bank, "sentence F1"), []).append((2 * (starts & gold).sum(), starts.sum() + gold.sum()))
    for key, values in sorted(hits.items()):
        right, known = map(sum, zip(*values))
        print(f"{key[0]} {key[1]:12s} {100 * right / known:.1f}")


if __name__ == "__main__":
    main()
