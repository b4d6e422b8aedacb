"""Listens to browser contexts for what must not happen on any page."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, WebError

_REPORTS = """
addEventListener("securitypolicyviolation", event =>
    console.error("CSP refused", event.violatedDirective, event.blockedURI, event.sample));
"""

_NO_FAULT = ("htmx:sendAbort", "htmx:afterRequest")
"""A tick that comes while another is weighed takes its place; htmx tells of both."""


@dataclass
class Watch:
    """Errors in the console or in a script, refusals by CSP, dialogs, requests to elsewhere."""

    wrong: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=lambda: list(_NO_FAULT))
    """Parts of messages that are no fault: what a test does on purpose."""

    def over(self, context: BrowserContext) -> None:
        """Begin to listen."""
        context.add_init_script(_REPORTS)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("dialog", self._dialog)
        context.on("request", self._request)

    def expect(self, *parts: str) -> None:
        """From now on, messages with these parts are no fault."""
        self.expected += parts

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"{message.type} on {message.page and message.page.url}: {message.text}")

    def _error(self, error: WebError) -> None:
        self._note(f"error in a script: {error.error}")

    def _dialog(self, dialog: Dialog) -> None:
        self._note(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:image/", "blob:")):
            self._note(f"a request to elsewhere: {request.url}")

    def _note(self, what: str) -> None:
        if not any(part in what for part in self.expected):
            self.wrong.append(what)
