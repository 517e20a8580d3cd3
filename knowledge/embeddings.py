"""Sentence vectors made on this machine: all-MiniLM-L6-v2 as an int8 ONNX file that ships with the library."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from langchain_core.embeddings import Embeddings

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
MAX_TOKENS = 256
BATCH = 8


class MiniLM(Embeddings):
    """384 numbers a text, length 1, so that a dot product is the cosine similarity. English in effect.

    Short batches sorted by length and no memory arena keep indexing near 160 MB instead of 1 GB, at the same speed
    (measured with onnxruntime 1.31).
    """

    name = "all-MiniLM-L6-v2/int8/1"
    dimension = 384
    floor = 0.43
    """Best cosine under which the library does not cover a question; calibrated, see docs/benchmarks.md."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 2) -> None:
        self._folder = folder
        self._threads = threads
        self._loading = threading.Lock()

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text, in the order given."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        vectors: list[list[float]] = [[] for _ in texts]
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            for i, vector in zip(batch, self._run([texts[i] for i in batch]), strict=True):
                vectors[i] = vector
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """The vector of one question."""
        return self._run([text])[0]

    def load(self) -> None:
        """Load the model now rather than at the first text."""
        with self._loading:
            _ = self._session, self._tokenizer

    def vocabulary(self) -> frozenset[str]:
        """The whole words that the model knows, lower case: what is spelt like one of these is no typo."""
        self.load()
        return frozenset(word for word in self._tokenizer.get_vocab() if word.isalpha())

    def _run(self, texts: Sequence[str]) -> list[list[float]]:
        import numpy as np

        self.load()
        encoded = self._tokenizer.encode_batch(list(texts))
        inputs = {
            "input_ids": np.array([e.ids for e in encoded], dtype=np.int64),
            "attention_mask": np.array([e.attention_mask for e in encoded], dtype=np.int64),
            "token_type_ids": np.array([e.type_ids for e in encoded], dtype=np.int64),
        }
        output = np.asarray(self._session.run(["embedding"], inputs)[0], dtype=np.float32)
        return output.tolist()

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime
        from onnxruntime import InferenceSession

        options = onnxruntime.SessionOptions()  # pyright: ignore[reportAttributeAccessIssue]
        options.enable_cpu_mem_arena = False
        options.enable_mem_pattern = False
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        return InferenceSession(
            str(self._folder / "minilm-int8.onnx"), sess_options=options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.enable_padding()
        return tokenizer
