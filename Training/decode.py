"""From tag scores to attributions: the twin of Sources/Encoder/Decoding and ClaimEngine's linker."""
import numpy as np

ROLES = ("source", "cue", "content")
TAGS = 7
ROLE_OF = (-1, 0, 0, 1, 1, 2, 2)
# A step costs this much more for each other cue that stands between two linked spans.
CUE_BETWEEN = 8
# A source before its cue is likelier than one after it.
SOURCE_AFTER = 2
CONTENT_AFTER = 0


def allowed(before, after):
    """An inside tag follows the begin or inside tag of its own role only; -1 stands for the start"""
    return after == 0 or after % 2 == 1 or (before > 0 and ROLE_OF[before] == ROLE_OF[after])


FORBIDDEN = np.array([[0.0 if allowed(b, a) else -np.inf for a in range(TAGS)] for b in range(TAGS)], np.float32)
FORBIDDEN_FIRST = np.array([0.0 if allowed(-1, a) else -np.inf for a in range(TAGS)], np.float32)


def viterbi(scores):
    """The best allowed tag sequence for scores of shape (words, tags)"""
    if not len(scores):
        return []
    best, back = scores[0] + FORBIDDEN_FIRST, []
    for row in scores[1:]:
        total = best[:, None] + FORBIDDEN
        back.append(total.argmax(0))
        best = total.max(0) + row
    tags = [int(best.argmax())]
    for pointers in reversed(back):
        tags.append(int(pointers[tags[-1]]))
    return tags[::-1]


def spans(tags):
    """(role, first word, one past the last) in order"""
    out = []
    for i, tag in enumerate(tags):
        if tag % 2 == 1:
            out.append([ROLE_OF[tag], i, i + 1])
        elif tag:
            out[-1][2] = i + 1
    return out


def link(found, sentence, paragraph):
    """Attributions as {role: [(first, last), ...]} of the spans found

    `sentence` and `paragraph` number each word. A content goes to the nearest cue of its sentence, else to the
    last cue of its paragraph before it, else to the paragraph's last one, else it stands alone. A cue's source is
    the nearest of its sentence; the nearest of the cues that share a source owns it. A source that no cue took goes
    to the nearest cue of its sentence that owns none, or of its paragraph that has none. A cue that shares a
    source keeps it only where the source comes first ("he said … and warned"). Distances are in words between
    the spans, plus CUE_BETWEEN for each cue between.
    """
    by_role = [[s for s in found if s[0] == role] for role in range(3)]
    sources, cues, contents = by_role
    starts = [c[1] for c in cues]

    def between(a, b):
        lo, hi = (a[2], b[1]) if a[1] <= b[1] else (b[2], a[1])
        return max(hi - lo, 0), sum(lo <= s < hi for s in starts)

    def distance(cue, other, after):
        gap, crossed = between(cue, other)
        return gap + CUE_BETWEEN * crossed + (after if other[1] > cue[1] else 0)

    def sentences(span):
        return range(sentence[span[1]], sentence[span[2] - 1] + 1)

    out = [{"source": [], "cue": [(c[1], c[2])], "content": []} for c in cues]
    alone = []
    for content in contents:
        within = sentences(content)
        near = [i for i, c in enumerate(cues) if sentence[c[1]] in within]
        if near:
            chosen = min(near, key=lambda i: (distance(cues[i], content, CONTENT_AFTER), i))
        else:
            same = [i for i, c in enumerate(cues) if paragraph[c[1]] == paragraph[content[1]]]
            if not same:
                alone.append({"source": [], "cue": [], "content": [(content[1], content[2])]})
                continue
            before = [i for i in same if cues[i][1] < content[1]]
            chosen = before[-1] if before else same[-1]
        out[chosen]["content"].append((content[1], content[2]))
    chosen = []
    for cue in cues:
        near = [n for n, s in enumerate(sources) if sentence[s[1]] == sentence[cue[1]]]
        chosen.append(min(near, key=lambda n: (distance(cue, sources[n], SOURCE_AFTER), n)) if near else None)

    def owns(i):
        shared = [j for j, n in enumerate(chosen) if n == chosen[i]]
        return i == min(shared, key=lambda j: (distance(cues[j], sources[chosen[i]], SOURCE_AFTER), j))

    for n, source in enumerate(sources):
        if n in chosen:
            continue
        takers = [i for i, cue in enumerate(cues) if paragraph[cue[1]] == paragraph[source[1]] and (
            chosen[i] is None or sentence[cue[1]] == sentence[source[1]] and not owns(i))]
        if takers:
            chosen[min(takers, key=lambda i: (distance(cues[i], source, SOURCE_AFTER), i))] = n
    for i, n in enumerate(chosen):
        if n is not None and (owns(i) or sources[n][1] < cues[i][1]):
            out[i]["source"] = [(sources[n][1], sources[n][2])]
    return [a for a in out if a["content"]] + alone
