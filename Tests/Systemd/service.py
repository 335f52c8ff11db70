#!/usr/bin/env python3
"""Installs the Debian package on a machine with systemd and tries what an administrator relies on.

    python3 Tests/Systemd/service.py marsad_VERSION_amd64.deb

Exit 0: all holds. 1: something does not. 77: it cannot be tried here, and why.
"""

import contextlib
import hmac
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from container import Container, Unavailable, wait

HERE = pathlib.Path(__file__).parent
PORT = 8765
ITEMS = 200
GOOD = 8
HOSTILE = ("bomb", "endless", "slow")
PAPERS = ("un.papier", "deux.papier", "trois.papier")


class Machine:
    """The container, with the package's service in it."""

    def __init__(self, container, package):
        self.inside = container
        self.package = package
        shutil.copy(HERE / "origin.py", container.path("/root/origin.py"))
        self.bring_out()

    def bring_out(self):
        self.inside.start("python3", "/root/origin.py", PORT, ITEMS)

    def install(self, package):
        name = f"/root/{package.name}"
        shutil.copy(package, self.inside.path(name))
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        self.inside.run("dpkg", "--force-confold", "-i", name, env=environment)

    def write(self, path, text):
        target = self.inside.path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def feeds(self, names, hosts=()):
        rows = [f"  - {{url: 'http://127.0.0.1:{PORT}/{name}.xml', id: {name.replace('/', '-')}}}" for name in names]
        rows += [f"  - {{url: 'http://{host}:{PORT}/good/{host}.xml', id: {host}}}" for host in hosts]
        self.write("/etc/marsad/feeds.yaml", "feeds:\n" + "\n".join(rows) + "\n")

    def names(self, hosts):
        """Those that a name server would know, told by the one file that stands for it here."""
        self.write("/etc/hosts", "".join(f"127.0.0.1 {host}\n" for host in ("localhost", *hosts)))
        self.write("/etc/resolv.conf", "nameserver 127.0.0.1\n")

    def since(self, cursor):
        """Lines of the journal after a moment."""
        return self.inside.run(
            "journalctl", "-u", "marsad", "-o", "cat", "--no-pager", f"--after-cursor={cursor}").splitlines()

    @property
    def cursor(self):
        shown = self.inside.run("journalctl", "-u", "marsad", "-n", "0", "--show-cursor", "--no-pager")
        return shown.split("-- cursor: ")[1].strip()

    @property
    def general(self):
        return self.inside.path("/etc/marsad/marsad.yaml").read_text()

    @contextlib.contextmanager
    def settings(self, text):
        """marsad.yaml with so much more in it, and afterwards as it was."""
        before = self.general
        self.write("/etc/marsad/marsad.yaml", before + "\n" + text)
        try:
            yield
        finally:
            self.write("/etc/marsad/marsad.yaml", before)

    def drop_in(self, name, change=lambda text: text):
        """One of those that the package ships, put in place as its head says."""
        text = self.inside.path(f"/usr/share/doc/marsad/drop-ins/{name}").read_text()
        self.write(f"/etc/systemd/system/marsad.service.d/{name}", change(text))

    @contextlib.contextmanager
    def changed(self, *lines):
        """The service under other lines of its unit, and, whatever comes of it, by its own again."""
        place = "/etc/systemd/system/marsad.service.d/test.conf"
        self.write(place, "[Service]\nRestartSec=100ms\n" + "\n".join(lines) + "\n")
        self.take_up()
        try:
            yield
        finally:
            self.inside.path(place).unlink()
            self.take_up()

    def take_up(self):
        """Starts the service by its unit as it is now; what was started before counts towards no limit."""
        self.systemctl("daemon-reload")
        self.systemctl("reset-failed", "marsad")
        self.systemctl("restart", "marsad")

    def systemctl(self, *arguments):
        return self.inside.run("systemctl", *arguments)

    def peak(self):
        """The most memory that the daemon has had, in kB."""
        status = self.inside.path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0])

    @property
    def pid(self):
        return self.inside.property("MainPID")

    @property
    def active(self):
        return self.inside.property("ActiveState") == "active"

    def status(self):
        return json.loads(self.inside.run("marsad", "status", "--format", "json", check=False) or "{}")

    @property
    def items(self):
        return self.status().get("items", 0)

    def journal(self):
        return self.inside.run("journalctl", "-u", "marsad", "-o", "cat", "--no-pager")

    def priorities(self):
        return self.inside.run("journalctl", "-u", "marsad", "-o", "json", "--no-pager")


def starts(machine):
    """The package installs, the service starts and is ready within 2 s, without a network."""
    machine.install(machine.package)
    assert machine.systemctl("is-enabled", "marsad").strip() == "enabled"
    assert machine.active, machine.journal()
    machine.feeds([f"good/{n}" for n in range(GOOD)])
    general = machine.inside.path("/etc/marsad/marsad.yaml")
    general.write_text(general.read_text().replace(
        "  # allow-networks: [127.0.0.0/8]", "  allow-networks: [127.0.0.0/8]"))
    assert "\n  allow-networks" in general.read_text(), "marsad.yaml has another shape"
    machine.systemctl("restart", "marsad")
    begun = int(machine.inside.property("InactiveExitTimestampMonotonic"))
    ready = int(machine.inside.property("ActiveEnterTimestampMonotonic"))
    seconds = (ready - begun) / 1e6
    assert seconds < 2, f"ready after {seconds:.2f} s"
    return f"ready after {seconds:.2f} s"


def polls(machine):
    """The feeds are polled and `systemctl status` says so in a living sentence."""
    assert wait(lambda: machine.items == GOOD * ITEMS, 60), machine.journal()
    sentence = machine.inside.property("StatusText")
    assert f"{GOOD} feeds" in sentence, sentence
    assert sentence in machine.systemctl("status", "marsad", "--no-pager")
    return sentence


def status_of(machine):
    """What the kernel says of the daemon."""
    text = machine.inside.path(f"/proc/{machine.pid}/status").read_text()
    return dict(line.split(":\t", 1) for line in text.splitlines())


def holds_rights(machine):
    """The daemon has no right that the unit takes away."""
    lines = status_of(machine)
    assert lines["NoNewPrivs"] == "1" and lines["Seccomp"] == "2", lines
    assert int(lines["CapEff"], 16) == int(lines["CapBnd"], 16) == 0, lines
    assert lines["Uid"].split()[1] != "0", lines
    for target in ("/etc/marsad/written", "/usr/written", "/var/written", "/root/written", "/home/written"):
        refused = machine.inside.run(
            "nsenter", "-t", machine.pid, "-m", "-S", lines["Uid"].split()[1], "sh", "-c",
            f"echo > {target} 2>/dev/null && echo written || echo refused")
        assert refused.strip() == "refused", target
    return "no capability, seccomp, nothing written outside the state folder"


def reloads(machine):
    """Good settings come into force at a reload; broken ones are refused whole and told."""
    before = machine.pid
    machine.feeds([f"good/{n}" for n in range(GOOD + 1)])
    machine.systemctl("reload", "marsad")
    wanted = (GOOD + 1) * ITEMS
    assert wait(lambda: machine.items == wanted, 30), machine.journal()
    good = machine.inside.path("/etc/marsad/marsad.yaml").read_text()
    machine.write("/etc/marsad/marsad.yaml", good + "\nlog-levl: info\n")
    machine.systemctl("reload", "marsad")
    refused = wait(lambda: "log-levl" in json.dumps(machine.status(), ensure_ascii=False), 15)
    assert refused, machine.status()
    assert "log-levl" in machine.journal()
    machine.write("/etc/marsad/marsad.yaml", good)
    machine.systemctl("reload", "marsad")
    assert wait(lambda: "log-levl" not in json.dumps(machine.status()), 15)
    assert machine.pid == before and machine.active
    return "good ones in force, broken ones refused, the same process"


def survives_a_kill(machine):
    """Killed, it is started again, and nothing is lost or doubled."""
    before, items = machine.pid, machine.items
    machine.systemctl("kill", "-s", "KILL", "marsad")
    assert wait(lambda: machine.active and machine.pid not in ("0", before), 20), machine.journal()
    assert machine.items == items
    assert machine.inside.property("NRestarts") == "1"
    return f"started again, {items} items as before"


def survives_a_hang(machine):
    """A poll loop that makes no progress is killed by the watchdog and started again."""
    with machine.changed("WatchdogSec=2", "Environment=MARSAD_TESTING=1"):
        before, items, cursor = machine.pid, machine.items, machine.cursor
        time.sleep(6)
        after, restarts = machine.pid, machine.inside.property("NRestarts")
        assert after == before and restarts == "0", (
            f"the watchdog bites a daemon that is well: process {before}, then {after}, {restarts} restarts, load "
            f"{os.getloadavg()[0]:.1f}\n" + machine.journal())
        machine.inside.run("marsad", "control", "stall")
        assert wait(lambda: machine.active and machine.pid not in ("0", before), 20), machine.journal()
        assert any("Watchdog timeout" in line for line in machine.since(cursor)), machine.journal()
        assert machine.items == items
    return "watchdog timeout, started again, nothing lost"


def withstands_hostile_feeds(machine):
    """Feeds that would fill memory are refused; the daemon lives, within its bounds."""
    machine.feeds([f"good/{n}" for n in range(GOOD + 1)] + list(HOSTILE))
    machine.systemctl("restart", "marsad")
    assert wait(lambda: failing(machine, "bomb") and failing(machine, "endless"), 90), machine.journal()
    peak = machine.peak()
    assert machine.active
    assert peak < 384 * 1024, f"{peak} kB"
    assert machine.inside.property("NRestarts") == "0"
    return f"refused, at most {peak // 1024} MB"


def stays_within_its_bound(machine):
    """Held by the kernel to less memory than the hostile feeds are large, it refuses them and is not killed."""
    bound = 128 << 20
    before = machine.pid
    with MemoryGroup(bound) as group:
        assert not group or group.run(["python3", "-c", f"bytearray({2 * bound})"]) == -signal.SIGKILL
        if group:
            group.take(machine.inside.outside(before))
        machine.inside.run("marsad", "poll", "bomb", "endless", check=False)
        assert failing(machine, "bomb") and failing(machine, "endless"), machine.status()
        assert machine.active and machine.pid == before, machine.journal()
        how = f"within {bound >> 20} MB, where a hog is killed" if group else "no bound can be set here"
        peak = machine.peak()
        machine.systemctl("restart", "marsad")
    return f"at most {peak >> 10} MB, {how}"


class MemoryGroup:
    """A control group of the machine's own with a bound: systemd in the container may set none. False where it cannot
    be made."""

    def __init__(self, bound):
        self.bound = bound
        self.folder = None

    def __enter__(self):
        for root, limit in (("/sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("/sys/fs/cgroup", "memory.max")):
            folder = pathlib.Path(root) / f"marsad-test-{os.getpid()}"
            with contextlib.suppress(OSError):
                folder.mkdir()
                self.folder = folder
                (folder / limit).write_text(str(self.bound))
                return self
            self.__exit__()
        return None

    def take(self, process):
        (self.folder / "cgroup.procs").write_text(str(process))

    def run(self, command):
        return subprocess.run(command, preexec_fn=lambda: self.take(os.getpid()), capture_output=True).returncode

    def __exit__(self, *_):
        if self.folder:
            wait(lambda: not (self.folder / "cgroup.procs").read_text(), 10)
            self.folder.rmdir()
            self.folder = None


def tells_hooks(machine):
    """Programs and hosts are told under the unit's rights, with a secret that root alone can read."""
    machine.write("/etc/marsad-hook.secret", "an open secret\n")
    machine.inside.run("chmod", "600", "/etc/marsad-hook.secret")
    machine.drop_in("hooks.conf", lambda text: text.replace("#LoadCredential=", "LoadCredential="))
    hooks = f"""hooks:
  - {{name: kept, on: story, grade: mention, at-most: 1000, run: [/bin/sh, -c, 'cat >>/var/lib/marsad/told']}}
  - {{name: refused, on: story, grade: mention, at-most: 1000, run: [/bin/sh, -c, 'cat >/etc/marsad/told']}}
  - {{name: web, on: story, grade: mention, at-most: 1000, post: 'http://127.0.0.1:{PORT}/hook', secret-file: /run/credentials/marsad.service/hook}}
"""
    machine.feeds([f"good/{n}" for n in range(GOOD)] + ["news"])
    with machine.settings(hooks):
        cursor = machine.cursor
        machine.take_up()
        told = machine.inside.path("/var/lib/private/marsad/told")
        posted = machine.inside.path("/root/posted")
        assert wait(lambda: told.exists() and posted.exists(), 60), machine.journal()
        # By another user than root.
        assert told.stat().st_uid == int(status_of(machine)["Uid"].split()[1])
        first = json.loads(posted.read_text().splitlines()[0])
        seal = hmac.new(b"an open secret", first["body"].encode(), "sha256").hexdigest()
        assert first["headers"]["X-Marsad-Signature"] == f"sha256={seal}", first
        assert wait(lambda: any("hook=refused" in line for line in machine.since(cursor)), 30), machine.journal()
        line = next(line for line in machine.since(cursor) if "hook=refused" in line)
        assert "Read-only file system" in line or "Permission denied" in line, line
        assert not machine.inside.path("/etc/marsad/told").exists()
        assert not any("an open secret" in line for line in machine.since(cursor))
    machine.inside.path("/etc/systemd/system/marsad.service.d/hooks.conf").unlink()
    machine.take_up()
    return f"a program, a signed POST; and one program refused: {line.split('said=')[1]}"


def writes_metrics(machine):
    """With its drop-in the daemon writes for node_exporter's collector, and cannot without."""
    folder, file = "/var/lib/prometheus/node-exporter", "marsad.prom"
    machine.inside.run("sh", "-c", f"groupadd -f prometheus && mkdir -p {folder} && chgrp prometheus {folder} && chmod 775 {folder}")
    with machine.settings(f"metrics: {{file: {folder}/{file}}}\n"):
        cursor = machine.cursor
        machine.take_up()
        assert wait(lambda: any("the metrics cannot be written" in line for line in machine.since(cursor)), 30)
        machine.drop_in("metrics-file.conf")
        machine.take_up()
        target = machine.inside.path(f"{folder}/{file}")
        assert wait(target.exists, 30), machine.journal()
        assert "marsad_build_info{" in target.read_text()
        # The collector is another user.
        assert target.stat().st_mode & 0o777 == 0o644, oct(target.stat().st_mode)
    machine.inside.path("/etc/systemd/system/marsad.service.d/metrics-file.conf").unlink()
    machine.take_up()
    return f"{len(target.read_text().splitlines())} lines, readable to all"


def rests_lightly(machine):
    """Its memory is bounded by the unit, and far from the bound."""
    current = int(machine.inside.path(f"/proc/{machine.pid}/status").read_text().split("VmRSS:")[1].split()[0])
    bound = int(machine.inside.property("MemoryMax"))
    assert bound == 512 << 20, bound
    assert current < 384 * 1024, f"{current} kB"
    return f"{current // 1024} MB of {bound >> 20}"


def outlives_the_name_servers(machine):
    """For an hour no name is found: told in a line, none of it a storm, and all is well afterwards."""
    machine.names(PAPERS)
    machine.feeds([], hosts=PAPERS)
    wanted = machine.items + len(PAPERS) * ITEMS
    with machine.changed("Environment=MARSAD_TESTING=1", "Environment=MARSAD_CLOCK_SPEED=120"):
        assert wait(lambda: machine.items == wanted, 60), machine.journal()
        before, cursor = machine.pid, machine.cursor
        machine.names([])
        # At this speed half a minute is an hour; within two hours all have been asked without success.
        assert wait(lambda: "no feed can be reached" in machine.inside.property("StatusText"), 120), machine.journal()
        time.sleep(30)
        told = machine.since(cursor)
        assert sum("no feed can be reached" in line for line in told) == 1, told
        warnings = [line for line in told if " warning " in line or "<4>" in line or "no such host" in line]
        assert len(warnings) <= 8, warnings
        machine.names(PAPERS)
        assert wait(lambda: any("feeds can be reached again" in line for line in machine.since(cursor)), 60)
        assert wait(lambda: not machine.status().get("failing"), 60), machine.status()
        assert machine.pid == before and machine.active, machine.journal()
        machine.names([])
    return f"{len(told)} lines in more than an hour without names, then all answer again"


def starts_without_network(machine):
    """Booted without a network it is ready all the same, says so once, and polls by itself once there is one."""
    machine.systemctl("stop", "marsad")
    machine.names(PAPERS)
    machine.feeds(["later"], hosts=PAPERS)
    machine.systemctl("add-wants", "basic.target", "marsad.service")
    items = machine.items
    # An hour is a quarter of a minute.
    machine.write("/etc/systemd/system/marsad.service.d/test.conf", "\n".join([
        "[Service]", "ExecStartPre=+/sbin/ip link set lo down", "Environment=MARSAD_TESTING=1",
        "Environment=MARSAD_CLOCK_SPEED=240", ""]))
    machine.inside.reboot()
    machine.bring_out()
    assert wait(lambda: machine.active, 20), machine.journal()
    assert wait(lambda: told_of_boot(machine, "no feed can be reached"), 120), machine.journal()
    time.sleep(10)
    lines = of_boot(machine)
    assert sum("no feed can be reached" in line for line in lines) == 1, lines
    assert sum("no connection" in line for line in lines) <= 8, lines
    assert machine.items == items
    machine.inside.run("ip", "link", "set", "lo", "up")
    # Nobody orders a poll.
    assert wait(lambda: told_of_boot(machine, "feeds can be reached again"), 60), machine.journal()
    assert wait(lambda: machine.items == items + ITEMS, 60), (machine.items, items, machine.journal())
    machine.inside.path("/etc/systemd/system/marsad.service.d/test.conf").unlink()
    machine.take_up()
    return f"ready; {len(lines)} lines in more than half an hour; polled by itself once there was one"


def of_boot(machine):
    return machine.inside.run("journalctl", "-u", "marsad", "-b", "-o", "cat", "--no-pager").splitlines()


def told_of_boot(machine, words):
    return any(words in line for line in of_boot(machine))


def failing(machine, feed):
    return feed in json.dumps(machine.status().get("failing", []))


def stops_under_load(machine):
    """Told to stop in the middle of transfers that never end, it ends within 12 s, cleanly."""
    machine.systemctl("restart", "marsad")
    # They may not be due for hours: somebody asks for them.
    asking = machine.inside.start("marsad", "poll", "slow", *(f"good-{n}" for n in range(GOOD)))
    assert wait(lambda: machine.status().get("live", {}).get("in_flight", 0) > 0, 20), machine.status()
    begun = time.monotonic()
    machine.systemctl("stop", "marsad")
    seconds = time.monotonic() - begun
    asking.wait(20)
    assert seconds > 8, f"{seconds:.1f} s: a transfer under way was not given its ten seconds"
    assert seconds < 12, f"{seconds:.1f} s"
    assert machine.inside.property("Result") == "success", machine.journal()
    return f"{seconds:.1f} s"


def bears_root(machine):
    """What root does beside it leaves nothing that the daemon may not open."""
    machine.inside.run("marsad", "search", "DGSN")
    machine.inside.run("marsad", "poll", "good-0", check=False)
    machine.inside.run("marsad", "digest")
    machine.systemctl("start", "marsad")
    time.sleep(1)
    assert machine.active, machine.journal()
    assert machine.inside.property("NRestarts") == "0", machine.journal()
    return "searched, polled and digested by root, then started"


def journals_with_priorities(machine):
    """The journal knows what is a warning and what is not."""
    entries = [json.loads(line) for line in machine.priorities().splitlines()]
    own = [entry for entry in entries if entry.get("_COMM") == "marsad"]
    found = {entry["PRIORITY"] for entry in own}
    assert {"4", "6"} <= found, found
    assert not any(str(entry["MESSAGE"]).startswith("<") for entry in own)
    return f"{len(own)} lines of priorities {', '.join(sorted(found))}"


def upgrades(machine):
    """An upgrade keeps the archive and a changed settings file, and restarts the service."""
    items, before = machine.items, machine.pid
    feeds = machine.inside.path("/etc/marsad/feeds.yaml").read_text()
    machine.install(newer(machine.package))
    assert wait(lambda: machine.active and machine.pid != before, 20), machine.journal()
    assert machine.items == items
    assert machine.inside.path("/etc/marsad/feeds.yaml").read_text() == feeds
    return "archive and settings as before"


def newer(package):
    """The same package under a later version, with a settings file that changed upstream."""
    folder = pathlib.Path(tempfile.mkdtemp())
    subprocess.run(["dpkg-deb", "-R", package, folder / "tree"], check=True)
    control = folder / "tree/DEBIAN/control"
    version = next(line for line in control.read_text().splitlines() if line.startswith("Version:"))
    control.write_text(control.read_text().replace(version, version + "+later"))
    with open(folder / "tree/etc/marsad/feeds.yaml", "a") as feeds:
        feeds.write("# A later remark.\n")
    later = folder / "marsad_later.deb"
    subprocess.run(["dpkg-deb", "-Znone", "--build", folder / "tree", later], check=True, capture_output=True)
    return later


def removes(machine):
    """Removed, the archive stays; purged, everything is gone."""
    machine.inside.run("apt-get", "remove", "-y", "marsad")
    assert machine.inside.path("/var/lib/private/marsad/archive.sqlite").exists()
    machine.inside.run("apt-get", "purge", "-y", "marsad")
    assert not machine.inside.path("/var/lib/private/marsad").exists()
    assert not machine.inside.path("/etc/marsad/marsad.yaml").exists()
    return "the archive stays until purged"


def serves_one_user(machine):
    """By a user's own systemd it starts, works and ends, with the rights that such a one can take away."""
    machine.systemctl("stop", "marsad")
    reader = "reader"
    machine.inside.run("sh", "-c", f"id {reader} >/dev/null 2>&1 || useradd -m -s /bin/sh {reader}")
    number = machine.inside.run("id", "-u", reader).strip()
    machine.inside.run("sh", "-c", f"mkdir -p /home/{reader}/.ssh /home/{reader}/.config && touch /home/{reader}/.ssh/key && chown -R {reader} /home/{reader}")
    machine.systemctl("start", "systemd-logind", f"user@{number}.service")

    def own(command, check=True):
        return machine.inside.run(
            "setpriv", "--reuid", number, "--regid", number, "--clear-groups", "env", "-i", "PATH=/usr/bin:/bin",
            f"HOME=/home/{reader}", f"XDG_RUNTIME_DIR=/run/user/{number}", "sh", "-c", command, check=check)

    machine.names([])
    machine.feeds([f"good/{n}" for n in range(2)])
    own("systemctl --user start marsad")
    pid = own("systemctl --user show --value -p MainPID marsad").strip()
    assert pid != "0", own("systemctl --user status marsad", check=False)
    text = machine.inside.path(f"/proc/{pid}/status").read_text()
    lines = dict(line.split(":\t", 1) for line in text.splitlines())
    assert lines["Uid"].split() == [number] * 4, lines
    assert lines["NoNewPrivs"] == "1" and lines["Seccomp"] == "2" and int(lines["CapBnd"], 16) == 0, lines
    assert wait(lambda: f'"items" : {2 * ITEMS}' in own("marsad status --format json", check=False), 60)
    look = ["nsenter", "-t", pid, "-m", "-S", number, "sh", "-c"]
    for target in ("/usr/written", "/root/written", f"/home/{reader}/.config/written", f"/home/{reader}/.profile"):
        told = machine.inside.run(*look, f"echo >>{target} 2>/dev/null && echo written || echo refused")
        assert told.strip() == "refused", target
    assert not machine.inside.run(*look, f"ls /home/{reader}/.ssh 2>/dev/null || true").strip()
    own("systemctl --user reload marsad")
    own("systemctl --user stop marsad")
    assert own("systemctl --user show --value -p Result marsad").strip() == "success"
    machine.systemctl("stop", f"user@{number}.service")
    return "no capability, seccomp, no keys in sight, settings to be read only"


CHECKS = [
    starts, polls, holds_rights, reloads, survives_a_kill, survives_a_hang, withstands_hostile_feeds,
    stays_within_its_bound, rests_lightly, stops_under_load, bears_root, journals_with_priorities, tells_hooks,
    writes_metrics, outlives_the_name_servers, starts_without_network, serves_one_user, upgrades, removes,
]


def main():
    package = pathlib.Path(sys.argv[1]).resolve()
    chosen = [check for check in CHECKS if len(sys.argv) < 3 or check.__name__ in sys.argv[2:]]
    failed = 0
    log = pathlib.Path(tempfile.gettempdir()) / "marsad-systemd.log"
    try:
        with Container(log) as container:
            machine = Machine(container, package)
            for check in chosen:
                try:
                    print(f"ok      {check.__doc__}  [{check(machine)}]", flush=True)
                except AssertionError as error:
                    failed += 1
                    print(f"FAILED  {check.__doc__}\n{error}", flush=True)
    except Unavailable as reason:
        print(f"systemd cannot be tried here: {reason}")
        sys.exit(77)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
