"""The command line: one thin function a command. What is heavy is imported where it is needed."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import typer

from game.cli.authoring import check, new, schema
from game.cli.batches import history, simulate
from game.cli.kept import replay, shot
from game.cli.playing import main_window, play, watch
from game.cli.shared import INTERRUPTED, USE


def commands() -> typer.Typer:
    """The table of commands, in the order in which `--help` lists them."""
    app = typer.Typer(
        name="foedus",
        help="Foedus: treaties, exercises and crises among nations. Without a command, opens the window.",
        add_completion=False,
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(main_window)
    for command in (play, watch, check, new, schema, simulate, history, replay, shot):
        app.command()(command)
    return app


def main() -> None:
    """The entry point `foedus`: runs a command, and turns bad use into one plain sentence and exit code 2."""
    # pygame otherwise greets on stdout, which belongs to commands.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        code = commands()(standalone_mode=False)
        # Typer makes a code of Ctrl-C, in some versions an exception.
        _end(code if isinstance(code, int) else 0)
    except typer.TyperException as error:
        message = error.format_message().strip().replace("\n", " ")
        print(message if message.endswith((".", "?", ")")) else f"{message}.", file=sys.stderr)
        sys.exit(USE)
    except typer.Exit as error:
        _end(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        _end(INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe has gone; there is nobody left to tell.
        sys.stderr.close()
        sys.exit(0)


def _end(code: int) -> NoReturn:
    if code == INTERRUPTED:
        print("Stopped.", file=sys.stderr)
    sys.exit(code)
