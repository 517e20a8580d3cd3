"""Sentence vectors made on this machine: all-MiniLM-L6-v2, taught on our guides, as an int8 ONNX file."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import os
import re
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from langchain_core.embeddings import Embeddings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
MAX_TOKENS = 256
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
HALFWAY = "/encoder/encoder/layer.2/output/LayerNorm/LayerNormalization_output_0"
"""The name that the model has for what its third layer says."""


class Embedder(Protocol):
    """Makes sentence vectors of length 1; `name` changes with anything that changes them."""

    @property
    def name(self) -> str: ...

    @property
    def floor(self) -> float:
        """Cosine plus half the coverage under which the library has no answer, for passages with questions."""
        ...

    @property
    def floor_alone(self) -> float:
        """The same for passages without questions."""
        ...

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]: ...

    def embed_query(self, text: str) -> list[float]: ...

    def count(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text."""
        ...

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is none that could be a typo."""
        ...


class MiniLM(Embeddings):
    """384 numbers a text, length 1, so that a dot product is the cosine similarity. English in effect.

    The weights learned which passage of the guides answers which question (scripts/build_embedder.py).

    Each text is run by itself: int8 weights take their scale from the whole batch, so the neighbours of a text would
    change its vector (cosine 0.97 to 0.99 to the same text alone). One text a thread is also the fastest way here: 75
    passages a second on two cores against 59 in batches (measured with onnxruntime 1.31). No memory arena keeps
    indexing near 160 MB.
    """

    name = "all-MiniLM-L6-v2/guides/int8/1"
    dimension = 384
    floor = 0.76
    floor_alone = 0.7
    """Calibrated on questions with and without an answer, see docs/benchmarks.md."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 0) -> None:
        self._folder = folder
        self._threads = threads or min(4, os.cpu_count() or 1)
        self._loading = threading.Lock()

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text, in the order given."""
        self.load()
        encoded = self._tokenizer.encode_batch(list(texts))
        if len(encoded) < 2:
            return [self._run(one) for one in encoded]
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self._run, encoded))

    def embed_query(self, text: str) -> list[float]:
        """The vector of one question."""
        return self.embed_documents([text])[0]

    def load(self) -> None:
        """Load the model now rather than at the first text."""
        with self._loading:
            _ = self._session, self._tokenizer, self._counter

    def count(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text, however long."""
        self.load()
        starts = range(0, len(texts), 256)
        return [len(e.ids) - 2 for i in starts for e in self._counter.encode_batch(list(texts[i : i + 256]))]

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is one that the model knows whole: what is spelt like one of these is no typo."""
        self.load()
        return self._tokenizer.token_to_id(word) is not None

    def halfway(self, text: str) -> "tuple[NDArray[np.float32], list[tuple[int, int]]]":
        """The vector of each word piece after three of six layers, shape (pieces, 384), and its place in the text."""
        self.load()
        encoded = self._tokenizer.encode(_HALF_A_CHARACTER.sub("?", text))
        return self._told(encoded, HALFWAY)[0], encoded.offsets

    def _run(self, encoded: "Encoding") -> list[float]:
        return self._told(encoded, "embedding")[0].tolist()

    def _told(self, encoded: "Encoding", output: str) -> "NDArray[np.float32]":
        import numpy as np

        ids = np.array([encoded.ids], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        return np.asarray(self._session.run([output], inputs)[0], dtype=np.float32)

    @cached_property
    def _session(self) -> "InferenceSession":
        return one_at_a_time(self._folder / "minilm-int8.onnx")

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _counter(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer


def one_at_a_time(path: Path) -> "InferenceSession":
    """A model on one thread of the processor, without a memory arena of its own."""
    import onnxruntime
    from onnxruntime import InferenceSession

    options = onnxruntime.SessionOptions()  # pyright: ignore[reportAttributeAccessIssue]
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return InferenceSession(str(path), sess_options=options, providers=["CPUExecutionProvider"])


@cache
def mini_lm() -> MiniLM:
    """The one of this process: its weights are loaded once, whoever asks."""
    return MiniLM()
