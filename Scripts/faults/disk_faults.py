"""Nights on disks that are full, broken or not to be written."""
import collections
import os
import re
import shutil
import subprocess

from night_round import Round

# System call, error, and whether it strikes only files of the store (else all files that a refresh and its import use).
FAULTS = [
    ("pwrite64", "ENOSPC", True), ("pwrite64", "ENOSPC", False), ("pwrite64", "EIO", True), ("pwrite64", "EIO", False),
    ("fdatasync", "EIO", True), ("fdatasync", "EIO", False), ("fsync", "EIO", False), ("pread64", "EIO", True),
    ("ftruncate", "EIO", False), ("rename", "EIO", False), ("unlink", "EIO", False),
    ("mkdir", "ENOSPC", False),
]


def own_files(round_):
    """What strace takes to look at the store alone."""
    return [word for suffix in ("", "-wal") for word in ("-P", round_.store + suffix)]


def strace(*options):
    return ["strace", "-f", "-qq", "--seccomp-bpf", *options]


def most_calls(campaign):
    """How often the busiest thread of an undisturbed night makes each call: strace counts for every thread apart."""
    report = os.path.join(campaign.world.folder, "trace")
    names = ",".join(sorted({call for call, _, _ in FAULTS}))
    most = {}
    for is_own in (True, False):
        round_ = Round(campaign.world, f"traced-{is_own}")
        round_.begin(strace(*(own_files(round_) if is_own else []), "-e", f"trace={names}", "-o", report))
        campaign.count(round_, round_.end(), False)
        with open(report) as file:
            counts = collections.Counter(re.findall(r"^(\d+) +(\w+)\(", file.read(), re.MULTILINE))
        for (_, call), number in counts.items():
            most[call, is_own] = max(number, most.get((call, is_own), 0))
    return most


def moments(count, step):
    """First calls densely, later ones ever more sparsely."""
    number, chosen = 1, []
    while number <= count:
        chosen.append(number)
        number += max(step, number // 4)
    return chosen


def injection_rounds(campaign, step):
    """From the Nth call on, and at the Nth alone, the disk says no."""
    most = most_calls(campaign)
    items = [
        (call, error, is_own, when)
        for call, error, is_own in FAULTS
        for number in moments(most.get((call, is_own), 0), step)
        for when in (f"{number}+", f"{number}")
    ]
    statuses = collections.Counter()

    def starve(item):
        call, error, is_own, when = item
        round_ = Round(campaign.world, f"{call}-{error}-{'store' if is_own else 'all'}-{when}")
        round_.begin(strace(*(own_files(round_) if is_own else []), "-o", "/dev/null", "-e", f"trace={call}",
                            "-e", f"inject={call}:error={error}:when={when}"))
        status = round_.end()
        if status not in (3, 65, 69, 73, 74, 75) or status == 65 and is_own:
            round_.problems.append(f"the refresh ended with {status}")
        statuses[status] += 1
        campaign.count(round_, status, False)

    campaign.each(starve, items)
    return f"{len(items)} failing calls (status {', '.join(f'{s}: {n}' for s, n in sorted(statuses.items()))})"


class Disk:
    """A disk of memory at the folder of a round."""

    def __init__(self, folder, size):
        self.folder = folder
        os.makedirs(folder)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True, capture_output=True)

    def remount(self, options):
        subprocess.run(["mount", "-o", f"remount,{options}", self.folder], check=True)

    def unmount(self):
        subprocess.run(["umount", "-l", self.folder], check=True)


def disk_rounds(campaign):
    """Real disks: too small by ever more, and read-only. Only root may mount them, and not in every container."""
    try:
        Disk(os.path.join(campaign.world.folder, "disk"), 1 << 20).unmount()
    except (OSError, subprocess.CalledProcessError):
        return "no disks, which may not be mounted here"
    held = sum(os.path.getsize(os.path.join(folder, name))
               for folder, _, names in os.walk(campaign.world.prepared) for name in names)
    sizes = [max(held, size) + 4096 for size in (0, 256 << 10)] + [held + slack for slack in range(8192, 1 << 20, 49152)]
    statuses = collections.Counter()
    for number, (size, is_read_only) in enumerate([(size, False) for size in sizes] + [(1 << 26, True)]):
        folder = os.path.join(campaign.world.folder, f"disk-{number}")
        disk = Disk(folder, size)
        try:
            round_ = Round(campaign.world, f"disk-{number}", is_there=True)
            if is_read_only:
                disk.remount("ro")
            round_.begin()
            status = round_.end()
            disk.remount("rw,size=64m")
            statuses[status] += 1
            allowed = (77,) if is_read_only else (3, 73, 74)
            if status not in allowed:
                round_.problems.append(f"the refresh ended with {status} on a disk of {size} bytes")
            campaign.count(round_, status, False)
            if round_.problems:
                shutil.copytree(folder, folder + "-kept")
        finally:
            disk.unmount()
    return f"{len(sizes)} small disks and a read-only one (status {', '.join(f'{s}: {n}' for s, n in sorted(statuses.items()))})"
