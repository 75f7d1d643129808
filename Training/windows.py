"""Cuts documents into windows of pieces, and windows into padded batches."""
import dataclasses

import numpy as np
import torch

from corpora import IGNORE

LONGEST = 256


@dataclasses.dataclass
class Window:
    doc: object
    first: int                 # first word
    last: int                  # one past the last word
    own: int                   # words before this one are only context


def stretches(doc, room):
    """(first, last) of whole paragraphs, longer ones cut to fit in `room` pieces"""
    out, start, count = [], 0, 0
    paragraph = doc.paragraph
    for w, pieces in enumerate(doc.pieces):
        fresh = w == 0 or paragraph[w] != paragraph[w - 1]
        if fresh or count + len(pieces) > room:
            if w > start:
                out.append((start, w))
            start, count = w, 0
        count += len(pieces)
    if len(doc.pieces) > start:
        out.append((start, len(doc.pieces)))
    return out


def pieces_between(sums, first, last):
    return int(sums[last] - sums[first])


def training_windows(doc, generator=None):
    """Windows that together cover the document once; with a generator the first one ends early at random"""
    sums = np.concatenate([[0], np.cumsum([len(p) for p in doc.pieces])])
    room = LONGEST - 2
    limit = room if generator is None else int(generator.integers(40, room + 1))
    out, first, last, used = [], 0, 0, 0
    for a, b in stretches(doc, room if generator is None else int(generator.integers(170, room + 1))):
        size = pieces_between(sums, a, b) + 1
        if last > first and used + size > limit:
            out.append(Window(doc, first, last, first))
            first, used, limit = a, 0, room
        last = b
        used += size
    if last > first:
        out.append(Window(doc, first, last, first))
    return out


def reading_windows(doc, context):
    """Windows as Sources/Encoder cuts them: each adds whole stretches after up to `context` pieces of what precedes"""
    sums = np.concatenate([[0], np.cumsum([len(p) for p in doc.pieces])])
    room = LONGEST - 2 - context
    out, own, last, used = [], 0, 0, 0
    for a, b in stretches(doc, room):
        size = pieces_between(sums, a, b) + 1
        if last > own and used + size > room:
            out.append((own, last))
            own, used = a, 0
        last = b
        used += size
    if last > own:
        out.append((own, last))
    windows = []
    for own, last in out:
        first, left = own, context
        while first > 0:
            cost = len(doc.pieces[first - 1]) + int(doc.paragraph[first - 1] != doc.paragraph[first])
            if cost > left:
                break
            left -= cost
            first -= 1
        windows.append(Window(doc, first, last, own))
    return windows


def laid_out(window, pieces):
    """(ids, surfaces, place of each word's first piece); [SEP] stands between paragraphs and at the end"""
    doc, ids, surfaces, places = window.doc, [pieces.cls], [0], []
    for w in range(window.first, window.last):
        if w > window.first and doc.paragraph[w] != doc.paragraph[w - 1]:
            ids.append(pieces.sep)
            surfaces.append(0)
        places.append(len(ids))
        ids += doc.pieces[w]
        surfaces += [int(doc.surface[w])] * len(doc.pieces[w])
    return ids + [pieces.sep], surfaces + [0], places


def batch(windows, pieces, generator=None):
    """Padded tensors: ids, surfaces, places, and one array of word labels for each head"""
    laid = [laid_out(w, pieces) for w in windows]
    length, most = max(len(x[0]) for x in laid), max(len(x[2]) for x in laid)
    ids, surfaces = np.zeros((len(laid), length), np.int64), np.zeros((len(laid), length), np.int64)
    places = np.zeros((len(laid), most), np.int64)
    labels = {}

    def put(name, row, values):
        labels.setdefault(name, np.full((len(laid), most), IGNORE, np.int64))[row, :len(values)] = values

    for row, (window, (i, s, p)) in enumerate(zip(windows, laid)):
        ids[row, :len(i)], surfaces[row, :len(s)], places[row, :len(p)] = i, s, p
        doc, cut = window.doc, slice(window.first, window.last)
        for name, values in doc.labels.items():
            values = values[cut]
            if name == "head":          # 0 is the root, n + 1 the window's word n
                local = np.where(values < 0, np.where(values == IGNORE, IGNORE, 0), values - window.first + 1)
                outside = (values >= 0) & ((values < window.first) | (values >= window.last))
                values = np.where(outside, IGNORE, local)
            put(name, row, values)
        if doc.votes:
            tags, role = doc.votes[int(generator.integers(len(doc.votes))) if generator is not None else 0]
            tags, role = tags[cut], role[cut]
            put("attribution", row, tags)
            inside = (role >= window.first) & (role < window.last)
            put("role", row, np.where(inside, role - window.first + 1, np.where(role == -1, 0, IGNORE)))
    as_tensor = torch.from_numpy
    return as_tensor(ids), as_tensor(surfaces), as_tensor(places), {k: as_tensor(v) for k, v in labels.items()}
