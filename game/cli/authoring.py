"""Commands for those who write scenarios: check a file, begin one, print the schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from game.cli.shared import FOUND, USE, count, fail, scenario_named, text_of


def check(files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Scenario files.")]) -> None:
    """Report every problem of scenario files, with line, column and a suggestion.

    Example: foedus check scenarios/nato-1949-class.toml
    """
    from game.scenario import check as check_file

    errors = warnings = unread = 0
    for file in files:
        try:
            findings = check_file(file)
        except OSError as error:
            why = "is a folder; name the scenario files in it" if file.is_dir() else ""
            why = why or ("cannot be found" if not file.exists() else f"cannot be read: {error.strerror}")
            print(f"{file} {why}.", file=sys.stderr)
            unread += 1
            continue
        for finding in findings:
            print(finding)
            if finding.severity == "error":
                errors += 1
            else:
                warnings += 1
    if unread < len(files):
        print(f"{count(errors, 'error')}, {count(warnings, 'warning')}")
    if unread:
        raise typer.Exit(USE)
    if errors:
        raise typer.Exit(FOUND)


def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
    source: Annotated[str | None, typer.Option("--from", help="Begin from a scenario instead.")] = None,
) -> None:
    """Write a small, commented, playable scenario to start from.

    Example: foedus new atlantis.toml
    """
    from game.scenario import find, new_text

    try:
        text = new_text() if source is None else text_of(find(source))
        if source is not None:
            scenario_named(source)
        with open(file, "x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        fail(f"{file} exists already and is not replaced; give another name.")
    except OSError as error:
        fail(
            str(error)
            if source is not None and error.strerror is None
            else f"{file} cannot be written: {error.strerror}."
        )
    print(f"Wrote {file}; `foedus check {file}` and `foedus watch {file}` go on from here.")


def schema() -> None:
    """Print the JSON Schema of scenario files, for editors to complete and check by.

    Example: foedus schema > foedus.schema.json
    """
    import json

    from game.scenario import schema as make

    print(json.dumps(make(), indent=2, ensure_ascii=False))
