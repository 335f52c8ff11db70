"""What pyahocorasick makes of the text and phrases that `ExtractionBenchmark --write FOLDER` left.

    pip install pyahocorasick
    python3 Benchmarks/rivals.py FOLDER

It finds substrings: no words, no clitics, no letters checked, nothing folded.
"""

import sys
import time

import ahocorasick

folder = sys.argv[1]
with open(folder + "/phrases", encoding="utf-8") as file:
    phrases = file.read().split("\n")
with open(folder + "/text", encoding="utf-8") as file:
    articles = file.read().split("\0")
size = sum(len(article.encode()) for article in articles)

automaton = ahocorasick.Automaton()
for number, phrase in enumerate(phrases):
    automaton.add_word(phrase, number)
automaton.make_automaton()

best = None
for _ in range(5):
    start = time.process_time()
    hits = sum(1 for article in articles for _ in automaton.iter(article))
    taken = time.process_time() - start
    best = taken if best is None else min(best, taken)
print(f"pyahocorasick, {len(phrases)} phrases, {hits} hits: {size / best / 1e6:.0f} MB/s")
