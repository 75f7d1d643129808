"""The encoder and its heads in plain torch: the twin of Sources/Encoder."""
import torch
import torch.nn.functional as F
from torch import nn

from corpora import LABELS
from words import SURFACES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, LONGEST = 384, 6, 12, 1536, 256
EXIT_AFTER = 3
ARC, RELATION = 128, 64
TAG_HEADS = ("attribution", "penn", "upos", "entity", "sentence")


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, mask):
        batch, length, _ = x.shape
        drop = self.dropout if self.training else 0.0
        q, k, v = (t.view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = self.mixed(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.mixed_norm(x + F.dropout(mixed, drop, self.training))
        inner = self.outer(F.gelu(self.inner(x), approximate="tanh"))
        return self.outer_norm(x + F.dropout(inner, drop, self.training))


class Biaffine(nn.Module):
    """Scores each word against each possible head; row 0 of the heads is the [CLS] piece, the root."""

    def __init__(self, width):
        super().__init__()
        self.dependent = nn.Linear(WIDTH, width)
        self.head = nn.Linear(WIDTH, width)
        self.weight = nn.Parameter(torch.zeros(width, width))
        self.bias = nn.Parameter(torch.zeros(width))

    def forward(self, words, heads, dropout):
        d = F.dropout(F.relu(self.dependent(words)), dropout, self.training)
        h = F.dropout(F.relu(self.head(heads)), dropout, self.training)
        return (d @ self.weight + self.bias) @ h.transpose(1, 2)


class Relations(nn.Module):
    """Scores the relation of each word to one head."""

    def __init__(self):
        super().__init__()
        self.count = len(LABELS["relation"])
        self.dependent = nn.Linear(WIDTH, RELATION)
        self.head = nn.Linear(WIDTH, RELATION)
        self.weight = nn.Parameter(torch.zeros(RELATION, self.count * RELATION))
        self.linear = nn.Linear(2 * RELATION, self.count)

    def forward(self, words, heads, dropout):
        d = F.dropout(F.relu(self.dependent(words)), dropout, self.training)
        h = F.dropout(F.relu(self.head(heads)), dropout, self.training)
        product = (d @ self.weight).view(*d.shape[:-1], self.count, RELATION)
        return (product @ h.unsqueeze(-1)).squeeze(-1) + self.linear(torch.cat([d, h], -1))


class Encoder(nn.Module):
    def __init__(self, vocabulary, dropout=0.1):
        super().__init__()
        self.dropout = dropout
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(LONGEST, WIDTH)
        self.surfaces = nn.Embedding(SURFACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.tags = nn.ModuleDict({name: nn.Linear(WIDTH, len(LABELS[name])) for name in TAG_HEADS})
        self.early = nn.Linear(WIDTH, len(LABELS["attribution"]))
        self.arcs = Biaffine(ARC)
        self.roles = Biaffine(ARC)
        self.relations = Relations()

    def forward(self, ids, surfaces):
        """(states after EXIT_AFTER layers, states after all), one row a piece; id 0 is padding"""
        mask = (ids != 0)[:, None, None, :]
        x = self.pieces(ids) + self.positions.weight[:ids.shape[1]] + self.surfaces(surfaces)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask)
            if number == EXIT_AFTER:
                early = x
        return early, x

    def load_base(self, tensors):
        with torch.no_grad():
            self.pieces.weight.copy_(tensors["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(tensors["embeddings.position_embeddings.weight"][:LONGEST]
                                        + tensors["embeddings.token_type_embeddings.weight"][0])
            self.surfaces.weight.zero_()
            self.norm.weight.copy_(tensors["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(tensors["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(self.layers):
                base = f"encoder.layer.{i}."
                for part in ("weight", "bias"):
                    layer.qkv.get_parameter(part).copy_(torch.cat(
                        [tensors[f"{base}attention.self.{n}.{part}"] for n in ("query", "key", "value")]))
                    for own, theirs in (("mixed", "attention.output.dense"), ("mixed_norm", "attention.output.LayerNorm"),
                                        ("inner", "intermediate.dense"), ("outer", "output.dense"),
                                        ("outer_norm", "output.LayerNorm")):
                        layer.get_submodule(own).get_parameter(part).copy_(tensors[f"{base}{theirs}.{part}"])
            for linear in [*self.tags.values(), self.early, self.relations.linear]:
                nn.init.normal_(linear.weight, std=0.02)
                nn.init.zeros_(linear.bias)
            for biaffine in (self.arcs, self.roles):
                nn.init.eye_(biaffine.weight)
                biaffine.weight.mul_(0.1)

    def load_shipped(self, tensors, pieces, vocabulary):
        """Takes what export.py wrote; pieces and parts that it left out keep what they hold"""
        place = {piece: i for i, piece in enumerate(vocabulary)}
        state = self.state_dict()
        for name, tensor in tensors.items():
            if name == "pieces.weight":
                state[name][[place[p] for p in pieces]] = tensor
            else:
                state[name] = tensor
        self.load_state_dict(state)


def gathered(states, index):
    """Rows of `states` (batch, pieces, width) at `index` (batch, words)"""
    return states.gather(1, index.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
