"""Asking an app without a server: each request stands alone, with the headers named and no more."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
from starlette.types import ASGIApp

Ask = Callable[..., httpx2.Response]
"""`ask("POST", "/path", headers=…, content=…)`; Host is localhost:7305 unless it is named."""


def knocking(app: ASGIApp, peer: str = "127.0.0.1") -> Ask:
    """A way to ask the app as the machine with the address `peer`. Redirects are not followed."""

    def ask(method: str = "GET", path: str = "/", **more: Any) -> httpx2.Response:
        async def once() -> httpx2.Response:
            transport = httpx2.ASGITransport(app=app, client=(peer, 5))
            async with httpx2.AsyncClient(
                transport=transport, base_url="http://localhost:7305"
            ) as client:
                client.headers.pop("accept")
                return await client.request(method, path, **more)

        return asyncio.run(once())

    return ask
