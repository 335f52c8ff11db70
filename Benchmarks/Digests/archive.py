#!/usr/bin/python3
"""What a digest costs that is made of an archive: time and memory of the built program.

    Benchmarks/Digests/archive.py FOLDER [PROGRAM [BENCHMARK]]

Fills FOLDER with 10,000 matches in 1,000 stories where it does not hold them yet, and writes the
digest of that month in all six forms and one language. What the program needs for a period
without a match (reading the settings, opening the archive) is told apart. To be run in the
package's folder.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

FORMS = ["html", "markdown", "text", "json", "atom", "mail"]
MONTH = ["--since", "2025-10-22", "--until", "2025-11-21T07:00"]
BEFORE = ["--since", "2025-06-01", "--until", "2025-07-01"]


def run(command):
    """Seconds by the clock, of processor time, and bytes of memory at most."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{command[0]}: ended with {os.waitstatus_to_exitcode(status)}")
    return (time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def best(program, state, period, turns=5):
    with tempfile.TemporaryDirectory() as output:
        command = [program, "digest", *period, "--state", state, "--config", "config",
                   "--language", "fr", "--output", output]
        for form in FORMS:
            command += ["--format", form]
        runs = [run(command) for _ in range(turns)]
        size = sum(file.stat().st_size for file in pathlib.Path(output).iterdir())
    return [min(figure) for figure in zip(*runs)][:2] + [max(r[2] for r in runs)], size


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, program, benchmark = (
        sys.argv[1:] + [".build/release/marsad", ".build/release/DigestsBenchmark"][len(sys.argv) - 2:])
    if not (pathlib.Path(folder) / "archive.sqlite").exists():
        subprocess.run([benchmark, "fill", folder], check=True)
    if not shutil.which(program):
        sys.exit(f"{program}: is not there; ‘make release’ builds it")
    (clock, spent, memory), size = best(program, folder, MONTH)
    (still, idle, least), _ = best(program, folder, BEFORE)
    print(f"10,000 matches in 1,000 stories, all six forms, {size / 1e6:.0f} MB: {clock:.2f} s, "
          f"{spent:.2f} s of processor time, {memory / 1e6:.0f} MB")
    print(f"a month without a match: {still:.2f} s, {idle:.2f} s, {least / 1e6:.0f} MB")
    print(f"so reading and writing: {clock - still:.2f} s, {spent - idle:.2f} s")


if __name__ == "__main__":
    main()
