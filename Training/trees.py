"""The best tree over a sentence in which no two arcs cross: the twin of Sources/Encoder/Decoding/TreeDecoder.swift."""
import numpy as np

LONGEST = 200


def heads(scores):
    """Heads by Eisner's algorithm, -1 for the root; a row a word: the root's score as its head, then every word's"""
    count = len(scores)
    if count == 1:
        return np.array([-1])
    if count > LONGEST:
        alone = scores.copy()
        alone[np.arange(count), np.arange(count) + 1] = -np.inf
        return alone.argmax(1) - 1
    under = scores[:, 1:].T                     # under[h, d]
    left, right, arc_left, arc_right = (np.zeros((count, count)) for _ in range(4))
    at = {name: np.zeros((count, count), int) for name in ("left", "right", "arc")}
    for length in range(1, count):
        for i in range(count - length):
            j = i + length
            joined = right[i, i:j] + left[i + 1:j + 1, j]
            k = int(joined.argmax())
            at["arc"][i, j] = i + k
            arc_left[i, j], arc_right[i, j] = joined[k] + under[j, i], joined[k] + under[i, j]
            sums = left[i, i:j] + arc_left[i:j, j]
            at["left"][i, j], left[i, j] = i + int(sums.argmax()), sums.max()
            sums = arc_right[i, i + 1:j + 1] + right[i + 1:j + 1, j]
            at["right"][i, j], right[i, j] = i + 1 + int(sums.argmax()), sums.max()
    root = int((left[0] + right[:, count - 1] + scores[:, 0]).argmax())
    found = np.full(count, -1)
    todo = [("left", 0, root), ("right", root, count - 1)]
    while todo:
        kind, i, j = todo.pop()
        if i == j:
            continue
        if kind == "left":
            k = at["left"][i, j]
            todo += [("left", i, k), ("arc left", k, j)]
        elif kind == "right":
            k = at["right"][i, j]
            todo += [("arc right", i, k), ("right", k, j)]
        else:
            if kind == "arc left":
                found[i] = j
            else:
                found[j] = i
            k = at["arc"][i, j]
            todo += [("right", i, k), ("left", k + 1, j)]
    return found
