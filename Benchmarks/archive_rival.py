"""How the archive's inserting compares with the very same rows put in by hand.

    swift build -c release --product ArchiveBenchmark
    python3 Benchmarks/archive_rival.py .build/release/ArchiveBenchmark

The benchmark fills an archive with 9,900 matches. Then Python's `sqlite3` (the same SQLite) puts
the finished rows, tables, indexes and full-text index included, into a file with the same
settings, by `executemany`, 990 items a transaction: nothing is encoded, looked up or decided,
so this is about as little as SQLite can do. The two take turns; what counts is the ratio within
one run, for a busy machine slows both.
"""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

PER_ITEM = ["item", "body", "report", "topic", "fingerprint", "search"]
BATCH = 990


def read(path):
    db = sqlite3.connect(path)
    schema = [row[0] for row in db.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE 'search_%' ORDER BY type = 'index', rowid")]
    tables = {}
    for table in ["feed", "rules", "story", "poll"] + PER_ITEM:
        order = "" if table == "topic" else " ORDER BY rowid"
        what = "rowid, *" if table == "search" else "*"
        tables[table] = db.execute(f"SELECT {what} FROM {table}{order}").fetchall()
    tables["topic"].sort(key=lambda row: row[1])
    settings = db.execute("SELECT k, v FROM search_config WHERE k <> 'version'").fetchall()
    page = db.execute("PRAGMA page_size").fetchone()[0]
    db.close()
    return schema, tables, settings, page


def write(path, schema, tables, settings, page):
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in [f"page_size = {page}", "auto_vacuum = INCREMENTAL", "journal_mode = WAL",
                   "synchronous = FULL", "cache_size = -32768", "secure_delete = OFF"]:
        db.execute(f"PRAGMA {pragma}")
    for statement in schema:
        db.execute(statement)
    for name, value in settings:
        db.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (name, value))
    clock, processor = time.perf_counter(), time.process_time()
    count = len(tables["item"])
    for start in range(0, count, BATCH):
        db.execute("BEGIN IMMEDIATE")
        if start == 0:
            for table in ["feed", "rules", "story", "poll"]:
                insert(db, table, tables[table])
        for table in PER_ITEM:
            insert(db, table, tables[table][start:start + BATCH])
        db.execute("COMMIT")
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    db.close()
    return count / clock, processor / count * 1e3


def insert(db, table, rows):
    if rows:
        columns = "(rowid, title, body, marks)" if table == "search" else ""
        places = ", ".join("?" * len(rows[0]))
        db.executemany(f"INSERT INTO {table} {columns} VALUES ({places})", rows)


def ours(program, folder):
    said = subprocess.run([program, "insert", folder], check=True, capture_output=True, text=True)
    rate, spent = re.findall(r"([\d.]+) (?:items/s|ms)", said.stdout)[:2]
    return float(rate), float(spent)


def main():
    rounds = []
    for _ in range(5):
        with tempfile.TemporaryDirectory() as folder:
            mine = ours(sys.argv[1], folder)
            rows = read(os.path.join(folder, "archive.sqlite"))
            theirs = write(os.path.join(folder, "rival.sqlite"), *rows)
        rounds.append((mine, theirs))
        print(f"archive {mine[0]:6.0f} items/s, {mine[1]:.3f} ms of processor each;   "
              f"bare rows {theirs[0]:6.0f} items/s, {theirs[1]:.3f} ms;   "
              f"{mine[0] / theirs[0]:.2f} of their speed", flush=True)
    rounds.sort(key=lambda pair: pair[0][0] / pair[1][0])
    mine, theirs = rounds[len(rounds) // 2]
    print(f"median: {mine[0] / theirs[0]:.2f} of the speed of bare rows")


main()
