#!/usr/bin/env python3
"""How soon the daemon says READY=1 over an archive that is there already, from the start of the process.

    make release && .build/release/ArchiveBenchmark fill FOLDER 80000     # about 1 GB
    python3 Benchmarks/ready.py .build/release/marsad FOLDER [FEEDS [TIMES]]

The first start checks the settings and may bring the archive up to date; the others find both as they left
them. Ends with 1 where the slowest of these took more than 150 ms.
"""

import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PROGRAM, STATE = sys.argv[1], sys.argv[2]
FEEDS = int(sys.argv[3]) if len(sys.argv) > 3 else 500
TIMES = int(sys.argv[4]) if len(sys.argv) > 4 else 7
GOAL = 0.150


def start(config, notify, folder):
    """Seconds to READY=1, and of processor time until it has ended again."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    daemon = subprocess.Popen(
        [PROGRAM, "run", "--config", config, "--state", STATE], stderr=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "HOME": folder, "NOTIFY_SOCKET": notify.getsockname()})
    while b"READY=1" not in notify.recv(4096):
        if daemon.poll() is not None:
            sys.exit(f"the daemon ended with {daemon.returncode}")
    ready = time.monotonic() - begun
    daemon.send_signal(signal.SIGTERM)
    daemon.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ready, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder) / "config"
        shutil.copytree(pathlib.Path(__file__).parent.parent / "config", config)
        rows = [f"  - {{id: paper-{n}, url: 'http://127.0.0.1:9/{n}'}}" for n in range(FEEDS)]
        (config / "feeds.yaml").write_text("feeds:\n" + "\n".join(rows) + "\n")
        notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        notify.bind(f"{folder}/notify")
        notify.settimeout(60)
        size = os.path.getsize(f"{STATE}/archive.sqlite")
        print(f"archive of {size / 1e9:.2f} GB, {FEEDS} feeds, load {os.getloadavg()[0]:.1f}")
        first, spent = start(config, notify, folder)
        print(f"with a full check: ready after {first * 1e3:.0f} ms ({spent * 1e3:.0f} ms of processor time to its end)")
        times = sorted(start(config, notify, folder)[0] for _ in range(TIMES))
        print("again: " + ", ".join(f"{seconds * 1e3:.0f}" for seconds in times) + " ms")
        sys.exit(0 if times[-1] <= GOAL else 1)


main()
