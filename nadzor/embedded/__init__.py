"""The embedded PostgreSQL and the data folder: made, started, watched and stopped by the program itself.

What stands where, under the data folder (`NADZOR_DATA`, default `var/`):

    nadzor.json      the mark of our folder: its format, its id, the major version of its database
    lock             held (flock) by the process that runs the database
    secrets/         passwords of the two database roles, mode 0600
    postgres/        belongs to the user who runs the server: data/ (the cluster), log/ (seven days), run/ (the socket)

**Whom it belongs to.** Started by an ordinary user, everything is that user's. Started as root, PostgreSQL refuses to
run, so an unprivileged system user is chosen (`nadzor`, made when missing; `NADZOR_SERVER_USER` names another):

1. When that user can reach Python, the program and the folder's parent (a checkout under /opt or /srv), the data
   folder is given to it and **the whole program becomes that user**.
2. Otherwise (a checkout or a Python under /root, which is closed to others, and stays so) only the server becomes that
   user, and the rest stays root: root can always read its own program. The data folder is then root's, mode 0710, so
   that the server can pass through it to `postgres/` and can neither list nor read the rest. When it cannot pass at
   all, `postgres/` is a link to a folder in /var/lib/nadzor; when it cannot reach the binaries, they are copied there.

Nothing above the data folder is ever chmodded or chowned.
"""

from nadzor.embedded.cluster import Cluster
from nadzor.embedded.folder import DataFolder
from nadzor.embedded.refusals import EmbeddedRefusal

__all__ = ["Cluster", "DataFolder", "EmbeddedRefusal"]
