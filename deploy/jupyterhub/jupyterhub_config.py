# A JupyterHub for one machine: real accounts, nbgrader's exchange, formgrader for
# instructors. See README.md beside this file; start it as root in a folder of its own:
#
#     jupyterhub --config /path/to/deploy/jupyterhub/jupyterhub_config.py

import grp
import os
import pwd
import sys
from pathlib import Path

from jupyterhub.spawner import Spawner

c = get_config()  # noqa: F821  (jupyterhub puts it here)

HERE = Path(__file__).resolve().parent
EXCHANGE = os.environ.get("NNBYHAND_EXCHANGE", "/srv/nbgrader/exchange")

# A course for each line: its name in the exchange, the group that takes it, the group
# that teaches it, and the folder of its gradebook in an instructor's home.
COURSES = [
    ("nnbyhand", "nnbyhand-students", "nnbyhand-instructors", "nnbyhand"),
]

# Only this machine: put a web server with TLS in front, or set ssl_key and ssl_cert.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"

# The passwords of the machine. Only members of a course's groups may log in.
c.JupyterHub.authenticator_class = "pam"
c.LocalAuthenticator.allowed_groups = {
    name for course in COURSES for name in course[1:3]
}

# A server for each person under the person's own account: files, processes and the
# name in the gradebook are those of the account.
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.default_url = "/lab"
c.Spawner.notebook_dir = "~"
# with the programs of this environment first: nbgrader starts some by their names
c.Spawner.environment = {
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath])
}


def groups_of(user: str) -> set[str]:
    """Name the groups of an account."""
    numbers = os.getgrouplist(user, pwd.getpwnam(user).pw_gid)
    return {grp.getgrgid(number).gr_name for number in numbers}


def prepare(spawner: Spawner) -> None:
    """Give a server the settings of its person: student, or instructor of a course."""
    user = spawner.user.name
    groups = groups_of(user)
    teaches = [course for course in COURSES if course[2] in groups]
    takes = [course for course in COURSES if course[1] in groups]
    if not teaches and not takes:
        raise PermissionError(f"{user} is in no group of a course")
    home = Path(pwd.getpwnam(user).pw_dir)
    name, _students, _instructors, folder = (teaches or takes)[0]
    settings = [HERE / "all"] if teaches else [HERE / "all", HERE / "student"]
    spawner.environment = {
        **spawner.environment,
        "JUPYTER_CONFIG_PATH": os.pathsep.join(map(str, settings)),
        "NNBYHAND_EXCHANGE": EXCHANGE,
        # someone who takes several courses sees the assignments of all of them
        "NNBYHAND_COURSE": name if teaches or len(takes) == 1 else "",
        "NNBYHAND_ROOT": str(home / folder) if teaches else "",
    }


c.Spawner.pre_spawn_hook = prepare
