"""Par as a scenario ships it: the tables of a batch as TOML, put into a scenario file in the place of those it had."""

from __future__ import annotations

from typing import Any

MARK = "# Par: "
"""How the block begins in a file, so that it is found again."""


def par_toml(batch: dict[str, Any], level: str) -> str:
    """The tables `[par.SEAT]` of a batch, in permille of the points there are."""
    seeds = [game["seed"] for game in batch["games"]]
    played = f"{len(seeds)} games, seeds {seeds[0]} to {seeds[-1]}, rules {batch['rules_version']}"
    lines = [f"{MARK}what AI nations of level {level} got from each seat in {played}."]
    for name, found in batch["par"].items():
        marks = "".join(f"p{at} = {found[f'p{at}']}\n" for at in (10, 50, 90))
        lines.append(f"[par.{name}]\nmean = {round(found['mean'])}\n{marks}")
    return "\n".join(lines)


def with_par(text: str, block: str) -> str:
    """A scenario's text with this par at its end, and none of the par it had."""
    kept: list[str] = []
    inside = False
    for line in text.splitlines():
        start = line.strip()
        if start.startswith((MARK, "[par.", "[par]")):
            inside = True
        elif start.startswith("[") or (start.startswith("#") and inside):
            inside = False
        if not inside:
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n\n" + block
