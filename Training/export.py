"""Writes the trained encoder as one file for Sources/EncoderWeights, and what it answers for the golden test.

Usage: export.py --model FILE --out FILE [--golden FILE]

The file: `ASSAYEN1`, a count, then for each section its name's length and bytes, kind, rows, columns and offset;
sections begin at multiples of 64 bytes. All numbers are little-endian.
  kind 0   rows x columns of float32
  kind 1   one float32 a row, then rows x columns of int8: a weight is the product; matrices are stored output by input
  kind 2   bytes
  kind 3   uint32
Sections besides the tensors: `labels` (a line a head: name, then its labels, separated by tabs), `vocabulary`
(pieces without a break between them), `vocabulary.offsets`, `vocabulary.slots` (open addressing over FNV-1a),
`folds` (scalar, offset and length, sorted by scalar) and `folds.bytes`.
"""
import argparse
import json
import struct

import numpy as np
import torch

import base
import corpora
import words as W
from model import Encoder

MAGIC = b"ASSAYEN1"
SLOTS = 1 << 16
EMPTY = 0xFFFFFFFF
SPECIAL = (W.PAD, W.UNK, W.CLS, W.SEP)
# Parts that only training uses.
LEFT_OUT = ("roles.",)

GOLDEN = (
    "The harbour office said on Monday that 12 ferries would stay in port until the storm had passed.\n"
    "\u201cNobody will sail tonight,\u201d harbour master Ines Okafor told reporters. \u201cThe swell is over six metres.\u201d\n"
    "Ferry owners disagreed, according to a statement.",
    "PARIS - \"We don't know who paid,\" Mr. Lindqvist added; his U.S. partner, A.B. Tremaine Co., denied it.",
    "Caf\u00e9 owners in S\u00e3o Paulo paid \u20ac5,000 \u2014 \"a record\" \u2014 for zxqvjkwpfh beans\u200b in 2019.\n\n"
    "\u201cA quote that opens and never closes, the ministry warned\nIt fell. Prices rose 4.5% & sank again!",
    "\u5317\u4eac said \ud55c\uad6d \u0130stanbul \u01c5ungla \ufb01ne e\u0301clair \U0001F600 " + "x" * 70,
)


def kept(piece):
    """Whether a piece can occur in English text, names with Latin letters included"""
    if piece in SPECIAL:
        return True
    if piece.startswith("["):
        return len(piece) == 1
    plain = piece[2:] if piece.startswith("##") and len(piece) > 2 else piece
    if plain is not piece and W.character_class(plain[0]) != 2:
        return False
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2300 for c in plain)


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value ^ (value >> 16)


def slots(encoded):
    table = np.full(SLOTS, EMPTY, np.uint32)
    for i, piece in enumerate(encoded):
        at = fnv(piece) % SLOTS
        while table[at] != EMPTY:
            at = (at + 1) % SLOTS
        table[at] = i
    return table


def folds():
    entries, blob = [], b""
    for code in range(128, 0x110000):
        hangul, surrogate = 0xAC00 <= code <= 0xD7A3, 0xD800 <= code <= 0xDFFF
        if hangul or surrogate or W.character_class(chr(code)) == 0:
            continue
        folded = W.fold(chr(code))
        if folded != chr(code):
            encoded = folded.encode()
            entries += [code, len(blob), len(encoded)]
            blob += encoded
    return np.array(entries, np.uint32), blob


def quantised(matrix):
    scale = np.maximum(np.abs(matrix).max(1), 1e-12) / 127
    return scale.astype("<f4"), np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8)


def sections(state, vocabulary):
    keep = [i for i, piece in enumerate(vocabulary) if kept(piece)]
    pieces = [vocabulary[i] for i in keep]
    if pieces[0] != W.PAD:
        raise SystemExit("the vocabulary must begin with the padding piece")
    for name, tensor in state.items():
        value = tensor.float().numpy()
        if name.startswith(LEFT_OUT):
            continue
        if name == "pieces.weight":
            value = value[keep]
        if name in ("arcs.weight", "relations.weight"):
            value = value.T
        yield name, 1 if value.ndim == 2 else 0, value
    encoded = [p.encode() for p in pieces]
    labels = "\n".join("\t".join([name, *values]) for name, values in corpora.LABELS.items())
    entries, blob = folds()
    yield "labels", 2, labels.encode()
    yield "vocabulary", 2, b"".join(encoded)
    yield "vocabulary.offsets", 3, np.cumsum([0, *map(len, encoded)]).astype(np.uint32)
    yield "vocabulary.slots", 3, slots(encoded)
    yield "folds", 3, entries
    yield "folds.bytes", 2, blob


def write(path, state, vocabulary):
    bodies, head = [], 0
    for name, kind, value in sections(state, vocabulary):
        rows, columns = (value.shape if kind == 1 else (1, len(value)))
        if kind == 1:
            scale, quants = quantised(value)
            body = scale.tobytes() + quants.tobytes()
        else:
            body = value if kind == 2 else value.astype("<f4" if kind == 0 else "<u4").tobytes()
        bodies.append((name.encode(), kind, rows, columns, body))
        head += 1 + len(name.encode()) + 1 + 4 + 4 + 8
    at = len(MAGIC) + 4 + head
    header = MAGIC + struct.pack("<I", len(bodies))
    chunks = []
    for name, kind, rows, columns, body in bodies:
        padding = -at % 64
        chunks += [bytes(padding), body]
        header += struct.pack("<B", len(name)) + name + struct.pack("<BIIQ", kind, rows, columns, at + padding)
        at += padding + len(body)
    with open(path, "wb") as file:
        file.write(header)
        file.writelines(chunks)
    return at


def read(path):
    """(tensors by name as the model holds them, pieces) of a weights file"""
    with open(path, "rb") as file:
        raw = file.read()
    if raw[:8] != MAGIC:
        raise SystemExit(f"{path} is no file of weights")
    count, at, found = struct.unpack_from("<I", raw, 8)[0], 12, {}
    for _ in range(count):
        length = raw[at]
        name = raw[at + 1:at + 1 + length].decode()
        kind, rows, columns, offset = struct.unpack_from("<BIIQ", raw, at + 1 + length)
        at += 1 + length + 17
        size = rows * columns
        if kind == 1:
            scale = np.frombuffer(raw, "<f4", rows, offset)
            found[name] = np.frombuffer(raw, np.int8, size, offset + 4 * rows).reshape(rows, columns) * scale[:, None]
        else:
            found[name] = np.frombuffer(raw, {0: "<f4", 2: "u1", 3: "<u4"}[kind], size, offset)
    blob, offsets = found["vocabulary"].tobytes(), found["vocabulary.offsets"]
    pieces = [blob[a:b].decode() for a, b in zip(offsets, offsets[1:])]
    tensors = {name: torch.tensor(value.T if name in ("arcs.weight", "relations.weight") else value)
               for name, value in found.items() if value.dtype.kind == "f"}
    return tensors, pieces


def shipped(path):
    """The model and pieces as a weights file gives them"""
    tensors, pieces = read(path)
    model = Encoder(len(pieces))
    model.load_shipped(tensors, pieces, pieces)
    return model.eval(), W.Pieces(pieces)


def golden(model, pieces):
    """What the shipped weights answer on fixed texts; offsets in UTF-8 bytes"""
    from evaluate import read

    cases = []
    for text in GOLDEN:
        doc = corpora.document("", "golden", text, pieces)
        scores = read(model, doc, pieces)
        byte = np.cumsum([0] + [len(c.encode()) for c in text])

        def rounded(name):
            return [[round(float(x), 4) for x in row] for row in scores[name]]

        cases.append({
            "text": text,
            "words": [[int(byte[s]), int(byte[e])] for s, e in doc.spans],
            "paragraphs": [int(p) for p in doc.paragraph],
            "surfaces": [int(s) for s in doc.surface],
            "pieces": [list(map(int, p)) for p in doc.pieces],
            "attribution": rounded("attribution"), "early": rounded("early"), "upos": rounded("upos"),
            "sentence": rounded("sentence"),
            "penn": [corpora.PENN[i] for i in scores["penn"].argmax(-1)],
            "entity": [corpora.ENTITY[i] for i in scores["entity"].argmax(-1)],
            "heads": [int(h) for h in scores["head"]],
            "relations": [corpora.RELATION[i] for i in scores["relation"]],
        })
    return cases


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--golden")
    a = parser.parse_args()
    saved = torch.load(a.model, weights_only=False, map_location="cpu")
    size = write(a.out, saved.get("model", saved), base.vocabulary())
    model, pieces = shipped(a.out)
    print(f"{a.out}: {size} bytes, {len(pieces.vocabulary)} pieces")
    if a.golden:
        with open(a.golden, "w", encoding="utf-8") as file:
            file.write("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False, separators=(",", ":"))
                                          for c in golden(model, pieces)) + "\n]\n")


if __name__ == "__main__":
    main()
