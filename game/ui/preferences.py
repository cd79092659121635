"""What a person has set about the window, kept in `preferences.toml` in the user's configuration folder.

A file that is missing, damaged or written by hand is never an obstacle: what cannot be used is left at its
default.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from game.paths import config_dir
from game.ui import theme
from game.ui.scene import Settings

NAME = "preferences.toml"
LONGEST = 1 << 16
"""Bytes beyond which a file of that name is not ours."""


def preferences_file() -> Path:
    """Where the settings are kept. Neither the file nor its folder need exist yet."""
    return config_dir() / NAME


def load_preferences() -> tuple[Settings, str]:
    """The settings as kept, and a sentence about what could not be used; empty when there is nothing to say."""
    where = preferences_file()
    try:
        with open(where, "rb") as file:
            kept = tomllib.loads(file.read(LONGEST).decode("utf-8-sig"))
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"The settings could not be read ({_reason(error)}); the usual ones are used."
    except (ValueError, RecursionError):
        return Settings(), "The file of settings is damaged; the usual ones are used."
    settings, wrong = Settings(), []
    for field in fields(Settings):
        if field.name in kept:
            value = _usable(field.name, kept[field.name])
            if value is None:
                wrong.append(field.name)
            else:
                setattr(settings, field.name, value)
    if not wrong:
        return settings, ""
    names = ", ".join(name.replace("_", " ") for name in wrong)
    return settings, f"Some settings could not be used and are as usual: {names}."


def save_preferences(settings: Settings) -> str:
    """Keep the settings; a sentence when that failed, else empty. The old file stays whole until the new one
    is."""
    where = preferences_file()
    lines = ["# Settings of the window; the program writes this file anew whenever one is changed."]
    for field in fields(Settings):
        value = getattr(settings, field.name)
        lines.append(f"{field.name} = {str(value).lower() if isinstance(value, bool) else f'{value:.2f}'}")
    draft = where.with_name(f"{NAME}.new")
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
        os.replace(draft, where)
    except OSError as error:
        return f"The settings could not be kept: {_reason(error)}."
    return ""


def _usable(name: str, value: Any) -> Any:
    """The value as a setting; `None` when it is not of the right kind or out of range."""
    if name != "ui_scale":
        return value if isinstance(value, bool) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if theme.SCALE_LEAST <= value <= theme.SCALE_MOST else None


def _reason(error: OSError) -> str:
    return (error.strerror or "input/output error").lower()
