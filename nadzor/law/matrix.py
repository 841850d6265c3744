"""Tables of signatories: who may sign what, in which body, and whether the acting holder of the post may sign too."""

from collections.abc import Iterable
from dataclasses import dataclass

from nadzor.law.posts import Body, Post, in_order


@dataclass(frozen=True, slots=True)
class Signatories:
    """Posts that may sign, those of them whose acting holder may sign too, and the points, most specific first."""

    posts: tuple[Post, ...]
    acting: tuple[Post, ...]
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list of signatories: in these bodies these posts; `acting`: also who stands in for them."""

    norm: str
    bodies: tuple[Body, ...]
    posts: tuple[Post, ...]
    acting: bool = False


class List:
    """A plain list of signatories of one letter: whoever stands in a row of the body may sign."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.replace(rows)

    def replace(self, rows: Iterable[Row]) -> None:
        """Put other rows in the place of all rows and compile them."""
        self.rows = tuple(rows)
        self._answers = {body: self._compiled(body) for body in Body}

    def signatories(self, body: Body) -> Signatories:
        """Return who may sign in a body; no posts where the order names nobody there."""
        return self._answers[body]

    def _compiled(self, body: Body) -> Signatories:
        rows = [row for row in self.rows if body in row.bodies]
        posts = {post for row in rows for post in row.posts}
        acting = {post for row in rows if row.acting for post in row.posts}
        norms = dict.fromkeys(row.norm for row in rows or self.rows)
        return Signatories(in_order(body, posts), in_order(body, acting), tuple(norms))
