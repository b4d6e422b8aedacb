"""The keyboard: a line that is typed, or one key that is pressed."""

from contextlib import suppress
from enum import Enum, auto

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output


class Key(Enum):
    """Keys that are no characters, and wishes that come by key."""

    ENTER = auto()
    UP = auto()
    DOWN = auto()
    BACK = auto()
    UNDO = auto()
    STOP = auto()


STOP, UNDO = Key.STOP, Key.UNDO

_NAMED = {
    Keys.Enter: Key.ENTER,
    Keys.ControlJ: Key.ENTER,
    Keys.Up: Key.UP,
    Keys.Down: Key.DOWN,
    Keys.Backspace: Key.BACK,
    Keys.Left: Key.BACK,
    Keys.Escape: Key.BACK,
    Keys.ControlZ: Key.UNDO,
    Keys.ControlC: Key.STOP,
    Keys.ControlD: Key.STOP,
}


class Keyboard:
    """Reads what the learner does. `line` holds the focus; `key` takes a single press.

    `source` and `sink` replace the terminal's own, in tests.
    """

    def __init__(self, source: Input | None = None, sink: Output | None = None) -> None:
        self._line: PromptSession[str | Key] = PromptSession(input=source, output=sink)
        self._key: PromptSession[str | Key] = PromptSession(
            input=source, output=sink, key_bindings=_any_key(), erase_when_done=True
        )

    def line(self, begun: str = "") -> str | Key:
        """A typed line, which may be `begun`; Space or Enter on the empty one is only thought ("").

        `Key.UNDO` for Ctrl-Z where nothing else was typed, `Key.STOP` for Ctrl-C and Ctrl-D.
        """
        sign = FormattedText([("bold", "› ")])
        try:
            return self._line.prompt(sign, default=begun, key_bindings=_on_line(begun))
        except (EOFError, KeyboardInterrupt):
            return STOP

    def key(self) -> str | Key:
        """The next key: a character, or one of `Key`; Space is `Key.ENTER`."""
        try:
            return self._key.prompt("")
        except (EOFError, KeyboardInterrupt):
            return STOP

    def forget_what_waits(self) -> None:
        """Drop keys that came before their question was on the screen.

        A terminal may paste several lines as if they were typed: the first is the answer, and
        the rest must not rate it.
        """
        clear_typeahead(self._line.app.input)
        clear_typeahead(self._key.app.input)
        try:
            import termios
        except ImportError:  # Windows has no such thing
            return
        with suppress(termios.error, OSError, ValueError):  # nor has a pipe, in tests
            termios.tcflush(self._key.app.input.fileno(), termios.TCIFLUSH)


def _on_line(begun: str) -> KeyBindings:
    bindings = KeyBindings()

    @Condition
    def nothing_typed() -> bool:
        return not get_app().current_buffer.text

    @bindings.add(" ", filter=nothing_typed)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result="")

    @Condition
    def as_it_was() -> bool:
        return get_app().current_buffer.text in ("", begun)

    @bindings.add(Keys.ControlZ, filter=as_it_was)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=UNDO)

    @bindings.add(Keys.ControlZ, filter=~as_it_was)
    def _(event: KeyPressEvent) -> None:
        """What is being typed must not be lost for an answer before it: undo the typing."""
        event.current_buffer.undo()

    return bindings


def _any_key() -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Key.ENTER if event.data == " " else event.data)

    for named, key in _NAMED.items():

        @bindings.add(named, eager=named is Keys.Escape)
        def _(event: KeyPressEvent, key: Key = key) -> None:
            event.app.exit(result=key)

    @bindings.add(Keys.BracketedPaste)
    def _(_event: KeyPressEvent) -> None:
        """A paste is never taken for key presses: it must not rate a card."""

    return bindings
