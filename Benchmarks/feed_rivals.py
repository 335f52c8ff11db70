"""What other parsers make of the feeds that `FeedsBenchmark --write FOLDER` left.

    pip install feedparser fastfeedparser
    python3 Benchmarks/feed_rivals.py FOLDER

Processor time of the best of three passes, the bytes already in memory; a parser that is not
installed is left out.
"""

import glob
import importlib
import sys
import time

folder = sys.argv[1]


def read(name):
    paths = sorted(glob.glob(f"{folder}/{name}-*.xml"))
    return [open(path, "rb").read() for path in paths]


def items(module, document):
    return len(module.parse(document).entries)


for kind in ("cdata", "escaped"):
    documents = read(kind)
    size = sum(map(len, documents))
    for name in ("feedparser", "fastfeedparser"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        # feedparser takes minutes over all of them.
        chosen = documents[:10] if name == "feedparser" else documents
        share = sum(map(len, chosen)) / size
        best = None
        for _ in range(3):
            start = time.process_time()
            count = sum(items(module, document) for document in chosen)
            taken = time.process_time() - start
            best = taken if best is None else min(best, taken)
        print(f"{kind}: {name}, {count} items: {size * share / best / 1e6:.1f} MB/s")
