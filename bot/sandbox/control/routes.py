"""The routes under /control/…: JSON in, JSON out, and mistakes explained."""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.control.directory import Directory
from bot.sandbox.control.duties import DUTIES
from bot.sandbox.groups import NotThere

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox


def control_routes(sandbox: Sandbox) -> list[Route]:
    """The routes of the control API: POST with JSON, or GET with a query."""
    directory = Directory(sandbox)

    async def serve(request: Request) -> Response:
        asked = dict(request.query_params)
        duty = DUTIES.get(request.path_params["duty"])
        if duty is None:
            return _wrong(404, f"there are: {', '.join(DUTIES)}")
        try:
            asked |= await request.json() if request.method == "POST" else {}
            done = duty(directory, asked)
            return JSONResponse(await done if isawaitable(done) else done)
        except KeyError as error:
            return _wrong(400, f"{error.args[0]!r} is missing, or is nothing that can be asked for")
        except (LookupError, NotThere, ValueError, TypeError) as error:
            return _wrong(400, str(error))
        except TimeoutError as error:
            return _wrong(408, str(error))

    return [Route("/control/{duty}", serve, methods=["GET", "POST"])]


def _wrong(code: int, why: str) -> Response:
    return JSONResponse({"error": why}, status_code=code)
