"""Files are found in a checkout and in an installed copy alike, and a user's files can be moved as one."""

from pathlib import Path

import pytest

from game import paths


def test_a_checkout_uses_its_own_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOEDUS_USER_DIR")
    root = Path(paths.__file__).parent.parent
    assert (paths.assets_dir(), paths.scenarios_dir()) == (root / "assets", root / "scenarios")
    assert paths.saves_dir() == root / "saves"
    assert root not in paths.config_dir().parents


def test_an_installed_copy_carries_its_data_and_saves_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("FOEDUS_USER_DIR")
    package = tmp_path / "site-packages" / "game"
    (package / "_data").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.assets_dir() == package / "_data" / "assets"
    assert paths.scenarios_dir() == package / "_data" / "scenarios"
    assert tmp_path not in paths.saves_dir().parents
    assert paths.saves_dir().name == "saves"


def test_everything_a_user_writes_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FOEDUS_USER_DIR", str(tmp_path))
    assert paths.saves_dir() == tmp_path / "saves"
    assert paths.config_dir() == tmp_path / "config"
    assert list(tmp_path.iterdir()) == [], "asking makes no folder"
