#!/usr/bin/env python3
"""Measures the daemon's polling, and its downloader and parser alone (main.swift), beside the least that a poller can
do (peer.c), over one origin (origin.c) on the loopback, each feed on an address of its own: cold (200, about 70 KB each,
gzip), warm (304), with TLS, and at rest.

Run from the package's folder, after `swift build -c release`:

    python3 Benchmarks/Polling/measure.py [--build .build/release] [--only 1000,5000,tls,idle] [--engine]

`--engine` leaves the daemon out.

Needs a C compiler and libssl-dev. Each row is of one run: trust the ratios, not the seconds.
"""
import argparse
import gzip
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).parent
PORT = 18480
CONCURRENCY = 64

# What most of a paper is about: nothing that concerns the police.
SENTENCES = """
سجلت أسعار الخضر بأسواق الجملة ارتفاعا طفيفا خلال الأسبوع الجاري بسبب موجة البرد
افتتحت بلدية الحي مكتبة جديدة تضم قاعة للمطالعة وفضاء للأطفال
يرتقب أن تعرف مرتفعات الأطلس تساقطات ثلجية ابتداء من مساء الخميس
فاز الفريق المحلي على ضيفه بهدفين دون رد برسم الدورة العاشرة
احتضنت دار الثقافة معرضا للخط شارك فيه عشرون فنانا من مدن مختلفة
أعلنت الجامعة عن فتح باب التسجيل في ماستر جديد حول تدبير المياه
Les pluies de la semaine ont rempli les barrages de la région à près de la moitié
Le salon du livre accueille cette année une centaine d'éditeurs et trois expositions
La récolte des olives s'annonce meilleure que celle de l'an passé selon les coopératives
Une ligne d'autobus relie désormais la gare aux nouveaux quartiers du sud
Le conseil communal a voté le budget des écoles et des jardins publics
Le club de natation cherche des bénévoles pour ses cours du samedi
""".strip().splitlines()


def feed(number, seeds):
    """Thirty items of some 2.3 KB; one in thirty tells what a seed article tells."""
    dice = random.Random(number)
    items = []
    for item in range(30):
        if dice.random() < 1 / 30:
            seed = dice.choice(seeds)
            title, text = seed[0], dice.sample(seed[1:], len(seed) - 1)
        else:
            title = f"{dice.choice(SENTENCES)} {number}/{item}"
            text = [" ".join(dice.sample(SENTENCES, 4)) + f" {dice.randrange(10 ** 6)}." for _ in range(4)]
        date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() - 60 - 1800 * item))
        body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
        items.append(f"<item><guid>{number}-{item}</guid><title><![CDATA[{title}]]></title>"
                     f"<link>http://paper.example/{number}/{item}</link><pubDate>{date}</pubDate>"
                     f"<description><![CDATA[{body}]]></description></item>")
    return (f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Paper {number}</title>'
            f'<link>http://paper.example/{number}</link>{"".join(items)}</channel></rss>').encode()


def write_feeds(folder, count):
    seeds = [[line.strip() for line in path.read_text().splitlines() if line.strip()]
             for path in sorted(pathlib.Path("seeds").glob("*.txt"))]
    sizes = []
    for number in range(count):
        document = feed(number, seeds)
        sizes.append(len(document))
        (folder / str(number)).write_bytes(gzip.compress(document, 6))
    print(f"{count} feeds of {sum(sizes) // count // 1000} KB")


def certify(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
         folder / "key.pem", "-out", folder / "ca.pem", "-days", "30", "-subj", "/CN=press", "-addext",
         "subjectAltName=DNS:*.press.localhost"], check=True, stderr=subprocess.DEVNULL)


class Origin:
    def __init__(self, work, tls=False):
        self.tls = tls
        extra = [work / "ca.pem", work / "key.pem"] if tls else []
        self.process = subprocess.Popen([work / "origin", str(PORT), work / "feeds", *extra],
                                        stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()
        self.ca = work / "ca.pem" if tls else None

    def answers(self):
        """How many of 200, of 304, and when the first and the last."""
        if self.tls:
            address = f"https://n0.press.localhost:{PORT}/stats"
            text = subprocess.run(["curl", "-s", "--cacert", self.ca, address], capture_output=True, text=True).stdout
        else:
            text = urllib.request.urlopen(f"http://127.0.0.1:{PORT}/stats").read().decode()
        full, unchanged, first, last = text.split()
        return int(full), int(unchanged), float(first), float(last)

    def stop(self):
        self.process.kill()
        self.process.wait()


def processor(process):
    """Seconds of processor time so far; in ticks of 10 ms."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process, field):
    """`VmRSS` or `VmHWM`, in MB."""
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{field}:\s+(\d+)", text)[1]) / 1024


def write_settings(work, count, interval, ca=None):
    config = work / "config"
    shutil.rmtree(config, ignore_errors=True)
    shutil.copytree("config", config)
    (config / "marsad.yaml").write_text(
        f"polling:\n  allow-networks: [127.0.0.0/8, \"::1\"]\n  concurrency: {CONCURRENCY}\n"
        f"  floor: {interval} s\n")
    lines = []
    for n in range(count):
        url = (f"https://n{n}.press.localhost:{PORT}/{n}" if ca else
               f"http://127.{1 + n // 62500}.{n // 250 % 250}.{1 + n % 250}:{PORT}/{n}")
        trust = f", ca-file: {ca}" if ca else ""
        lines.append(f'  - {{id: n{n}, url: "{url}", interval: {interval} s{trust}}}\n')
    (config / "feeds.yaml").write_text("feeds:\n" + "".join(lines))


def start(marsad, work):
    log = open(work / "log", "w")
    return subprocess.Popen([marsad, "run", "--config", work / "config", "--state", work / "state"],
                            stdout=log, stderr=log)


def settled(process, quiet=1.5):
    """Waits until the process has used next to nothing for a while; its time at the beginning of that while."""
    before, since = processor(process), time.monotonic()
    while time.monotonic() - since < quiet:
        time.sleep(0.1)
        if processor(process) - before > 0.03:
            before, since = processor(process), time.monotonic()
    return before


def alone(program, count, ca=None):
    """Of the peer or the engine: by round wall clock and processor time; and the most memory in MB."""
    command = [program, str(count), str(PORT), str(CONCURRENCY)] + ([str(ca)] if ca else [])
    rows = dict(line.split(" ", 1) for line in
                subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines())
    figures = {name: [float(figure) for figure in rows[name].split()] for name in rows}
    assert figures["cold"][2] == count and figures["warm"][3] == count, rows
    return figures["cold"], figures["warm"], figures["rss"][0] / 1024


def told(name, cold, warm, rss, least=None):
    """A row: seconds of processor time and of wall clock, and how often the peer's go into them."""
    parts = [f"cold {cold[1]:.2f} s CPU {cold[0]:.2f} s wall", f"warm {warm[1]:.3f} s CPU {warm[0]:.2f} s wall",
             f"{rss:.0f} MB at most"]
    if least:
        parts.append(f"ratios: cold {cold[1] / least[0][1]:.1f} CPU {cold[0] / least[0][0]:.1f} wall, "
                     f"warm {warm[1] / least[1][1]:.1f} CPU {warm[0] / least[1][0]:.1f} wall")
    print(f"  {name}: " + "; ".join(parts), flush=True)


def rounds(given, work, count, tls=False):
    """The engine's and the daemon's first round and second, beside the peer's."""
    origin = Origin(work, tls)
    print(f"{count} feeds{' over TLS' if tls else ''}")
    try:
        least = alone(work / "peer", count, origin.ca)
        told("peer", *least)
        told("engine", *alone(f"{given.build}/PollingBenchmark", count, origin.ca), least)
        if given.engine:
            return
        marsad = f"{given.build}/marsad"
        before = origin.answers()
        interval = max(120, count // 5)
        shutil.rmtree(work / "state", ignore_errors=True)
        write_settings(work, count, interval, origin.ca)
        process = start(marsad, work)
        begun = 0
        while process.poll() is None and origin.answers()[0] == before[0]:
            begun = processor(process)
            time.sleep(0.01)
        if process.poll() is not None:
            raise SystemExit((work / "log").read_text())
        began = time.monotonic()
        while origin.answers()[0] < before[0] + count:
            time.sleep(0.05)
        cold = settled(process)
        wall = time.monotonic() - began - 1.5
        unchanged = origin.answers()[1]
        if unchanged > before[1]:
            raise SystemExit("the second round began before the first had ended: give it more time")
        while origin.answers()[1] == unchanged:
            time.sleep(0.01)
        again = time.monotonic()
        while origin.answers()[1] < unchanged + count:
            time.sleep(0.05)
        warm_wall = time.monotonic() - again
        warm = settled(process)
        # Feeds are spread over a tenth of their interval: the second round takes that long by intent.
        told("daemon", (wall, cold - begun), (warm_wall, warm - cold), memory(process, "VmHWM"), least)
        print(f"  daemon afterwards: {memory(process, 'VmRSS'):.0f} MB")
        process.send_signal(signal.SIGTERM)
        process.wait()
    finally:
        origin.stop()


def idle(marsad, work, count):
    """Every feed known and none due: memory, and the processor's share over a minute."""
    origin = Origin(work)
    try:
        shutil.rmtree(work / "state", ignore_errors=True)
        write_settings(work, count, 86400)
        process = start(marsad, work)
        while origin.answers()[0] < count:
            time.sleep(1)
        settled(process, 5)
        process.send_signal(signal.SIGTERM)
        process.wait()
        process = start(marsad, work)
        time.sleep(5)
        before = settled(process, 5)
        time.sleep(60)
        used = processor(process) - before
        print(f"{count} at rest: {memory(process, 'VmRSS'):.0f} MB, {memory(process, 'VmHWM'):.0f} MB at most, "
              f"{used / 60:.2%} of a core")
        process.send_signal(signal.SIGTERM)
        process.wait()
    finally:
        origin.stop()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--build", default=".build/release")
    arguments.add_argument("--engine", action="store_true")
    arguments.add_argument("--only", default="1000,5000,tls,idle")
    given = arguments.parse_args()
    wanted = given.only.split(",")
    given.build = str(pathlib.Path(given.build).resolve())
    with tempfile.TemporaryDirectory(prefix="marsad-polling-") as name:
        work = pathlib.Path(name)
        (work / "feeds").mkdir()
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcurl", "libxml-2.0"],
                               capture_output=True, text=True, check=True).stdout.split()
        build = ["cc", "-O2", "-D_GNU_SOURCE"]
        subprocess.run([*build, "-o", work / "origin", HERE / "origin.c", "-lssl", "-lcrypto", "-lpthread"],
                       check=True)
        subprocess.run([*build, "-o", work / "peer", HERE / "peer.c", *flags], check=True)
        sizes = [int(size) for size in wanted if size.isdigit()] + ([1000] if "tls" in wanted else [])
        if sizes:
            write_feeds(work / "feeds", max(sizes))
        for size in wanted:
            if size.isdigit():
                rounds(given, work, int(size))
        if "tls" in wanted:
            certify(work)
            rounds(given, work, 1000, tls=True)
        if "idle" in wanted:
            shutil.rmtree(work / "feeds")
            (work / "feeds").mkdir()
            idle(f"{given.build}/marsad", work, 50_000)


if __name__ == "__main__":
    main()
