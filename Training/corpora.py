"""Readers of the corpora: each gives Documents, with labels laid over the words of words.py.

A treebank's token and a word need not agree ("don't" is two tokens and three words, "U.S." one token and
four words). A word belongs to the token that holds its first character; the first word of a token is its
anchor and carries its tag and arc; the token's other words hang on the anchor by the relation `part`. A
token that no word begins in is passed over: what hangs on it hangs on its head.
"""
import dataclasses
import gzip
import json
import os
import re

import numpy as np

import words as W

IGNORE = -100
ATTRIBUTION = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ROLE_TAG = {"source": 1, "cue": 3, "content": 5}
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
PENN = ("NN IN DT NNP JJ PRP . RB NNS , VB CC VBD VBP VBZ CD VBN VBG TO PRP$ MD -RRB- -LRB- : WDT WRB UH `` "
        "HYPH '' WP POS RP NNPS JJR JJS EX RBR SYM NFP FW $ GW ADD PDT RBS LS AFX WP$ #").split()
ENTITY = ("O DATE DURATION LOCATION MISC MONEY NUMBER ORDINAL ORGANIZATION PERCENT PERSON SET TIME").split()
RELATION = ("root part punct case det nsubj advmod amod obj obl conj nmod compound cc mark aux cop nmod:poss "
            "advcl xcomp flat acl:relcl ccomp acl appos nummod aux:pass parataxis nsubj:pass nmod:unmarked "
            "obl:unmarked discourse compound:prt expl fixed iobj list obl:agent dep nmod:desc csubj nsubj:outer "
            "det:predet advcl:relcl vocative goeswith cc:preconj reparandum orphan dislocated csubj:pass").split()
LABELS = {"attribution": ATTRIBUTION, "penn": PENN, "upos": UPOS, "entity": ENTITY, "relation": RELATION,
          "sentence": ["inside", "start"]}


@dataclasses.dataclass
class Document:
    """One text as words; label arrays are as long as the words and hold IGNORE where nothing is known."""
    name: str
    kind: str                  # polnear or treebank
    text: str
    spans: np.ndarray          # start and end of each word, in code points
    paragraph: np.ndarray      # the paragraph each word is in
    surface: np.ndarray
    pieces: list               # tuple of ids a word
    labels: dict               # name -> array; head: index of a word, -1 for the root
    votes: list = dataclasses.field(default_factory=list)   # (attribution, role) arrays, one pair an annotator


def document(name, kind, text, pieces):
    spans, owner, surface = [], [], []
    for number, (start, end) in enumerate(W.paragraphs(text)):
        inside = W.words(text, start, end)
        spans += inside
        owner += [number] * len(inside)
        surface += W.surfaces(text, inside)
    return Document(name, kind, text, np.array(spans, np.int32).reshape(-1, 2), np.array(owner, np.int32),
                    np.array(surface, np.int8), [pieces(text[s:e]) for s, e in spans], {})


def read_text(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


# PolNeAR

LINE = re.compile(r"([TE]\d+)\t([^\t]*)(?:\t|$)")


def read_standoff(path):
    """(attributions as {role: [[start, end], ...]}, spans to ignore)"""
    spans, discarded, events = {}, [], []
    for line in read_text(path).split("\n"):
        match = LINE.match(line)
        if not match:
            continue
        ident, body = match.groups()
        if ident[0] == "T":
            kind, offsets = body.split(" ", 1)
            spans[ident] = [list(map(int, o.split())) for o in offsets.split(";")]
            if kind == "Discard":
                discarded += spans[ident]
        else:
            events.append(body)
    attributions = []
    for body in events:
        roles = {"source": [], "cue": [], "content": []}
        for role in body.split():
            name, ident = role.split(":")
            name = name.rstrip("0123456789").lower()
            if name in roles:
                roles[name] += spans[ident]
        attributions.append({k: sorted(v) for k, v in roles.items()})
    return attributions, discarded


def vote(doc, attributions, discarded):
    """Tags and roles of one annotator; a word's role is the first word of its cue, -1 where there is none."""
    length = len(doc.text)
    at = np.full(length + 1, -1, np.int32)
    for i, (s, e) in enumerate(doc.spans):
        at[s:e] = i

    def covered(start, end):
        found = np.unique(at[start:min(end, length)])
        return found[found >= 0]

    tags = np.zeros(len(doc.spans), np.int64)
    role = np.full(len(doc.spans), IGNORE, np.int64)
    for attribution in attributions:
        cue = min((int(w) for s, e in attribution["cue"] for w in covered(s, e)), default=-1)
        for name, tag in ROLE_TAG.items():
            for s, e in attribution[name]:
                inside = covered(s, e)
                for n, w in enumerate(inside):
                    if tags[w]:
                        continue
                    tags[w] = tag if n == 0 or doc.paragraph[w] != doc.paragraph[w - 1] else tag + 1
                    if name != "cue":
                        role[w] = cue
    for s, e in discarded:
        tags[covered(s, e)] = IGNORE
        role[covered(s, e)] = IGNORE
    return tags, role


def read_polnear(folder, pieces):
    by_name = {}
    for file in sorted(os.listdir(f"{folder}/attributions")):
        if file.endswith(".ann"):
            by_name.setdefault(file[:-4].rsplit("_", 1)[0], []).append(file)
    for name, files in by_name.items():
        doc = document(name, "polnear", read_text(f"{folder}/text/{name}.txt"), pieces)
        doc.votes = [vote(doc, *read_standoff(f"{folder}/attributions/{file}")) for file in files]
        yield doc


# Treebanks and silver parses

@dataclasses.dataclass
class Token:
    start: int
    end: int
    form: str
    upos: str
    penn: str
    entity: str
    head: int                  # index in the sentence, -1 for the root
    relation: str


def lay(doc, sentences):
    """Lays token labels over the words of a document."""
    n = len(doc.spans)
    index = {name: {label: i for i, label in enumerate(labels)} for name, labels in LABELS.items()}
    out = {name: np.full(n, IGNORE, np.int64) for name in ("penn", "upos", "entity", "relation", "head", "sentence")}
    first_at = np.full(len(doc.text) + 1, -1, np.int32)
    for i, (s, _) in enumerate(doc.spans):
        first_at[s] = i
    for tokens in sentences:
        held = []
        for token in tokens:
            inside = first_at[token.start:token.end]
            held.append([int(w) for w in inside[inside >= 0]])
        if not any(held):
            continue
        every = [w for group in held for w in group]
        out["sentence"][every] = 0
        out["sentence"][every[0]] = 1

        def anchor(t):
            for _ in range(len(tokens)):
                if t < 0 or held[t]:
                    return t
                t = tokens[t].head
            return -1

        for token, group in zip(tokens, held):
            if not group:
                continue
            whole = not (token.penn != "HYPH" and len(group) > 1 and "-" in token.form)
            word = group[0]
            for w in group:
                out["entity"][w] = index["entity"].get(token.entity, IGNORE)
            if not whole:
                continue
            out["penn"][word] = index["penn"].get(token.penn, IGNORE)
            out["upos"][word] = index["upos"].get(token.upos, IGNORE)
            head = anchor(token.head)
            out["head"][word] = held[head][0] if head >= 0 else -1
            relation = token.relation
            if relation not in index["relation"]:
                relation = relation.split(":")[0]
            out["relation"][word] = index["relation"].get(relation, IGNORE)
            for w in group[1:]:
                out["head"][w] = word
                out["relation"][w] = index["relation"]["part"]
    doc.labels = out


RENAMED = {"dobj": "obj", "nsubjpass": "nsubj:pass", "auxpass": "aux:pass", "csubjpass": "csubj:pass", "neg": "advmod",
           "mwe": "fixed"}


def modernise(tokens):
    """Turns CoreNLP's first-version relations into second-version ones, near enough to help."""
    verbal = ("V", "J", "R", "MD")
    for i, token in enumerate(tokens):
        head = tokens[token.head] if token.head >= 0 else None
        token.relation = RENAMED.get(token.relation, token.relation)
        if head is not None and token.relation in ("nmod", "nmod:tmod", "nmod:npmod"):
            kind = "obl" if head.penn.startswith(verbal) else "nmod"
            token.relation = kind if token.relation == "nmod" else kind + ":unmarked"
        if token.penn == "TO" and token.relation == "case":
            token.penn = "IN"
    for i, token in enumerate(tokens):
        if token.relation == "cc" or (token.penn == "," and token.relation == "punct"):
            following = [j for j in range(i + 1, len(tokens))
                         if tokens[j].relation == "conj" and tokens[j].head == token.head]
            if following and (token.relation == "cc" or following[0] - i < 8):
                token.head = following[0]
    # A person's name is flat: its first word is the head of the others.
    for i, token in enumerate(tokens):
        chain = [j for j in range(i) if tokens[j].head == i and tokens[j].relation == "compound"
                 and tokens[j].entity == "PERSON" and tokens[j].penn.startswith("NNP")]
        if token.entity != "PERSON" or not chain or chain != list(range(chain[0], i)):
            continue
        first = chain[0]
        tokens[first].head, tokens[first].relation = token.head, token.relation
        for j, other in enumerate(tokens):
            if other.head == i and j != first:
                other.head = first
        for j in [*chain[1:], i]:
            tokens[j].head, tokens[j].relation = first, "flat"
    return tokens


def read_silver(path):
    """{document name: sentences}"""
    out, name, sentence = {}, None, []
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                name = line[14:]
                out[name] = []
            elif line and "\t" in line:
                f = line.split("\t")
                sentence.append(Token(int(f[1]), int(f[2]), f[3], "", f[5], f[6], int(f[7]) - 1, f[8]))
            elif not line and sentence:
                out[name].append(modernise(sentence))
                sentence = []
    if sentence:
        out[name].append(modernise(sentence))
    return out


def read_conllu(path):
    """(document name, text, sentences), each paragraph of the document a line of the text"""
    def place(tokens, text, base):
        at = 0
        for token in tokens:
            found = text.find(token.form, at)
            if found < 0 or text[at:found].strip():
                return False
            token.start, token.end = base + found, base + found + len(token.form)
            at = found + len(token.form)
        return True

    name, text, sentences, tokens, written, fresh, break_before = None, "", [], [], None, True, True
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                if text:
                    yield name, text, sentences
                name, text, sentences = line[14:], "", []
            elif line.startswith("# newpar"):
                break_before = True
            elif line.startswith("# text = "):
                written = line[9:]
            elif line and line[0].isdigit():
                f = line.split("\t")
                if f[0].isdigit():
                    tokens.append(Token(0, 0, f[1], f[3], f[4], "", int(f[6]) - 1, f[7]))
            elif not line and tokens:
                if text:
                    text += "\n" if break_before else " "
                base = len(text)
                if place(tokens, written, base):
                    sentences.append(tokens)
                text += written
                tokens, break_before = [], False
    if text:
        yield name, text, sentences


def read_treebank(path, pieces):
    for name, text, sentences in read_conllu(path):
        doc = document(name, "treebank", text, pieces)
        lay(doc, sentences)
        yield doc
