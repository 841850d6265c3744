"""Write `tests/norms.json`, which tests name which norms; with --check only say whether it is fresh."""

import subprocess
import sys
import tempfile
from pathlib import Path

INDEX = Path(__file__).parents[1] / "tests" / "norms.json"


def collect(target: Path) -> None:
    """Let pytest collect the tests and write the index. Ends the program where the collection fails."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "--norms-index", str(target)]
    done = subprocess.run(command, cwd=INDEX.parents[1], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def main() -> None:
    """Write or check the index."""
    if "--check" not in sys.argv[1:]:
        collect(INDEX)
        return
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "norms.json"
        collect(fresh)
        if not INDEX.exists() or fresh.read_text(encoding="utf-8") != INDEX.read_text(encoding="utf-8"):
            sys.exit("tests/norms.json is not what the tests say: run `make norms` and commit it")


if __name__ == "__main__":
    main()
