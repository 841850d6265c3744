"""Installs the newest bundle of dist/ in an empty folder without a network, runs it, asks its pages, stops it.

The network is taken away by a namespace of its own that holds nothing but a loopback: as root, or as a user who may
make one.
"""

import fcntl
import http.client
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 120
"""Seconds for the first start."""
PORT = 8000
PAGES = ("/", "/work/", "/healthz", "/readyz", "/api/v1/openapi.json")
_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 1  # of <linux/sockios.h> and <net/if.h>


def main() -> int:
    """Make the namespace and go on inside it. Returns the exit code."""
    if sys.argv[1:2] == ["inside"]:
        return inside(Path(sys.argv[2]))
    found = sorted((ROOT / "dist").glob("nadzor-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not found:
        print("There is no bundle in dist/: make bundle.", file=sys.stderr)
        return 1
    alone = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    again = [sys.executable, str(Path(__file__).resolve()), "inside", str(found[-1])]
    return subprocess.run([*alone, *again], check=False).returncode


def inside(archive: Path) -> int:
    """Install, run and ask, with a loopback as the only network."""
    raise_loopback()
    if routes := Path("/proc/net/route").read_text(encoding="ascii").splitlines()[1:]:
        print(f"There is a network here: {routes}", file=sys.stderr)
        return 1
    folder = Path(tempfile.mkdtemp(prefix="nadzor-bundle-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        return _try(archive, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _try(archive: Path, folder: Path) -> int:
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    (place,) = folder.iterdir()
    base = getattr(sys, "_base_executable", sys.executable)
    bare = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8", "NADZOR_LANG": "en"}
    began = time.monotonic()
    subprocess.run(["/bin/sh", str(place / "install.sh")], env={**bare, "PYTHON": base}, cwd=folder, check=True)
    size = sum(path.lstat().st_size for path in place.rglob("*"))
    print(f"installed in {time.monotonic() - began:.0f} s; {size / 1e6:.0f} MB on the disk")
    began = time.monotonic()
    user = os.environ.get("NADZOR_SERVER_USER", "nobody")  # no user is made on the machine
    program = subprocess.Popen(
        [str(place / ".venv" / "bin" / "nadzor"), "run", "--port", str(PORT)],
        env={**bare, "NADZOR_SERVER_USER": user},
        cwd=place,
        stdin=subprocess.DEVNULL,
    )
    try:
        while ask("/readyz") != 200:
            if program.poll() is not None or time.monotonic() - began > PATIENCE:
                print("The program did not become ready; what it told stands above.", file=sys.stderr)
                return 1
            time.sleep(0.2)
        print(f"ready after {time.monotonic() - began:.0f} s")
        answers = {page: ask(page) for page in PAGES}
        print(answers)
    finally:
        program.send_signal(signal.SIGINT)
        code = program.wait(PATIENCE)
    well = code == 0 and all(status in {200, 302} for status in answers.values())
    print("The bundle installs and runs without a network." if well else f"It ended with {code}: {answers}")
    return 0 if well else 1


def raise_loopback() -> None:
    """Switch the loopback of a fresh namespace on."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack("16sh14x", b"lo", 0)
        (flags,) = struct.unpack_from("h", fcntl.ioctl(any_socket, _FLAGS, asked), 16)
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", b"lo", flags | _UP))


def ask(page: str) -> int:
    """Return the status of a page; 0 when nobody answers."""
    link = http.client.HTTPConnection("127.0.0.1", PORT, timeout=10)
    try:
        link.request("GET", page)
        return link.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        link.close()


if __name__ == "__main__":
    sys.exit(main())
