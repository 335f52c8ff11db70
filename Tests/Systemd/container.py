"""A machine with systemd as PID 1, booted in a second on a throw-away overlay of this one.

Nothing written inside reaches the machine; the network is loopback alone. Wants root, systemd-nspawn
and overlayfs.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

# What the machine may have of its own, and a fresh one has not; the last keeps services from starting.
FOREIGN = ["var/lib/marsad", "var/lib/private/marsad", "etc/marsad", "usr/sbin/policy-rc.d"]


class Unavailable(Exception):
    """Why no container can be booted here."""


class Container:
    def __init__(self, log):
        if os.geteuid() != 0:
            raise Unavailable("it wants root")
        for program in ("systemd-nspawn", "nsenter", "dbus-daemon"):
            if not shutil.which(program):
                raise Unavailable(f"{program} is missing")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="marsad-systemd."))
        self.root = self.folder / "root"
        self.log = open(log, "wb")
        self.nspawn = self.leader = None

    def __enter__(self):
        try:
            self._mount()
            self._boot()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _mount(self):
        try:
            run(["mount", "-t", "tmpfs", "-o", "size=3g", "tmpfs", self.folder])
            for name in ("upper", "work", "root"):
                (self.folder / name).mkdir()
            layers = f"lowerdir=/,upperdir={self.folder}/upper,workdir={self.folder}/work"
            run(["mount", "-t", "overlay", "overlay", "-o", layers, self.root])
        except subprocess.CalledProcessError as error:
            raise Unavailable(f"mounting is not allowed: {error.stderr.strip()}") from None
        identity = self.root / "etc/machine-id"
        identity.unlink(missing_ok=True)
        identity.touch()
        for path in FOREIGN:
            run(["rm", "-rf", self.root / path])

    def _boot(self):
        """Boots; one that dies silently right after another was stopped is tried again."""
        for _ in range(3):
            self.nspawn = subprocess.Popen(
                ["systemd-nspawn", "-q", "-D", self.root, "--register=no", "--keep-unit", "--private-network",
                 "--console=pipe", "--capability=all", "--system-call-filter=bpf", "--hostname=marsad-test",
                 "-b", "systemd.unit=basic.target"],
                stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
            if wait(lambda: self._find_leader(), 10) and wait(lambda: self._is_up(), 30):
                self._open_limits()
                return
            self.nspawn.kill()
            self.nspawn.wait()
        raise Unavailable("systemd does not boot in a container here")

    def reboot(self):
        """Off and on again, with all that was written inside."""
        self._power_off()
        self._boot()

    def _find_leader(self):
        found = subprocess.run(
            ["pgrep", "-x", "systemd", "-P", str(self.nspawn.pid)], capture_output=True, text=True)
        self.leader = found.stdout.split()[0] if found.stdout else None
        return self.leader

    def _is_up(self):
        state = self.run("systemctl", "is-system-running", check=False).strip()
        return state in ("running", "degraded")

    def _open_limits(self):
        """Where the host has cgroups of version 1, MemoryMax= and TasksMax= bite only so."""
        for controller in ("memory", "pids", "cpu", "cpuacct"):
            subprocess.run(
                ["nsenter", "-t", self.leader, "-m", "mount", "-o", "remount,bind,rw",
                 f"/sys/fs/cgroup/{controller}"], capture_output=True)

    def run(self, *command, check=True, **options):
        """The standard output of a command inside, as root."""
        done = subprocess.run(
            ["nsenter", "-t", self.leader, "-a", *map(str, command)], capture_output=True, text=True, **options)
        if check and done.returncode != 0:
            raise AssertionError(
                f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def start(self, *command):
        """A command inside that goes on by itself."""
        return subprocess.Popen(
            ["nsenter", "-t", self.leader, "-a", *map(str, command)],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)

    def property(self, name, unit="marsad.service"):
        return self.run("systemctl", "show", "--value", "-p", name, unit).strip()

    def path(self, path):
        """Where a file inside lies for this program."""
        return pathlib.Path(f"/proc/{self.leader}/root{path}")

    def outside(self, process):
        """The number that a process inside has for this program."""
        for status in pathlib.Path("/proc").glob("[0-9]*/status"):
            try:
                numbers = status.read_text().split("NSpid:")[1].split("\n")[0].split()
                here = os.readlink(status.parent / "ns/pid") == os.readlink(f"/proc/{self.leader}/ns/pid")
            except (OSError, IndexError):
                continue
            if here and numbers[-1] == str(process):
                return numbers[0]
        return None

    def _power_off(self):
        if self.leader:
            subprocess.run(["kill", f"-{signal.SIGRTMIN + 4}", self.leader], capture_output=True)
        if self.nspawn:
            try:
                self.nspawn.wait(30)
            except subprocess.TimeoutExpired:
                self.nspawn.kill()
                self.nspawn.wait()
        self.leader = self.nspawn = None

    def __exit__(self, *_):
        self._power_off()
        for mount in (self.root, self.folder):
            subprocess.run(["umount", "-l", mount], capture_output=True)
        self.folder.rmdir()
        self.log.close()


def run(command):
    subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True)


def wait(condition, seconds):
    """What the condition gives as soon as it gives something true; asked again for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    return None
