"""Sentence vectors from an OpenAI-compatible server, for those who chose one."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from collections.abc import Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from knowledge.embeddings import MiniLM
from knowledge.errors import LibraryError

BATCH = 32
"""Texts in one request."""
TIMEOUT, QUICK = 60.0, 8.0
"""Seconds for a batch, and for the one text of a search, after which the built-in vectors answer instead."""


class RemoteEmbedder:
    """An `Embedder` behind an address. Words are counted and known by the built-in tokenizer."""

    def __init__(self, base_url: str, model: str, key: str, words: MiniLM) -> None:
        self._base_url, self._model, self._key, self._words = base_url.rstrip("/"), model, key, words
        self.name = f"{self._base_url}/{model}"

    @property
    def floor(self) -> float:
        """The built-in embedder's: cosines are brought onto its scale, see `SecondIndex`."""
        return self._words.floor

    @property
    def floor_alone(self) -> float:
        return self._words.floor_alone

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector of length 1 a text; raises `LibraryError` when the server does not give them."""
        vectors: list[list[float]] = []
        for start in range(0, len(texts), BATCH):
            vectors += self._ask(list(texts[start : start + BATCH]), TIMEOUT)
        return vectors

    def embed_query(self, text: str) -> list[float]:
        return self._ask([text], QUICK)[0]

    def count(self, texts: Sequence[str]) -> list[int]:
        return self._words.count(texts)

    def knows(self, word: str) -> bool:
        return self._words.knows(word)

    def _ask(self, texts: list[str], timeout: float) -> list[list[float]]:
        import openai

        host = urlsplit(self._base_url).netloc
        try:
            answer = self._client.with_options(timeout=timeout).embeddings.create(
                model=self._model, input=texts, encoding_format="float"
            )
            found = [one.embedding for one in sorted(answer.data, key=lambda one: one.index)]
            array = np.asarray(found, dtype=np.float32)
        except (openai.APIError, ValueError, AttributeError, TypeError) as exc:
            raise LibraryError(
                f"The embedding server {host} gave no vectors ({type(exc).__name__}). Check MENTOR_EMBEDDING_URL, "
                "MENTOR_EMBEDDING_MODEL and MENTOR_EMBEDDING_KEY."
            ) from exc
        if array.ndim != 2 or len(array) != len(texts) or not array.shape[1] or not np.isfinite(array).all():
            raise LibraryError(f"The embedding server {host} sent {len(found)} vectors for {len(texts)} texts.")
        return (array / np.maximum(np.linalg.norm(array, axis=1, keepdims=True), 1e-9)).tolist()

    @cached_property
    def _client(self) -> Any:
        import openai

        local = (urlsplit(self._base_url).hostname or "") in ("localhost", "127.0.0.1", "::1")
        client = openai.DefaultHttpxClient(follow_redirects=False, trust_env=not local)
        return openai.OpenAI(base_url=self._base_url, api_key=self._key or "none", http_client=client, max_retries=1)
