#!/usr/bin/env python3
"""Trains the scorer of a page's blocks from pages whose article is known.

usage: train.py DATA WORK OUT    (Training/pages/run prepares WORK; OUT "-" only measures)

Two sets teach it: `pages-varied`, where some snippets are known to belong to the article or not, and
`article-html`, where the whole body is known. A block with a snippet takes its label; a block of the second set is
the article's when most of its 4-word shingles are in the body. What is measured is measured on sites that were
not trained on: five folds, a site wholly in one.
"""
import collections
import hashlib
import json
import pathlib
import re
import statistics
import struct
import sys
from urllib.parse import urlparse

import lightgbm
import numpy

FOLDS = 5
# Log odds above which a block is kept, and the same for one that the signals set by hand keep (BodySignals).
LEAST, LEAST_OF_KEPT = 0.0, -1.386
# What a page of the news set counts beside the known snippets of a varied page.
NEWS_WEIGHT = 6.0
WORD = re.compile(r"\w+")


def line(text):
    return re.sub(r"\s+", " ", text or "").strip()


def site(address):
    archived = re.search(r"web\.archive\.org/web/\w+/(.*)", address)
    address = (archived.group(1) if archived else address).replace("hard::", "http://")
    host = (urlparse(address if "//" in address else "http://" + address).hostname or address).split(".")
    host = host[1:] if host[0] == "www" else host
    is_long = len(host) >= 3 and len(host[-1]) == 2 and host[-2] in ("co", "com", "gov", "org", "ac", "net", "edu")
    return ".".join(host[-3 if is_long else -2:])


def fold(name):
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % FOLDS


def shingles(text):
    words = WORD.findall(text)
    size = min(4, len(words))
    return collections.Counter(tuple(words[i:i + size]) for i in range(len(words) - size + 1)) if words else \
        collections.Counter()


def blocks(prefix):
    columns = pathlib.Path(f"{prefix}.columns").read_text().split("\n")
    rows = numpy.fromfile(f"{prefix}.rows", dtype=numpy.float32).reshape(-1, len(columns))
    with open(f"{prefix}.jsonl", encoding="utf-8") as file:
        return columns, rows, [json.loads(entry) for entry in file]


def label_varied(texts, gold):
    labels = numpy.full(len(texts), -1)
    for known, label in (("without", 0), ("with", 1)):
        for snippet in map(line, gold.get(known, [])):
            for index, text in enumerate(texts):
                if snippet in line(text):
                    labels[index] = label
    return labels


def label_news(texts, body):
    known, lines = set(shingles(body)), {line(part) for part in body.split("\n")}
    labels = numpy.full(len(texts), -1)
    for index, text in enumerate(texts):
        if len(WORD.findall(text)) < 4:
            labels[index] = line(text) in lines
            continue
        found = shingles(text)
        share = sum(shingle in known for shingle in found) / len(found)
        labels[index] = 1 if share >= 0.7 else 0 if share <= 0.3 else -1
    return labels


def load(data, work):
    columns, varied_rows, varied = blocks(work / "blocks-varied")
    _, news_rows, news = blocks(work / "blocks-news")
    with open(data / "pages-varied/gold.jsonl", encoding="utf-8") as file:
        gold = {entry["file"]: entry for entry in map(json.loads, file)}
    bodies = json.loads((data / "article-html/ground-truth.json").read_text())
    pages, start = [], 0
    for is_news, entry in [(False, page) for page in varied] + [(True, page) for page in news]:
        known = bodies[entry["file"].split(".html")[0]] if is_news else gold[entry["file"]]
        labels = label_news(entry["texts"], known["articleBody"]) if is_news else label_varied(entry["texts"], known)
        stop = start + len(entry["texts"])
        pages.append({"news": is_news, "gold": known, "texts": entry["texts"], "labels": labels, "start": start,
                      "stop": stop, "fold": fold(site(known["url"]))})
        start = stop
    return columns, numpy.vstack([varied_rows, news_rows]), pages


def weights(columns, rows, pages):
    """What each block counts; hidden blocks and the texts of others are never asked about, so they count nothing."""
    column = {name: place for place, name in enumerate(columns)}
    counts = numpy.zeros(len(rows))
    for page in pages:
        span = slice(page["start"], page["stop"])
        if not page["news"]:
            counts[span] = page["labels"] >= 0
            continue
        for label in (0, 1):
            chosen = page["start"] + numpy.where(page["labels"] == label)[0]
            size = numpy.minimum(60, rows[chosen, column["words"]] + 1)
            if len(chosen):
                counts[chosen] = size / size.sum() * NEWS_WEIGHT
    foreign = (rows[:, column["name comments"]] > 0.1) | (rows[:, column["name consent"]] > 0.1)
    counts[(rows[:, column["hidden"]] > 0) | foreign] = 0
    return counts, foreign


def train(rows, labels, counts, seed=1):
    model = lightgbm.LGBMClassifier(
        num_leaves=31, n_estimators=100, learning_rate=0.1, min_child_weight=3.0, min_child_samples=20, reg_lambda=2.0,
        subsample=0.8, subsample_freq=1, colsample_bytree=0.5, verbose=-1, n_jobs=1, random_state=seed,
        deterministic=True, force_row_wise=True)
    chosen = counts > 0
    model.fit(rows[chosen], labels[chosen], sample_weight=counts[chosen])
    return model


def measure(columns, rows, pages, scores, foreign):
    """Prints the figures of both sets; titles, bylines and dates are not in the text here."""
    column = {name: place for place, name in enumerate(columns)}
    least = numpy.where(rows[:, column["keptByHand"]] > 0, LEAST_OF_KEPT, LEAST)
    kept = (scores > least) & (rows[:, column["hidden"]] == 0) & ~foreign
    captions = (rows[:, column["inFigure"]] > 0) | (rows[:, column["isCaption"]] > 0)
    right = wrong = missing = 0
    precision, recall = [], []
    for page in pages:
        span = slice(page["start"], page["stop"])
        chosen = kept[span] & ~captions[span] if page["news"] else kept[span]
        texts = [text for text, is_kept in zip(page["texts"], chosen) if is_kept]
        if page["news"]:
            gold, found = shingles(page["gold"]["articleBody"]), shingles("\n".join(texts))
            hit = sum((gold & found).values())
            if found:
                precision.append(hit / sum(found.values()))
            if gold:
                recall.append(hit / sum(gold.values()))
        elif "with" in page["gold"]:
            text = line(" ".join(texts))
            hits = sum(line(snippet) in text for snippet in page["gold"]["with"])
            right, missing = right + hits, missing + len(page["gold"]["with"]) - hits
            wrong += sum(line(snippet) in text for snippet in page["gold"]["without"])
    p, r = right / max(right + wrong, 1), right / max(right + missing, 1)
    print(f"pages-varied: precision {p:.4f}, recall {r:.4f}, F1 {2 * p * r / (p + r):.4f}")
    p, r = statistics.mean(precision), statistics.mean(recall)
    print(f"article-html: precision {p:.4f}, recall {r:.4f}, F1 {2 * p * r / (p + r):.4f}")


def write(model, columns, path):
    """Writes the trees as `BlockScorer` reads them: counts, the place of each tree, then nodes of 10 bytes."""
    places, nodes = [], []
    for tree in model.booster_.dump_model()["tree_info"]:
        start = len(nodes)
        places.append(start)
        waiting = [tree["tree_structure"]]
        order = []
        while waiting:
            node = waiting.pop(0)
            order.append(node)
            if "split_feature" in node:
                waiting += [node["left_child"], node["right_child"]]
        numbers = {id(node): number for number, node in enumerate(order)}
        for node in order:
            if "split_feature" in node:
                nodes.append((node["split_feature"], numbers[id(node["left_child"])],
                              numbers[id(node["right_child"])], node["threshold"]))
            else:
                nodes.append((-1, 0, 0, node["leaf_value"]))
    head = struct.pack("<III", len(columns), len(places), len(nodes)) + struct.pack(f"<{len(places)}I", *places)
    path.write_bytes(head + b"".join(struct.pack("<hHHf", *node) for node in nodes))
    print(f"{path}: {len(places)} trees, {len(nodes)} nodes")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    data, work, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    columns, rows, pages = load(data, work)
    labels = numpy.concatenate([page["labels"] for page in pages])
    folds = numpy.concatenate([numpy.full(page["stop"] - page["start"], page["fold"]) for page in pages])
    counts, foreign = weights(columns, rows, pages)
    scores = numpy.zeros(len(rows))
    for number in range(FOLDS):
        model = train(rows, labels, numpy.where(folds != number, counts, 0))
        scores[folds == number] = model.predict(rows[folds == number], raw_score=True)
    measure(columns, rows, pages, scores, foreign)
    if out != "-":
        write(train(rows, labels, counts), columns, pathlib.Path(out))


main()
