"""One running cluster for the tests that do not break it, one fresh folder for those that do."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from nadzor.embedded import Cluster
from tests.postgres import temporary_cluster, temporary_folder


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    folder = temporary_folder()
    made = temporary_cluster(folder / "var")
    made.start()
    yield made
    made.stop()
    shutil.rmtree(folder)


@pytest.fixture
def folder() -> Iterator[Path]:
    made = temporary_folder()
    yield made
    shutil.rmtree(made)
