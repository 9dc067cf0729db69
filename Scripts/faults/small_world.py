"""A small world for a refresh: a publisher on the loopback address, a list of sources, and a store that people work with.

Everything in it is invented. The store holds the first revision of a catalog with reviewed claims about it and positions;
the publisher meanwhile serves the second revision, and beside it a catalog that did not change.
"""
import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SERVER = os.path.join(ROOT, "Tests/CrosswalkRefreshTests/Fixtures/fault-server.py")


class WorldError(Exception):
    """Something that the campaign needs does not work."""


def catalog(name, version, changed=()):
    """An OSCAL catalog of forty controls; `changed` ones ask for something else."""

    def control(number):
        words = "change" if number in changed else "keep"
        return {
            "id": f"{name}-{number}", "title": f"Control {number}",
            "props": [{"name": "label", "value": f"{name.upper()}-{number}"}],
            "parts": [{"id": f"{name}-{number}_smt", "name": "statement", "prose": f"The organisation shall {words} item {number}."}],
        }

    groups = [
        {"id": f"{name}-g{group}", "title": f"Group {group}", "controls": [control(group * 10 + n) for n in range(1, 11)]}
        for group in range(4)
    ]
    return {"catalog": {
        "uuid": f"00000000-0000-4000-8000-{int(version):012d}",
        "metadata": {
            "title": f"Invented catalog {name}", "last-modified": f"2026-0{version}-01T00:00:00Z", "version": version,
            "oscal-version": "1.1.3", "parties": [
                {"uuid": "00000000-0000-4000-8000-00000000000a", "type": "organization", "name": "Invented Office"}],
            "responsible-parties": [
                {"role-id": "creator", "party-uuids": ["00000000-0000-4000-8000-00000000000a"]}],
        },
        "groups": groups,
    }}


class SmallWorld:
    """The publisher runs until `close`. `prepared` is a folder with a store to copy for each round."""

    def __init__(self, crosswalk, folder):
        self.crosswalk = crosswalk
        self.folder = folder
        self.prepared = os.path.join(folder, "prepared")
        self.content = os.path.join(folder, "content")
        for name in (self.prepared, self.content, os.path.join(folder, "home")):
            os.makedirs(name)
        self.environment = {
            "PATH": "/usr/bin:/bin", "HOME": os.path.join(folder, "home"), "CROSSWALK_CONTENT": self.content, "LC_ALL": "C",
        }
        self._make_content()
        self._publish()
        self._prepare()

    def _write(self, value, *name):
        path = os.path.join(*name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(value, file)
        return path

    def _make_content(self):
        """The least that the program needs: a store with all bundled frameworks would only make rounds slower."""
        self._write({"schema": "crosswalk-identities/1", "rules": []}, self.content, "Frameworks/identities.json")
        shutil.copytree(os.path.join(ROOT, "Crosswalks/Profiles"), os.path.join(self.content, "Profiles"))
        os.makedirs(os.path.join(self.content, "Mappings"))

    def _publish(self):
        """The changing catalog answers its first request with the first revision, all others with the second."""
        def answer(name, version, changed=()):
            body = json.dumps(catalog(name, version, changed))
            tag = '"' + hashlib.sha256(body.encode()).hexdigest()[:16] + '"'
            headers = [["ETag", tag], ["Content-Type", "application/json"]]
            return {"headers": headers, "body": body, "conditional": True}

        script = self._write({
            "/changing.json": [answer("ch", "1"), answer("ch", "2", changed=(1, 2))],
            "/steady.json": [answer("st", "1")],
        }, self.folder, "publisher/script.json")
        self.server = subprocess.Popen([sys.executable, SERVER, script], stdout=subprocess.PIPE, text=True)
        port = self.server.stdout.readline().strip()
        sources = [
            {
                "id": name, "title": f"Invented catalog {short}", "publisher": "Invented Office", "licence": "invented",
                "framework": name, "verification": {"kind": "marks"}, "maximumAge": 30,
                "marks": [{"fact": "title", "equals": f"Invented catalog {short}"}],
                "files": [{"name": f"{name}.json", "urls": [f"http://127.0.0.1:{port}/{name}.json"],
                           "maximumBytes": 1000000, "maximumSeconds": 20}],
            } for name, short in (("changing", "ch"), ("steady", "st"))
        ]
        self.manifest = self._write({"schema": "crosswalk-sources/1", "sources": sources}, self.folder, "sources.json")

    def command(self, folder, *arguments):
        """A command of the program on the store of a folder."""
        return [self.crosswalk, "--store", os.path.join(folder, "store.sqlite"), *arguments]

    def refresh(self, folder):
        return self.command(folder, "refresh", "--manifest", self.manifest, "--log-format", "json", "--exit-code")

    def position(self, folder, author):
        return self.command(folder, "review", "position", "--side", "eu", "--about", "changing/ch-5", "--stance", "agreed",
                            "--author", author)

    def acceptance(self, folder, claim, author):
        return self.command(folder, "review", "accept", claim, "--author", author)

    def amendment(self, folder, claim, author, relationship):
        """Its JSON names the claim that takes the place of the amended one."""
        return self.command(folder, "review", "amend", claim, "--relationship", relationship, "--reason", "Looked again.",
                            "--author", author, "--format", "json")

    def run(self, command, accepted=(0,)):
        done = subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        if done.returncode not in accepted:
            raise WorldError(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stderr.decode()}")
        return done

    def _prepare(self):
        self.run(self.refresh(self.prepared), accepted=(3,))
        house = os.path.join(self.folder, "house.csv")
        with open(house, "w", encoding="utf-8") as file:
            file.write("id,parent_id,title,text,assessable\n")
            file.writelines(f"H{n},,House {n},Do house thing {n}.,1\n" for n in range(1, 11))
        self.run(self.command(self.prepared, "import", house, "--profile", "generic-catalog", "--framework", "house",
                              "--revision", "1"))
        claims = os.path.join(self.folder, "claims.csv")
        with open(claims, "w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow("source,target,relationship,strict,rationale,strength,confidence,method,status,author,date,reviewer,"
                          "reviewed_on,source_revision,target_revision,note".split(","))
            for n in range(1, 11):
                rows.writerow([f"house/H{n}", f"changing/ch-{n}", "intersects-with", "true", "semantic", "5", "0.6", "human",
                               "complete", "A. Analyst", "2026-01-02", "R. Reviewer", "2026-01-03", "1", "1", f"Shared: {n}."])
        self.run(self.command(self.prepared, "import", claims))
        listed = self.run(self.command(self.prepared, "mappings", "--from", "house", "--to", "changing", "--format", "json"))
        self.claims = {claim["source"]: claim["id"] for claim in json.loads(listed.stdout)["claims"]}
        for number in range(3):
            self.run(self.position(self.prepared, f"Prepared {number}"))
        # The copy of the store without anything in it says nothing to a round.
        shutil.rmtree(os.path.join(self.prepared, "backups"), ignore_errors=True)

    def close(self):
        self.server.kill()
        self.server.wait()
