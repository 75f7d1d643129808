"""Fine-tunes the encoder and its heads together, for a given time.

Usage: train.py --prepared FOLDER --out FOLDER [--minutes N] [--seed N] [--threads N] [--from WEIGHTS]

With --from it begins at a file of weights that export.py made, at a lower rate, instead of at the base model, and
averages the two. The learning rate follows the share of the time that is used, so a run always ends annealed. A run that was
stopped goes on from its last checkpoint when started again with the same folder.
"""
import argparse
import os
import pickle
import time

import numpy as np
import torch
import torch.nn.functional as F

import base
import export
from corpora import IGNORE
from model import Encoder, TAG_HEADS, gathered
from windows import batch, training_windows
from words import Pieces

BATCH, WARM_UP, CLIP, DECAY = 16, 0.06, 1.0, 0.01
RATE, HEAD_RATE, BETAS = 2.5e-4, 1e-3, (0.9, 0.98)
# Treebanks count for more in a run that goes on from weights: by then arcs have more to gain than attributions.
TREEBANK_SHARE, TREEBANK_SHARE_AFTER = 0.15, 0.4
RATE_AFTER = 0.6
# The share of the new weights in what such a run leaves: between old and new lie better weights than either.
SHARE_AFTER = 0.6
HEAD_DROPOUT = 0.2
CHECKPOINT_SECONDS = 240
# How much each loss counts: silver parses of the news articles, gold treebanks.
WEIGHTS = {
    "polnear": {"attribution": 1.0, "early": 0.3, "role": 0.2, "penn": 0.1, "entity": 0.1, "sentence": 0.1,
                "head": 0.15, "relation": 0.05},
    "treebank": {"penn": 0.3, "upos": 0.3, "sentence": 0.2, "head": 0.5, "relation": 0.2},
}


def losses(model, windows, pieces, generator, half):
    ids, surfaces, places, labels = batch(windows, pieces, generator)
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        early, states = model(ids, surfaces)
    early, states = early.float(), states.float()
    words = gathered(states, places)

    def cross(scores, target):
        return F.cross_entropy(scores.reshape(-1, scores.shape[-1]), target.reshape(-1), ignore_index=IGNORE)

    out = {name: cross(model.tags[name](words), labels[name]) for name in TAG_HEADS
           if name in labels and (labels[name] != IGNORE).any()}
    candidates = torch.cat([states[:, :1], words], 1)
    allowed = torch.cat([torch.ones_like(places[:, :1]), places], 1)[:, None, :] > 0
    for name, biaffine in (("head", model.arcs), ("role", model.roles)):
        if name in labels and (labels[name] != IGNORE).any():
            scores = biaffine(words, candidates, HEAD_DROPOUT)
            out[name] = cross(scores.masked_fill(~allowed, -1e4), labels[name])
    if "head" in out:
        known = (labels["head"] != IGNORE) & (labels["relation"] != IGNORE)
        rows, columns = known.nonzero(as_tuple=True)
        scores = model.relations(words[rows, columns], candidates[rows, labels["head"][rows, columns]], HEAD_DROPOUT)
        out["relation"] = F.cross_entropy(scores, labels["relation"][rows, columns])
    if "attribution" in out:
        out["early"] = cross(model.early(gathered(early, places)), labels["attribution"])
    return out, int((ids != 0).sum())


class Feed:
    """Endless windows of one kind of document: a first pass in order of the text, later ones from random starts"""

    def __init__(self, docs, generator):
        self.docs, self.generator, self.waiting, self.passes = docs, generator, [], 0

    def take(self, count):
        while len(self.waiting) < count:
            fresh = [w for doc in self.docs
                     for w in training_windows(doc, self.generator if self.passes else None)]
            self.waiting += [fresh[i] for i in self.generator.permutation(len(fresh))]
            self.passes += 1
        taken, self.waiting = self.waiting[:count], self.waiting[count:]
        return taken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepared", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--from", dest="begin", help="weights to go on from")
    parser.add_argument("--half", action="store_true", help="matrix products in bfloat16")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps, to try things out")
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    generator = np.random.default_rng(a.seed)
    os.makedirs(a.out, exist_ok=True)
    with open(f"{a.prepared}/train.pickle", "rb") as file:
        docs = pickle.load(file)
    pieces = Pieces(base.vocabulary())
    feeds = {kind: Feed([d for d in docs if d.kind == kind], generator) for kind in WEIGHTS}

    model = Encoder(len(pieces.vocabulary))
    model.load_base(base.tensors())
    if a.begin:
        model.load_shipped(*export.read(a.begin), pieces.vocabulary)
    treebank_share = TREEBANK_SHARE_AFTER if a.begin else TREEBANK_SHARE
    body = [p for n, p in model.named_parameters() if n.split(".")[0] in ("pieces", "positions", "norm", "layers")]
    seen = {id(p) for p in body}
    heads = [p for p in model.parameters() if id(p) not in seen]
    groups = []
    for parameters, rate in ((body, RATE), (heads, HEAD_RATE)):
        for decay in (DECAY, 0.0):
            groups.append({"params": [p for p in parameters if (p.dim() > 1) == (decay > 0)],
                           "rate": rate * (RATE_AFTER if a.begin else 1), "lr": 0.0, "weight_decay": decay})
    optimizer = torch.optim.AdamW(groups, betas=BETAS, fused=True)

    step, used, trained = 0, 0.0, 0
    checkpoint = f"{a.out}/checkpoint.pt"
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step, used, trained = saved["step"], saved["used"], saved["trained"]
        # The windows of the passes so far are drawn anew: another order, the same schedule.
        generator = np.random.default_rng(a.seed + step)
        for kind, feed in feeds.items():
            feed.generator, feed.passes = generator, saved["passes"][kind]

    budget, begun, saved_at = a.minutes * 60, time.monotonic() - used, time.monotonic()
    sums, count, marked, pieces_at_mark = {}, 0, time.monotonic(), trained
    log = open(f"{a.out}/log.tsv", "a", encoding="utf-8")
    model.train()
    while (used := time.monotonic() - begun) < budget and (not a.steps or step < a.steps):
        share = used / budget
        factor = min(share / WARM_UP, (1 - share) / (1 - WARM_UP))
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * max(factor, 1e-3)
        kind = "treebank" if generator.random() < treebank_share else "polnear"
        found, size = losses(model, feeds[kind].take(BATCH), pieces, generator, a.half)
        optimizer.zero_grad(set_to_none=True)
        sum(WEIGHTS[kind][name] * loss for name, loss in found.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optimizer.step()
        step += 1
        trained += size
        count += 1
        for name, loss in found.items():
            total = sums.setdefault((kind, name), [0.0, 0])
            total[0] += float(loss.detach())
            total[1] += 1
        if count == 20:
            speed = (trained - pieces_at_mark) / (time.monotonic() - marked)
            shown = "  ".join(f"{k[0][0]}.{k[1]} {t / n:.3f}" for k, (t, n) in sorted(sums.items()))
            line = f"{step}\t{used / 60:.1f} min\t{feeds['polnear'].passes} passes\t{speed:.0f} pieces/s\t{shown}"
            print(line, flush=True)
            log.write(line + "\n")
            log.flush()
            sums, count, marked, pieces_at_mark = {}, 0, time.monotonic(), trained
        if time.monotonic() - saved_at > CHECKPOINT_SECONDS:
            saved_at = time.monotonic()
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step,
                        "used": used, "trained": trained, "passes": {k: f.passes for k, f in feeds.items()}},
                       checkpoint + ".part")
            os.replace(checkpoint + ".part", checkpoint)
    state = {name: value.clone() for name, value in model.state_dict().items()}
    if a.begin:
        model.load_shipped(*export.read(a.begin), pieces.vocabulary)
        before = model.state_dict()
        state = {name: SHARE_AFTER * value + (1 - SHARE_AFTER) * before[name] for name, value in state.items()}
    torch.save(state, f"{a.out}/model.pt")
    print(f"{step} steps, {trained} pieces")


if __name__ == "__main__":
    main()
