"""Reads the corpora once and keeps them as words, pieces and labels.

Usage: prepare.py --data FOLDER --out FOLDER

FOLDER holds `polnear` (train, dev, silver) and `ud`; what each file is stands in Docs/model-card.md.
"""
import argparse
import os
import pickle

import corpora
from base import vocabulary
from words import Pieces


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    data, pieces = arguments.data, Pieces(vocabulary())
    silver = corpora.read_silver(f"{data}/polnear/silver/train.conll.gz")
    os.makedirs(arguments.out, exist_ok=True)
    for split in ("train", "dev"):
        docs = []
        for doc in corpora.read_polnear(f"{data}/polnear/{split}", pieces):
            if doc.name in silver:
                corpora.lay(doc, silver[doc.name])
            docs.append(doc)
        for bank in ("ewt", "gum"):
            docs += corpora.read_treebank(f"{data}/ud/{bank}-{split}.conllu.gz", pieces)
        with open(f"{arguments.out}/{split}.pickle", "wb") as file:
            pickle.dump(docs, file)
        for kind in ("polnear", "treebank"):
            some = [d for d in docs if d.kind == kind]
            print(f"{split} {kind}: {len(some)} documents, {sum(len(d.spans) for d in some)} words, "
                  f"{sum(len(p) for d in some for p in d.pieces)} pieces")


if __name__ == "__main__":
    main()
