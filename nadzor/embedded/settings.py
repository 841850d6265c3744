"""The server's own settings: whole on disk before an answer, closed to the network, silent about people's data."""

import os
from collections.abc import Mapping
from pathlib import Path

MEGABYTE = 1024 * 1024

ACCESS = """\
# Written anew at every start. Passwords for everybody, and no network at all.
local all all scram-sha-256
local replication all scram-sha-256
"""


def memory_mb() -> int:
    """Return the memory of the machine in megabytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MEGABYTE


def server_settings(sockets: Path, log: Path, memory: int) -> dict[str, str]:
    """Return the settings for a machine with so many megabytes of memory."""
    return {
        "listen_addresses": "",
        "unix_socket_directories": str(sockets),
        "unix_socket_permissions": "0700",
        "port": "5432",
        "max_connections": "100",
        "password_encryption": "scram-sha-256",
        "shared_buffers": f"{max(32, min(256, memory // 4))}MB",
        "effective_cache_size": f"{max(128, memory // 2)}MB",
        "work_mem": "8MB",
        "maintenance_work_mem": f"{max(32, min(256, memory // 16))}MB",
        "random_page_cost": "1.1",
        "jit": "off",
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "wal_compression": "off",
        "max_wal_size": "1GB",
        "autovacuum": "on",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "datestyle": "iso, ymd",
        "default_text_search_config": "pg_catalog.russian",
        "logging_collector": "on",
        "log_directory": str(log),
        "log_filename": "postgresql-%a.log",  # seven files, each written over a week later
        "log_truncate_on_rotation": "on",
        "log_rotation_age": "1d",
        "log_rotation_size": "0",
        "log_file_mode": "0600",
        "log_line_prefix": "%m [%p] ",
        # a failed statement and its values may hold data of people: the log tells the fault alone
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_parameter_max_length": "0",
    }


def as_text(settings: Mapping[str, str]) -> str:
    """Return the settings as the server's file, ending with the operator's own."""
    rows = [f"{name} = '{value.replace(chr(39), chr(39) * 2)}'" for name, value in settings.items()]
    head = "# Written anew at every start. Your own settings belong into nadzor.local.conf beside this file."
    return "\n".join([head, *rows, "include_if_exists = 'nadzor.local.conf'"])
