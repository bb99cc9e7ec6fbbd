"""One app: the letterbox, where there is a webhook, and what those who watch over the bot ask for."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.health import Health
from bot.web.letterbox import Letterbox
from bot.web.metrics import Metrics


def site(health: Health, metrics: Metrics, letterbox: Letterbox | None = None) -> ASGIApp:
    """The app. Without a letterbox nothing can be posted to it."""
    routes = [
        Route("/healthz", health.healthz),
        Route("/readyz", health.readyz),
        Route("/readyz/database", health.database),
        Route("/metrics", metrics.metrics),
    ]
    if letterbox:
        routes.append(Route("/{anywhere:path}", letterbox.take, methods=["POST"]))
    return _hanging_up(Starlette(routes=routes, exception_handlers={HTTPException: _refused}))


async def _refused(_: Request, error: Exception) -> Response:
    """A number and no words: whoever is refused learns nothing."""
    assert isinstance(error, HTTPException)
    return Response(status_code=error.status_code, headers=error.headers)


def _hanging_up(app: ASGIApp) -> ASGIApp:
    """Closes the connection after every answer but that to a delivery: a body that nobody reads must not arrive."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_and_close(message: Message) -> None:
            if message["type"] == "http.response.start" and not _taken(scope, message):
                message["headers"] = [*message["headers"], (b"connection", b"close")]
            await send(message)

        await app(scope, receive, send_and_close)

    return answer


def _taken(scope: Scope, message: Message) -> bool:
    return bool(scope["method"] == "POST" and message["status"] == 200)
