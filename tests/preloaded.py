"""What each process of `tests.forked` finds imported, and the templates of its pages read."""

from importlib import import_module

from learnt.web.render import templates

for module in (
    "anyio._backends._asyncio",
    "h11",
    "learnt.cli.serve",
    "learnt.cli.terminal.desk",
    "prompt_toolkit",
    "learnt.web.app",
    "learnt.web.kernels",
    "learnt.web.serving",
    "uvicorn.lifespan.off",
    "uvicorn.loops.asyncio",
    "uvicorn.protocols.http.h11_impl",
):
    import_module(module)
for name in templates().list_templates():
    templates().get_template(name)
