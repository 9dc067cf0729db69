#!/usr/bin/env python3
"""One digest of what a store holds, for the scripts that kill and starve processes.

    store_state.py STORE

prints the digest and ends with 1 where SQLite finds the file damaged or a reference dangling. Times of imports (and of what they
replaced) differ from
run to run and are left out.
"""
import hashlib
import sqlite3
import sys


class Damaged(Exception):
    """What SQLite's own checks found."""


def opened(path):
    """The store, checked by SQLite; opening it may bring its log home, as any program that opens it would."""
    store = sqlite3.connect(path)
    problems = [row[0] for row in store.execute("PRAGMA integrity_check") if row[0] != "ok"]
    problems += [f"dangling reference {row}" for row in store.execute("PRAGMA foreign_key_check")]
    if problems:
        raise Damaged("\n".join(map(str, problems)))
    return store


def tables(store):
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    return [name for (name,) in store.execute(names).fetchall()]


def digest(store, without=(), columns_without=("imported_at", "replaced_at")):
    """A digest of the version and of every row, but for the tables `without`."""
    result = hashlib.sha256(str(store.execute("PRAGMA user_version").fetchone()).encode())
    for table in tables(store):
        if table in without:
            continue
        columns = [row[1] for row in store.execute(f'PRAGMA table_info("{table}")') if row[1] not in columns_without]
        names = ", ".join(f'"{name}"' for name in columns)
        rows = sorted(repr(row) for row in store.execute(f'SELECT {names} FROM "{table}"'))
        result.update("\n".join([table, names, *rows]).encode("utf-8", "surrogatepass"))
    return result.hexdigest()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(64)
    try:
        print(digest(opened(sys.argv[1])))
    except (Damaged, sqlite3.Error) as error:
        sys.exit(str(error))
