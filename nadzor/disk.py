"""Files that must outlive a lost current."""

import os
from pathlib import Path


def fsync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk: a file just renamed is not safe before. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
