#!/usr/bin/env python3
"""A night with all bundled sources, served on the loopback address, and the quiet night after it.

    night.py CROSSWALK DATA

CROSSWALK is the built program with crosswalk-refresh beside it, DATA the folder of official files. Sources and languages that
are not there are left out; the sources are named. Peers in the same run: curl fetching the same addresses and Python reading each file
once (csv, json, xml.etree, zipfile); for the quiet night curl asking the same addresses with the tags that it was given.
Prints figures and ends with 1 where a goal is missed, with 70 where a quiet night wrote more than its audit.
"""
import csv
import hashlib
import io
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, "Scripts/faults"))
import store_state  # noqa: E402

SERVER = os.path.join(ROOT, "Tests/CrosswalkRefreshTests/Fixtures/fault-server.py")


def measured(command, environment=None, accepted=(0,)):
    """Seconds of CPU time and on the clock of a command and all that it starts."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    clock, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in accepted:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout.decode()}{done.stderr.decode()}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock


# Files that lie in the folder under another name or in another form: a file, or a folder that becomes a zip container.
ELSEWHERE = {
    "NIST_SP-800-53_rev5_catalog.xml": "oscal/NIST_SP-800-53_rev5.0.1_catalog.xml",
    "NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog.xml":
        "oscal/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json",
    "32024R1689.en.zip": "eu-law/ai-act/eu_ai_act_32024R1689_fmx4_2026-07-08.zip",
    "32022L2555.en.zip": "eu-law/nis2",
    "02014R0910-20241018.en.zip": "eu-law/eidas-consolidated",
}


def local_files(folder, work):
    """The official files by the names that the list of sources gives them."""
    files = {name: os.path.join(where, name) for where, _, names in os.walk(folder) for name in names}
    for name, path in ELSEWHERE.items():
        path = os.path.join(folder, path)
        if os.path.isdir(path):
            files[name] = os.path.join(work, name)
            with zipfile.ZipFile(files[name], "w", zipfile.ZIP_DEFLATED) as container:
                for member in sorted(os.listdir(path)):
                    container.write(os.path.join(path, member), member)
        elif os.path.exists(path):
            files[name] = path
    return files


def read_all(paths):
    """What the peer does with the files: reads each once, keeps nothing."""
    def read(name, data):
        if name.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as container:
                for member in container.namelist():
                    read(member, container.read(member))
        elif name.endswith(".json"):
            json.loads(data)
        elif name.endswith((".csv", ".tsv")):
            sum(1 for _ in csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        elif name.endswith((".xml", ".akn")):
            for _ in xml.etree.ElementTree.iterparse(io.BytesIO(data)):
                pass

    for path in paths:
        with open(path, "rb") as file:
            read(path, file.read())


class Publisher:
    """The server with every source whose files are there, and the list of sources that names it."""

    def __init__(self, work, data):
        with open(os.path.join(ROOT, "Crosswalks/sources.json"), encoding="utf-8") as file:
            listed = json.load(file)
        there = local_files(data, work)
        script, self.left_out, self.paths, self.tags, sources = {}, [], [], {}, []
        for source in listed["sources"]:
            source["files"] = [file for file in source["files"] if file["name"] in there]
            if not source["files"]:
                self.left_out.append(source["id"])
                continue
            for file in source["files"]:
                path, target = there[file["name"]], f"/{source['id']}/{file['name']}"
                with open(path, "rb") as content:
                    self.tags[target] = '"' + hashlib.sha256(content.read()).hexdigest()[:32] + '"'
                script[target] = [{"bodyFile": path, "conditional": True, "headers": [["ETag", self.tags[target]]]}]
                self.paths.append(path)
                file["urls"] = [target]
                file.pop("sha256", None)
            source["verification"] = {"kind": "marks"}
            if source["id"] == "nist-sp-800-53-r5":
                # The edition in the folder is an older one with another title.
                source["marks"] = [{"fact": "title", "contains": "Security and Privacy Controls"}]
            sources.append(source)
        written = os.path.join(work, "script.json")
        with open(written, "w", encoding="utf-8") as file:
            json.dump(script, file)
        self.process = subprocess.Popen([sys.executable, SERVER, written], stdout=subprocess.PIPE, text=True)
        self.address = "http://127.0.0.1:" + self.process.stdout.readline().strip()
        for source in sources:
            for file in source["files"]:
                file["urls"] = [self.address + url for url in file["urls"]]
        self.manifest = os.path.join(work, "sources.json")
        self.list(sources)

    def list(self, sources):
        """Writes the list of these sources."""
        self.sources = sources
        with open(self.manifest, "w", encoding="utf-8") as file:
            json.dump({"schema": "crosswalk-sources/1", "sources": sources}, file)

    def keep(self, identifiers):
        """From now on only these sources are in the list."""
        self.list([source for source in self.sources if source["id"] in identifiers])
        self.tags = {target: tag for target, tag in self.tags.items() if target.split("/")[1] in identifiers}


def state(store):
    """What a quiet night must leave as it is, and how many nights the audit has."""
    opened = sqlite3.connect(store)
    audit = [name for name in store_state.tables(opened) if name.startswith("refresh_")]
    return store_state.digest(opened, without=audit), opened.execute("SELECT count(*) FROM refresh_run").fetchone()[0]


def settled(store):
    """The sources that have what the store has; others are looked at anew every night."""
    query = "SELECT source FROM refresh_source WHERE outcome IN ('published', 'unchanged')"
    return {source for (source,) in sqlite3.connect(store).execute(query)}


def bench(crosswalk, data, work):
    publisher = Publisher(work, data)
    try:
        store = os.path.join(work, "store.sqlite")
        environment = {**os.environ, "CROSSWALK_CONTENT": os.path.join(ROOT, "Crosswalks")}
        refresh = [crosswalk, "--store", store, "refresh", "--manifest", publisher.manifest, "--exit-code"]
        # The bundled content is in the store already, as it is on every night but the first.
        measured([crosswalk, "--store", store, "--quiet", "frameworks"], environment)
        # An edition that is older than the bundled one is held back: it was fetched, imported and compared all the same.
        first, first_clock = measured(refresh, environment, accepted=(3, 5))
        fetch = ["curl", "--silent", "--show-error", "--fail"]
        urls = [publisher.address + target for target in publisher.tags]
        fetched = measured(fetch + [word for url in urls for word in ("--output", os.devnull, url)])[0]
        read = measured([sys.executable, __file__, "--read", *publisher.paths])[0]
        size = sum(os.path.getsize(path) for path in publisher.paths) / 1e6
        print(f"first night  {len(publisher.sources)} sources, {size:.1f} MB  {first:.2f} s CPU ({first_clock:.2f} s on the clock)  goal 10;  "
              f"curl and Python reading the same {fetched + read:.2f} s  ratio {first / (fetched + read):.2f}")
        publisher.keep(settled(store))
        before, nights = state(store)
        quiet = [measured(refresh, environment) for _ in range(5)]
        cpu, clock = (statistics.median(values) for values in zip(*quiet))
        asked = statistics.median(
            sum(measured(fetch + ["--output", os.devnull, "--header", f"If-None-Match: {tag}", publisher.address + target])[0]
                for target, tag in publisher.tags.items()) for _ in range(5))
        if state(store) != (before, nights + 5):
            sys.exit(70)
        print(f"quiet night  {len(publisher.sources)} sources  {clock:.2f} s on the clock  goal 1;  {cpu:.2f} s CPU, one curl for each of the "
              f"same requests {asked:.2f} s  ratio {cpu / asked:.2f};  nothing written but the audit")
        if publisher.left_out:
            print(f"  not measured, the files are not here: {', '.join(publisher.left_out)}")
        return first > 10 or clock > 1
    finally:
        publisher.process.kill()
        publisher.process.wait()


def main():
    if sys.argv[1:2] == ["--read"]:
        return read_all(sys.argv[2:])
    if len(sys.argv) != 3:
        sys.exit(64)
    work = tempfile.mkdtemp()
    try:
        return int(bench(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), work))
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    sys.exit(main())
