"""The Bot API over HTTP: who may ask, which method is meant, and what goes wrong on the way."""

from __future__ import annotations

import asyncio
import hmac
from contextlib import suppress
from inspect import isawaitable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.faults import Fault
from bot.sandbox.flood import COUNTED
from bot.sandbox.line import Exchange
from bot.sandbox.methods import BY_LOWER_NAME, METHODS
from bot.sandbox.mishaps import NOT_CARRIED_OUT, befall
from bot.sandbox.parameters import Parameters, read_parameters
from bot.sandbox.refusals import (
    BAD_GATEWAY,
    NO_SUCH_METHOD,
    SERVER_ERROR,
    TOO_MANY_REQUESTS,
    UNAUTHORIZED,
    Refusal,
)
from bot.sandbox.world import Call, World


class Server:
    """Answers calls on one world. `exchange` is the wire it hangs on, for breaking it."""

    def __init__(self, world: World, more_routes: list[Route]) -> None:
        self.world = world
        self.app = Starlette(
            routes=[
                *more_routes,
                Route("/bot{token}/{method}", self.call, methods=["GET", "POST"]),
                Route("/file/bot{token}/{path:path}", self.file),
            ],
            exception_handlers={404: _not_found},
        )
        self.exchange = Exchange(self.app)

    async def call(self, request: Request) -> Response:
        """One call of one method."""
        token, method = request.path_params["token"], request.path_params["method"]
        if not self._is_token(token):
            return _refused(Refusal(UNAUTHORIZED))
        name = BY_LOWER_NAME.get(method.lower())
        if name is None:
            return _refused(Refusal(NO_SUCH_METHOD))
        try:
            body = await request.body()
            asked = read_parameters(request.url.query, request.headers.get("content-type", ""), body)
        except Refusal as refusal:
            return _refused(refusal)
        return await self._answered(request, name, asked)

    async def _answered(self, request: Request, name: str, asked: Parameters) -> Response:
        call = Call(name, asked.logged(), self.world.clock())
        is_poll = name == "getUpdates"
        if not is_poll:
            self.world.calls.append(call)
            self.world.activity.calls += 1
        try:
            return await self._carried_out(request, call, asked)
        finally:
            if not is_poll:
                self.world.activity.calls -= 1
                self.world.stir()

    async def _carried_out(self, request: Request, call: Call, asked: Parameters) -> Response:
        fault = self.world.fate.of(call.method)
        call.fault = fault.value if fault else None
        if fault in NOT_CARRIED_OUT:
            return await self._failed(request, call, fault)
        if fault:
            befall(self.world, asked, fault)
        call.answer, code = await self._result(request, call.method, asked)
        self.world.changes.ring()
        return await self._sent_back(request, call, code, fault)

    async def _result(self, request: Request, method: str, asked: Parameters) -> tuple[dict[str, Any], int]:
        try:
            self._check_flood(method, asked)
            result = METHODS[method](self.world, asked)
            if isawaitable(result):
                result = await _unless_gone(request, result)
            return {"ok": True, "result": result}, 200
        except Refusal as refusal:
            return refusal.body, refusal.code

    def _check_flood(self, method: str, asked: Parameters) -> None:
        chat = asked.text("chat_id")
        if self.world.gate and method.lower() in COUNTED and chat.lstrip("-").isdigit():
            self.world.gate.pass_through(int(chat))

    async def _failed(self, request: Request, call: Call, fault: Fault | None) -> Response:
        """The call is not carried out."""
        seconds = self.world.fate.faults.retry_after
        match fault:
            case Fault.TOO_MANY_REQUESTS:
                refusal = Refusal(TOO_MANY_REQUESTS, seconds=seconds, parameters={"retry_after": seconds})
            case Fault.SERVER_ERROR:
                refusal = Refusal(SERVER_ERROR)
            case Fault.BAD_GATEWAY:
                return _bad_gateway()
            case _:
                return self._broken_off(request)
        call.answer = refusal.body
        return _refused(refusal)

    async def _sent_back(self, request: Request, call: Call, code: int, fault: Fault | None) -> Response:
        """The call is carried out; now the answer has to arrive."""
        match fault:
            case Fault.RESET_AFTER:
                return self._broken_off(request)
            case Fault.BAD_GATEWAY_AFTER:
                return _bad_gateway()
            case Fault.TIMEOUT_AFTER_DELIVERY:
                await _hung_up(request, self.world.fate.faults.late_seconds)
            case Fault.SLOW:
                await _hung_up(request, self.world.fate.faults.slow_seconds)
        return JSONResponse(call.answer, status_code=code)

    def _broken_off(self, request: Request) -> Response:
        if request.client:
            self.exchange.break_off((request.client.host, request.client.port))
        return Response()

    async def file(self, request: Request) -> Response:
        """A file that somebody sent."""
        if not self._is_token(request.path_params["token"]):
            return _refused(Refusal(UNAUTHORIZED))
        file = self.world.files.at(request.path_params["path"])
        if file is None:
            return _refused(Refusal(NO_SUCH_METHOD))
        return Response(file.data, media_type="application/octet-stream")

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self.world.token.encode())


async def _unless_gone(request: Request, result: Any) -> Any:
    """Waits for a result, and stops when the asker has hung up: nobody is there to take it."""
    working, gone = asyncio.ensure_future(result), asyncio.ensure_future(_hung_up(request))
    try:
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
        return await working if working.done() else []
    finally:
        for task in (working, gone):
            task.cancel()


async def _hung_up(request: Request, seconds: float | None = None) -> None:
    """Waits until the asker hangs up, or for so many seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            while (await request.receive())["type"] != "http.disconnect":
                pass


def _refused(refusal: Refusal) -> Response:
    return JSONResponse(refusal.body, status_code=refusal.code)


def _bad_gateway() -> Response:
    page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
    return Response(page, status_code=BAD_GATEWAY.code, media_type="text/html")


async def _not_found(request: Request, error: Exception) -> Response:
    return _refused(Refusal(NO_SUCH_METHOD))
