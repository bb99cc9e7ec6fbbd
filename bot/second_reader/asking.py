"""Asking: one part of a text, one answer, again after a rest where that can help. No key is ever told."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.second_reader.answer import Told, Unreadable, read_answer, schema
from bot.second_reader.endpoint import Endpoint, Limits

PROMPT = (Path(__file__).parent / "prompt.md").read_text(encoding="utf-8")
TOO_MANY = 429


class NoAnswer(Exception):
    """The endpoint gave no answer that could be read, and why, in words for the log."""


class NotNow(NoAnswer):
    """It may answer when it is asked again; `after` is how many seconds it wants to be left alone."""

    def __init__(self, why: str, after: float = 0) -> None:
        super().__init__(why)
        self.after = after


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks an endpoint over one client."""

    client: httpx.AsyncClient
    endpoint: Endpoint
    limits: Limits

    async def about(self, text: str) -> list[Told]:
        """What it tells of a part of a text. Raises NoAnswer."""
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return await self._once(text)
            except NotNow as error:
                if attempt == self.limits.attempts:
                    raise
                await asyncio.sleep(self._pause(attempt, error.after))
        raise NoAnswer("it was not asked")

    def _pause(self, attempt: int, after: float) -> float:
        """Seconds; a little different each time, so that several replicas do not knock together."""
        own: float = self.limits.backoff * 2 ** (attempt - 1) * random.uniform(1, 1.5)
        return min(max(own, after), self.limits.longest_pause)

    async def _once(self, text: str) -> list[Told]:
        try:
            async with asyncio.timeout(self.limits.one_answer):
                body = await self._body(request(self.endpoint.model, text))
        except (TimeoutError, httpx.TimeoutException) as error:
            raise NotNow("it took too long") from error
        except httpx.TransportError as error:
            raise NotNow(f"the connection failed ({type(error).__name__})") from None  # its words may hold the key
        try:
            return read_answer(content_of(body))
        except Unreadable as error:
            raise NoAnswer("what it answered cannot be read") from error

    async def _body(self, asked: dict[str, Any]) -> bytes:
        headers = {"Accept-Encoding": "identity"}
        if self.endpoint.key:
            headers["Authorization"] = f"Bearer {self.endpoint.key}"
        async with self.client.stream("POST", self.endpoint.completions, json=asked, headers=headers) as answer:
            _check(answer)
            return await self._read(answer)

    async def _read(self, answer: httpx.Response) -> bytes:
        """The body as it was sent: one that is packed against our wish could unpack to any size."""
        body = bytearray()
        async for some in answer.aiter_raw():
            body += some
            if len(body) > self.limits.answer_bytes:
                raise NoAnswer(f"its answer is longer than {self.limits.answer_bytes} bytes")
        return bytes(body)


def request(model: str, text: str) -> dict[str, Any]:
    """The body of a request: the prompt, and the text as the whole of the next message."""
    said = [{"role": "system", "content": PROMPT}, {"role": "user", "content": text}]
    shape = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": schema()}}
    return {"model": model, "messages": said, "response_format": shape, "temperature": 0}


def content_of(body: bytes) -> str:
    """What the model said, out of the endpoint's envelope. Raises Unreadable."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(content, str):
        raise Unreadable
    return content


def _check(answer: httpx.Response) -> None:
    status = answer.status_code
    if status == TOO_MANY or status >= 500:
        raise NotNow(f"it answered {status}", _seconds(answer.headers))
    if status != httpx.codes.OK:
        raise NoAnswer(f"it answered {status}")
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise NoAnswer("its answer is packed")


def _seconds(headers: Mapping[str, str]) -> float:
    """What Retry-After asks for, when it names seconds."""
    asked = headers.get("Retry-After", "")
    return float(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0
