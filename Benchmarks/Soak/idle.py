#!/usr/bin/env python3
"""What a daemon with 500 feeds takes while it waits, once all have been asked.

    make release && python3 Benchmarks/Soak/idle.py .build/release/marsad [FEEDS [SECONDS]]

Prints resident memory (mean and most, seen ten times a second), processor time, and how often each of its
threads was woken. Ends with 1 where one of the goals is missed: 40 MB at all times, 0.2 % of a core, one
wake-up a second.
"""

import collections
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
FEEDS = int(sys.argv[2]) if len(sys.argv) > 2 else 500
SECONDS = float(sys.argv[3]) if len(sys.argv) > 3 else 300
ITEMS = 10
HERE = pathlib.Path(__file__).parent


class Press(http.server.ThreadingHTTPServer):
    # All feeds are asked at once, on a machine that may do much else.
    request_queue_size = 1024


class Paper(http.server.BaseHTTPRequestHandler):
    """Each path is a feed of its own that never changes again."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.headers.get("If-None-Match") == '"first"':
            self.send_response(304)
            self.send_header("ETag", '"first"')
            self.end_headers()
            return
        body = document(self.path.strip("/")).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"first"')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def document(name):
    items = "".join(
        f"<item><guid>{name}-{n}</guid><title>{title(n)}, lettre {name}/{n}</title>"
        f"<description>{text(name, n)}</description></item>" for n in range(ITEMS))
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>"


def title(number):
    return "La DGSN équipe un poste" if number == 3 else "La récolte"


def text(name, number):
    return " ".join(f"Phrase {line} du numéro {number} du cahier {name}." for line in range(40))


class Daemon:
    def __init__(self, folder, port):
        shutil.copytree("config", folder / "config")
        rows = "".join(
            f"  - {{id: paper-{n}, url: 'http://127.0.0.1:{port}/{n}', language: fr}}\n" for n in range(FEEDS))
        (folder / "config/feeds.yaml").write_text("feeds:\n" + rows)
        (folder / "config/marsad.yaml").write_text(
            "contact: https://press.example/robot\npolling:\n  allow-networks: [127.0.0.0/8]\n  host-pause: 0 s\n"
            "  per-host: 64\nlog-level: notice\n" + os.environ.get("IDLE_SETTINGS", ""))
        self.state = folder / "state"
        self.log = open(folder / "log", "wb")
        environment = {**os.environ, "LIBDISPATCH_LOG": "NO"}
        self.process = subprocess.Popen(
            [PROGRAM, "run", "--config", folder / "config", "--state", self.state], stderr=self.log,
            env=environment)
        self.proc = pathlib.Path(f"/proc/{self.process.pid}")

    def items(self):
        """By the archive, so as not to wake the daemon."""
        shown = subprocess.run(
            [os.environ.get("IDLE_STATUS", PROGRAM), "status", "--config", self.state.parent / "config", "--state", self.state, "--format", "json"],
            capture_output=True, text=True).stdout
        return json.loads(shown or "{}").get("items", 0)

    def resident(self):
        """In MB: all pages, and those that are no file's."""
        lines = dict(line.split(":\t") for line in (self.proc / "status").read_text().splitlines() if ":\t" in line)
        return tuple(int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon"))

    def seconds(self):
        fields = (self.proc / "stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wakes(self):
        """How often each thread slept and was woken again; those that ended are not seen."""
        found = {}
        for task in (self.proc / "task").iterdir():
            try:
                lines = (task / "status").read_text().splitlines()
            except OSError:
                continue
            about = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
            found[int(task.name), about["Name"]] = int(about["voluntary_ctxt_switches"])
        return found


def measure(daemon):
    looks, ended = [], {}
    began, spent, first = time.monotonic(), daemon.seconds(), daemon.wakes()
    while time.monotonic() - began < SECONDS:
        time.sleep(0.1)
        looks.append(daemon.resident())
        if len(looks) % 5 == 0:
            ended |= daemon.wakes()
    length = time.monotonic() - began
    load = 100 * (daemon.seconds() - spent) / length
    threads = collections.Counter()
    for key, count in (ended | daemon.wakes()).items():
        threads[f"{key[1]} {key[0] - daemon.process.pid}"] += count - first.get(key, 0)
    return looks, load, {name: count / length for name, count in threads.items()}


def report(looks, load, threads):
    everything = [look[0] for look in looks]
    own = [look[1] for look in looks]
    rate = sum(threads.values())
    print(f"resident: {sum(everything) / len(everything):.1f} MB on average, {max(everything):.1f} at most "
          f"(its own: {sum(own) / len(own):.1f} and {max(own):.1f})")
    print(f"processor: {load:.3f} % of a core")
    for name, each in sorted(threads.items(), key=lambda pair: -pair[1])[:8]:
        print(f"    {name}: woken {each:.3f} times a second")
    print(f"wake-ups: {rate:.2f} a second")
    return max(everything) < 40 and load < 0.2 and rate <= 1


def main():
    server = Press(("127.0.0.1", 0), Paper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="marsad-idle."))
    daemon = Daemon(folder, server.server_address[1])
    try:
        while daemon.items() < FEEDS * ITEMS:
            time.sleep(1)
        # What the first polls needed is given back within a minute.
        time.sleep(float(os.environ.get("IDLE_SETTLE", 75)))
        holds = report(*measure(daemon))
    finally:
        daemon.process.terminate()
        daemon.process.wait(20)
        if os.environ.get("IDLE_KEEP"):
            print(folder)
        else:
            shutil.rmtree(folder)
    sys.exit(0 if holds else 1)


main()
