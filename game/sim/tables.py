"""A batch's results for people and for other programs: a table on the terminal, JSON, CSV."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any


def write_json(path: Path, batch: dict[str, Any]) -> None:
    """Every number of a batch, in the fixed shape."""
    path.write_text(json.dumps(batch, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_csv(path: Path, batch: dict[str, Any]) -> None:
    """A row for each nation of each game."""
    columns = [
        "seed",
        "digest",
        "nation",
        "score",
        "standing",
        "security",
        "autonomy",
        "support",
        "influence",
    ]
    columns += ["trust_in", "treaties", "wars", "pledges_called", "pledges_honoured", "stability"]
    with open(path, "w", encoding="utf-8", newline="") as out:
        rows = csv.DictWriter(out, columns)
        rows.writeheader()
        for game in batch["games"]:
            for name, nation in game["nations"].items():
                mine = [treaty for treaty in game["treaties"] if name in treaty["parties"] and not treaty["ended"]]
                rows.writerow(
                    {
                        **{column: game[column] for column in columns if column in game},
                        **nation,
                        "nation": name,
                        "treaties": len(mine),
                    }
                )


def summary_table(batch: dict[str, Any]) -> str:
    """Who does how well, and what becomes of promises and peace."""
    games = batch["games"]
    number = len(games)
    lines = [
        f"{batch['scenario']}: {number} game{'' if number == 1 else 's'}, rules {batch['rules_version']}",
        "",
    ]
    lines.append(
        f"{'seat':<10}{'score':>7}{'p10':>6}{'p50':>6}{'p90':>6}{'security':>10}{'autonomy':>10}{'support':>9}"
    )
    for name, par in batch["par"].items():
        mean = {
            key: sum(game["nations"][name][key] for game in games) / number
            for key in ("security", "autonomy", "support")
        }
        lines.append(
            f"{name:<10}{par['mean'] / 10:>7.1f}{par['p10'] / 10:>6.0f}{par['p50'] / 10:>6.0f}{par['p90'] / 10:>6.0f}"
            f"{mean['security']:>10.1f}{mean['autonomy']:>10.1f}{mean['support']:>9.1f}"
        )
    called = sum(game["pledges_called"] for game in games)
    kept = sum(game["pledges_honoured"] for game in games)
    honoured = f", {100 * kept / called:.0f} % honoured" if called else ""
    lines += [
        "",
        (
            f"proposals {sum(g['proposals'] for g in games) / number:.1f} a game, "
            f"countered {sum(g['countered'] for g in games) / number:.1f}, "
            f"signed {sum(g['signed'] for g in games) / number:.1f}"
        ),
        f"pledges called {called / number:.1f} a game{honoured}",
        (
            f"wars {sum(g['wars'] for g in games) / number:.2f} a game; "
            f"stability at the end {sum(g['stability'] for g in games) / number:.1f}"
        ),
    ]
    lines += ["", "treaties signed most often:"]
    counts: dict[str, int] = {}
    for game in games:
        for treaty in game["treaties"]:
            if treaty["since"] > 0:
                key = "-".join(treaty["parties"]) + ": " + ", ".join(treaty["clauses"])
                counts[key] = counts.get(key, 0) + 1
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:8]:
        lines.append(f"{count:>5}  {key}")
    if not counts:
        lines.append("       none")
    return "\n".join(lines)
