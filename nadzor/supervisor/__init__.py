"""`nadzor run`: the database, the web server and the worker, started, watched and stopped as one program."""

from nadzor.supervisor.run import run

__all__ = ["run"]
