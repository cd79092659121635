"""Where things lie: shipped data, saved games and settings, in a checkout and in an installed copy alike.

Nothing is looked up at import and no folder is made here; whoever writes a file makes its folder.
`FOEDUS_USER_DIR` moves everything a user writes (saves and settings) into one folder: a class on a shared
disk, a test that must leave nothing behind.
"""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent
_USER_DIR = "FOEDUS_USER_DIR"


def assets_dir() -> Path:
    """The folder of crisis kinds, personalities, fonts and maps."""
    return _shipped("assets")


def scenarios_dir() -> Path:
    """The folder of the scenarios that come with the game."""
    return _shipped("scenarios")


def saves_dir() -> Path:
    """The folder of saved games: `saves/` in a checkout, else in the user's data. It may not exist yet."""
    chosen = os.environ.get(_USER_DIR)
    if chosen:
        return Path(chosen).expanduser() / "saves"
    checkout = _checkout()
    if checkout is not None:
        return checkout / "saves"
    from platformdirs import user_data_path

    return user_data_path("foedus", appauthor=False) / "saves"


def config_dir() -> Path:
    """The folder of the user's settings. It may not exist yet."""
    chosen = os.environ.get(_USER_DIR)
    if chosen:
        return Path(chosen).expanduser() / "config"
    from platformdirs import user_config_path

    return user_config_path("foedus", appauthor=False)


def _checkout() -> Path | None:
    """The source tree this package is run from; None for an installed copy."""
    root = _PACKAGE.parent
    carries_data = (_PACKAGE / "_data").is_dir()
    return root if not carries_data and (root / "pyproject.toml").is_file() else None


def _shipped(name: str) -> Path:
    """A folder of shipped data: beside the package in a checkout, inside it when installed."""
    checkout = _checkout()
    return (checkout if checkout is not None else _PACKAGE / "_data") / name
