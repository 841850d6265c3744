"""What the tests of this folder share."""

import os
import subprocess

from nadzor.embedded import Cluster

STRANGER = 64999
"""A user id that nobody on the machine has."""

as_root = {"reason": "another user can only be played by root"}


def ask(cluster: Cluster, statement: str, *, superuser: bool = False) -> str:
    """Return what psql prints for a statement."""
    command = [cluster.binary("psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement]
    environment = cluster.environment(superuser=superuser)
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def is_root() -> bool:
    return os.geteuid() == 0
