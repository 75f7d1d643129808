"""Words, word pieces and surface features of a text: the twin of Sources/Encoder/Words.

Both sides follow one rule, and the golden test compares them.

  space     control and format characters, and separators (general categories Cc, Cf, Z*)
  alone     punctuation, symbols and CJK ideographs: each is a word of its own
  word      a maximal run of anything else
  fold      lower case, canonical decomposition, marks dropped, one scalar at a time
  pieces    greedy longest match; a word of more than 64 folded scalars, or that cannot be
            covered, is [UNK]; of a longer cover the first 12 pieces count
  quotes    inside a paragraph, an opening mark opens, a closing mark closes, a straight mark
            toggles; the marks themselves count as inside
  case      0 no letter, 1 lower, 2 capital first, 3 all capitals (two or more), 4 other
  surface   case + 5 if inside quotes
"""
import functools
import unicodedata

CLS, SEP, UNK, PAD = "[CLS]", "[SEP]", "[UNK]", "[PAD]"
LONGEST_WORD = 64
MOST_PIECES = 12
SURFACES = 10
IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))


@functools.lru_cache(maxsize=None)
def character_class(c):
    """0 space, 1 alone, 2 part of a word"""
    category = unicodedata.category(c)
    if category[0] == "Z" or category in ("Cc", "Cf"):
        return 0
    if category[0] in "PS" or any(a <= ord(c) <= b for a, b in IDEOGRAPHS):
        return 1
    return 2


@functools.lru_cache(maxsize=None)
def fold(c):
    decomposed = unicodedata.normalize("NFD", c.lower())
    return "".join(x for x in decomposed if unicodedata.category(x) != "Mn")


def words(text, start=0, end=None):
    """(start, end) of each word, in code points"""
    end = len(text) if end is None else end
    found, open_at = [], -1
    for i in range(start, end):
        kind = character_class(text[i])
        if kind == 2:
            if open_at < 0:
                open_at = i
            continue
        if open_at >= 0:
            found.append((open_at, i))
            open_at = -1
        if kind == 1:
            found.append((i, i + 1))
    if open_at >= 0:
        found.append((open_at, end))
    return found


def case(word):
    letters = [c for c in word if c.isupper() or c.islower()]
    if not letters:
        return 0
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return 1
    if capitals == len(letters) and capitals >= 2:
        return 3
    return 2 if capitals == 1 and letters[0].isupper() else 4


def surfaces(text, spans):
    """The surface of each word of one paragraph"""
    inside, out = False, []
    for start, end in spans:
        word = text[start:end]
        quoted = inside
        if word == "\u201c":
            inside = quoted = True
        elif word == "\u201d":
            inside, quoted = False, True
        elif word == '"':
            inside, quoted = not inside, True
        out.append(case(word) + (5 if quoted else 0))
    return out


class Pieces:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.unk, self.pad = (self.ids[p] for p in (CLS, SEP, UNK, PAD))
        self.known = {}

    def __call__(self, word):
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self.cut("".join(map(fold, word)))
        return found

    def cut(self, folded):
        if not folded or len(folded) > LONGEST_WORD:
            return (self.unk,)
        out, at = [], 0
        while at < len(folded):
            for end in range(len(folded), at, -1):
                piece = self.ids.get(folded[at:end] if at == 0 else "##" + folded[at:end])
                if piece is not None:
                    break
            else:
                return (self.unk,)
            out.append(piece)
            at = end
        return tuple(out[:MOST_PIECES])


def paragraphs(text):
    """(start, end) of each line that holds a word, in code points"""
    out, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line) + 1
    return out
