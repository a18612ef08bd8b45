"""SQLite FTS5 with bm25 on the words and queries that bench wrote. Arguments: working folder. Prints medians and 99th percentiles.

Each distinct word is given to FTS5 as a number (w0, w1, ...): its tokenizer would drop words that are marks.
"""
import os
import sqlite3
import sys
import time

work = sys.argv[1]
path = os.path.join(work, "fts5.db")
is_new = not os.path.exists(path)
db = sqlite3.connect(path)
numbers = {}


def number(word):
    return f"w{numbers.setdefault(word, len(numbers))}"


if is_new:
    start = time.perf_counter()
    db.execute("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize=\"unicode61 remove_diacritics 0\")")
    with open(os.path.join(work, "tokens.txt"), encoding="utf-8") as lines:
        db.executemany("INSERT INTO t(body) VALUES (?)", ((" ".join(map(number, line.rstrip("\n").split("\t", 1)[1].split(" "))),) for line in lines))
    db.execute("CREATE TABLE numbers(word TEXT PRIMARY KEY, number INTEGER)")
    db.executemany("INSERT INTO numbers VALUES (?, ?)", numbers.items())
    db.commit()
    print(f"indexing {time.perf_counter() - start:.1f} s, {os.path.getsize(path) / 1e6:.1f} MB, SQLite {sqlite3.sqlite_version}")

else:
    numbers.update(db.execute("SELECT word, number FROM numbers"))

with open(os.path.join(work, "queries.txt"), encoding="utf-8") as lines:
    queries = [line.rstrip("\n").split("\t") for line in lines]
for kind, limit in (("frequent", 10), ("word", 50)):
    times = []
    for query in [q for q in queries if q[0] == kind][:limit]:
        word = number(query[1])
        start = time.perf_counter()
        db.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 20", (word,)).fetchall()
        times.append((time.perf_counter() - start) * 1e6)
    times.sort()
    print(f"fts5    {kind:<16} p50 {times[len(times) // 2]:10.1f} p99 {times[len(times) * 99 // 100]:10.1f} µs")
