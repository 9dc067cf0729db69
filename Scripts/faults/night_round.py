"""One night that something goes wrong in, and what must hold afterwards."""
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import threading
import time

import store_state

# Acts that are recorded while a refresh runs are compared one by one; what a refresh writes about itself differs every night.
ACTS = ("position", "review_act", "review_claim", "review_claim_end")
AUDIT_PREFIX = "refresh_"


def state(path):
    """The digest of what is not audit and not acts, and the authors of the acts."""
    store = store_state.opened(path)
    try:
        apart = [name for name in store_state.tables(store) if name in ACTS or name.startswith(AUDIT_PREFIX)]
        acts = {author for (author,) in store.execute("SELECT author FROM position UNION ALL SELECT author FROM review_act")}
        return store_state.digest(store, without=apart), acts
    finally:
        store.close()


def state_of_copy(path):
    """The same without touching the store: the files are read as the next program finds them."""
    copy = path + ".copy"
    for suffix in ("", "-wal"):
        if os.path.exists(path + suffix):
            shutil.copyfile(path + suffix, copy + suffix)
    try:
        return state(copy)
    finally:
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(copy + suffix):
                os.unlink(copy + suffix)


class Writer(threading.Thread):
    """A reviewer who goes on working: positions, acceptances, and amendments of what was amended before, in turn.

    An act counts as acknowledged when its command ended with 0.
    """

    def __init__(self, world, folder):
        super().__init__(daemon=True)
        self.world, self.folder = world, folder
        self.acknowledged, self.refused, self.problems = set(), set(), []
        self.ending = threading.Event()
        self.amended = world.claims["house/H4"]
        self.start()

    def run(self):
        number = 0
        while not self.ending.is_set():
            author = f"Writer {number}"
            number += 1
            done = subprocess.run(self._act(number, author), env=self.world.environment, stdin=subprocess.DEVNULL,
                                  capture_output=True)
            if done.returncode == 0:
                self.acknowledged.add(author)
                if number % 3 == 0:
                    self.amended = json.loads(done.stdout)["acts"][0]["result"]["id"]
            elif done.returncode == 75:
                self.refused.add(author)
            else:
                self.problems.append(f"a review ended with {done.returncode}: {done.stderr.decode()}")

    def _act(self, number, author):
        if number % 3 == 1:
            return self.world.position(self.folder, author)
        if number % 3 == 2:
            return self.world.acceptance(self.folder, self.world.claims[f"house/H{5 + number % 6}"], author)
        relationship = "superset-of" if number % 2 else "intersects-with"
        return self.world.amendment(self.folder, self.amended, author, relationship)

    def end(self):
        self.ending.set()
        self.join()


def session_members(session):
    """The processes of a session that still run, its leader included."""
    members = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", "rb") as file:
                fields = file.read().rsplit(b")", 1)[1].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != b"Z":
            members.append(int(name))
    return members


class Round:
    """A copy of the prepared store, one refresh of it under some fault, and the checks.

    `problems` stays empty where everything held; the folder is then removed.
    """

    def __init__(self, world, name, is_there=False):
        self.world = world
        self.folder = os.path.join(world.folder, name)
        self.is_mounted = is_there
        shutil.copytree(world.prepared, self.folder, dirs_exist_ok=is_there)
        self.store = os.path.join(self.folder, "store.sqlite")
        self.problems = []
        self.writer = None
        self.became = None

    def begin(self, wrapper=(), with_writer=False):
        """Starts the refresh in a session of its own, so that whatever it leaves running can be found."""
        if with_writer:
            self.writer = Writer(self.world, self.folder)
        self.errors = open(os.path.join(self.folder, "..", os.path.basename(self.folder) + ".log"), "wb+")
        self.process = subprocess.Popen(
            [*wrapper, *self.world.refresh(self.folder)], env=self.world.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=self.errors, start_new_session=True)
        return self.process

    def kill(self, whom):
        """Kills the refresh alone (`parent`), with all that it started (`all`), or only what it started (`child`)."""
        # The importing process is a group of its own in the same session.
        members = session_members(self.process.pid) if whom != "parent" else []
        children = [pid for pid in members if pid != self.process.pid]
        for pid in children + ([self.process.pid] if whom != "child" or not children else []):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def end(self, seconds=60):
        """The status of the refresh, in a shell's terms."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.problems.append(f"no end within {seconds} s")
            self.kill("all")
            status = self.process.wait()
        if self.writer:
            self.writer.end()
            self.problems += self.writer.problems
        return status if status >= 0 else 128 - status

    def check(self, before, after, status):
        """What must hold whenever a refresh ended, however it did; `status` as `end` gave it."""
        try:
            self._check_store(before, after, status)
            self._check_reader()
            self._check_next_night(after)
            self._check_orphans()
            self._check_leftovers(before, after)
        except (store_state.Damaged, sqlite3.Error, OSError, subprocess.SubprocessError) as error:
            self.problems.append(f"{type(error).__name__}: {error}")
        return not self.problems

    def _check_store(self, before, after, status):
        found, acts = state_of_copy(self.store)
        if found not in (before, after):
            self.problems.append("the store is neither as before nor as after")
        if status in (0, 3) and found != after:
            self.problems.append(f"the refresh ended with {status} and published nothing")
        self.became = "before" if found == before else "after"
        self._check_acts(acts)

    def _check_acts(self, acts):
        kept = {f"Prepared {n}" for n in range(3)} | (self.writer.acknowledged if self.writer else set())
        lost = kept - acts
        if lost:
            self.problems.append(f"acknowledged acts are lost: {sorted(lost)}")
        invented = {author for author in acts if author not in kept}
        if invented - (self.writer.refused if self.writer else set()):
            self.problems.append(f"acts that nobody acknowledged: {sorted(invented)}")

    def _check_reader(self):
        done = subprocess.run(self.world.command(self.folder, "frameworks", "--format", "json"), capture_output=True,
                              env=self.world.environment, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            self.problems.append(f"a reader ended with {done.returncode}: {done.stderr.decode()}")

    def _check_next_night(self, after):
        """Without anybody tidying up, and at once: what a killed refresh left running must not be in the way."""
        done = subprocess.run(self.world.refresh(self.folder), env=self.world.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=120)
        expected = 3 if self.became == "before" else 0
        if done.returncode != expected:
            self.problems.append(f"the next night ended with {done.returncode}, not {expected}: {done.stderr.decode()}")
        found, acts = state(self.store)
        if found != after:
            self.problems.append("the next night did not bring the store up to date")
        self._check_acts(acts)

    def _check_orphans(self):
        for _ in range(200):
            if not session_members(self.process.pid):
                return
            time.sleep(0.05)
        self.problems.append("what the refresh started still runs")
        self.kill("all")

    def _check_leftovers(self, before, after):
        expected = {"store.sqlite", "store.sqlite-wal", "store.sqlite-shm", "store.sqlite.refresh-lock", "backups"}
        left = set(os.listdir(self.folder)) - expected
        if left:
            self.problems.append(f"left behind: {sorted(left)}")
        backups = os.path.join(self.folder, "backups")
        for name in sorted(os.listdir(backups) if os.path.isdir(backups) else []):
            if not name.endswith(".sqlite"):
                self.problems.append(f"left behind: backups/{name}")
            elif state(os.path.join(backups, name))[0] not in (before, after):
                self.problems.append(f"backups/{name} is no state that the store had")

    def said(self):
        """What the refresh wrote to standard error, its last lines."""
        self.errors.flush()
        with open(self.errors.name, errors="replace") as file:
            return file.read()[-2000:]

    def remove(self):
        """Removes everything of a round that held; of one that did not, all stays."""
        self.errors.close()
        if not self.problems:
            os.unlink(self.errors.name)
            if not self.is_mounted:
                shutil.rmtree(self.folder)
