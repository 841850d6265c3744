"""Who runs the server: ourselves, or, started as root, an unprivileged user. The package's docstring says when."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypedDict

from nadzor.embedded import refusals
from nadzor.embedded.refusals import EmbeddedRefusal

SYSTEM_USER = "nadzor"


class SpawnAs(TypedDict, total=False):
    """Arguments of `subprocess` that start a child as somebody else."""

    user: int
    group: int
    extra_groups: list[int]


class Owner(NamedTuple):
    """A user of the machine."""

    uid: int
    gid: int
    name: str

    def spawn(self) -> SpawnAs:
        """Return how to start a child as this user; nothing when we are this user already."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    @contextmanager
    def acting(self) -> Iterator[None]:
        """Do the block's file work as this user: what is made is theirs, and no link leads root astray."""
        if self.uid == os.geteuid():
            yield
            return
        mask = os.umask(0o077)
        group = os.getegid()
        os.setegid(self.gid)
        os.seteuid(self.uid)
        try:
            yield
        finally:
            os.seteuid(0)
            os.setegid(group)
            os.umask(mask)

    def can(self, command: list[str]) -> bool:
        """Tell whether a command, run as this user from the root folder, succeeds."""
        try:
            done = subprocess.run(  # noqa: S603
                command, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, check=False, **self.spawn()
            )
        except OSError:
            return False
        return done.returncode == 0

    def can_enter(self, folder: Path) -> bool:
        """Tell whether this user can pass through a folder that exists."""
        return self.can(["/bin/sh", "-c", 'cd -- "$1"', "sh", str(folder)])


def owner_of(uid: int) -> Owner:
    """Return the user of a number, named or not."""
    try:
        row = pwd.getpwuid(uid)
    except KeyError:
        return Owner(uid, uid, str(uid))
    return Owner(uid, row.pw_gid, row.pw_name)


def unprivileged() -> Owner:
    """Return whom root becomes, making the system user when it is missing. Raises EmbeddedRefusal when it cannot."""
    name = os.environ.get("NADZOR_SERVER_USER", SYSTEM_USER)
    found = _by_name(name)
    useradd = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None and useradd:
        command = [useradd, "--system", "--user-group", "--no-create-home", "--home-dir", "/var/lib/nadzor"]
        subprocess.run(  # noqa: S603
            [*command, "--shell", "/usr/sbin/nologin", name], capture_output=True, check=False
        )
        found = _by_name(name)
    if found is None or found.uid == 0:
        raise EmbeddedRefusal(refusals.no_user(name))
    return found


def _by_name(name: str) -> Owner | None:
    try:
        row = pwd.getpwnam(name)
    except KeyError:
        return None
    return Owner(row.pw_uid, row.pw_gid, row.pw_name)


def server_owner(home: Path) -> Owner:
    """Return who runs the server of a folder: ourselves; for root the folder's owner, or the system user."""
    if os.geteuid() != 0:
        return owner_of(os.geteuid())
    if home.exists() and home.stat().st_uid != 0:
        return owner_of(home.stat().st_uid)
    return unprivileged()


def give(folder: Path, owner: Owner) -> None:
    """As root, give the data folder and root's own files in it to a user. Links and hard-linked files are left."""
    os.chown(folder, owner.uid, owner.gid, follow_symlinks=False)
    folder.chmod(0o700)
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not (Path(here) / name).is_symlink()]
        for path in (Path(here) / name for name in (*folders, *files)):
            stat = path.lstat()
            if stat.st_uid == 0 and not path.is_symlink() and (path.is_dir() or stat.st_nlink == 1):
                os.chown(path, owner.uid, owner.gid, follow_symlinks=False)
