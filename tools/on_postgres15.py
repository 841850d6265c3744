"""The tests that use a database, on a temporary server of the machine's own PostgreSQL 15. `make test-pg15`.

Arguments are given on to pytest instead of the list of folders; NADZOR_TEST_LOCALE names the server's locale (C.UTF-8,
en_US.UTF-8, …: one that the machine has). Without the programs of PostgreSQL 15 it says so and
ends with 0: continuous integration runs it where they are.
"""

import os
import socket
import subprocess
import sys

from tests.postgres import WITHOUT_15, postgres_15, server_15

WITHOUT_DATABASE = (
    *("tests/law", "tests/test_cli_ask.py"),
    *("tests/embedded", "tests/cli", "tests/supervisor", "tests/faults"),
    "tests/browser",
    *("tests/workplace/test_languages.py", "tests/workplace/test_own_host.py"),
    *("tests/papers", "tests/accounts", "tests/oidc", "tests/web"),
)
"""Left out: they ask the law alone, bring the embedded server along, look at pages for minutes, or have no SQL of ours:
papers, accounts, sign-in by a provider, addresses."""


def main() -> int:
    """Return the exit code of pytest; 0 where there is no PostgreSQL 15."""
    if postgres_15() is None:
        print(f"Left out: {WITHOUT_15}.")
        return 0
    what = sys.argv[1:] or ["tests", *(f"--ignore={path}" for path in WITHOUT_DATABASE)]
    with server_15(_free_port(), locale=os.environ.get("NADZOR_TEST_LOCALE", "C.UTF-8")) as server:
        print(f"PostgreSQL {server.sql('SHOW server_version')}, {server.sql('SHOW lc_collate')}", flush=True)
        environment = {**os.environ, "DATABASE_URL": server.dsn()}
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *what], env=environment, check=False
        ).returncode


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
