"""Many rows on several processes: in order, each within its deadline, none at the expense of another.

A thread a worker hands out rows in small groups and reads what comes back; one more thread kills the worker whose
row is over its time.  There are no signals, so this runs in any thread.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from _thread import LockType
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from queue import Queue
from threading import Event, Lock, Thread
from time import perf_counter
from typing import Any

from .worker import LEAVING, READY, lost, written

GROUP = 8  # rows that are handed out at once
PIPE = 32_000  # bytes that a pipe certainly takes without being read
LARGEST = 2**20  # bytes of a row
AHEAD = 4_000  # rows that may be under way or waiting for an earlier one
TICK = 0.05  # seconds between looks at the clock
STARTING = 60.0  # seconds that a worker may take to start

Job = tuple[int, bytes]


@dataclass
class Worker:
    """A process, and since when it has been at its row."""

    process: subprocess.Popen[bytes] = field(default_factory=lambda: _started())
    since: float | None = None
    overdue: bool = False
    lock: LockType = field(default_factory=Lock)

    def begin(self, now: float | None) -> None:
        """The clock of a row starts, or stops."""
        with self.lock:
            self.since = now

    def kill_if_over(self, deadline: float) -> None:
        with self.lock:
            if self.since is not None and perf_counter() - self.since > deadline:
                self.overdue, self.since = True, None
                self.process.kill()

    def ready(self) -> None:
        """Wait until it has imported what it needs."""
        if self.read() != READY:
            raise RuntimeError("a worker could not be started")

    def read(self) -> bytes:
        """The next line, or nothing where the process has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def give(self, lines: Iterable[bytes]) -> None:
        assert self.process.stdin is not None
        with suppress(OSError):  # it has ended: what it does not answer says so
            self.process.stdin.write(b"".join(lines))
            self.process.stdin.flush()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _started() -> subprocess.Popen[bytes]:
    """A fresh worker, which finds this package where this process has found it."""
    root = str(Path(__file__).parents[2])
    path = os.pathsep.join([root, *([os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else [])])
    pipe, env = subprocess.PIPE, {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-m", f"{__package__}.worker"]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=env)


def grade(lines: Iterable[bytes], jobs: int | None = None, deadline: float = 10.0) -> Iterator[bytes]:
    """Each line of JSON judged, in the order of the lines; see INTERFACES "grade" for what is in them.

    `jobs` processes (by default one a processor), each row within `deadline` seconds.
    """
    pool = _Pool(jobs or os.cpu_count() or 1, deadline)
    try:
        yield from pool.answered(iter(lines))
    finally:
        pool.close()


class _Pool:
    def __init__(self, jobs: int, deadline: float) -> None:
        self.deadline = deadline
        self.todo: deque[Job] = deque()
        self.done: Queue[tuple[int, bytes] | Exception] = Queue()
        self.lock = Lock()
        self.wanted = Event()
        self.closed = False
        self.workers: list[Worker | None] = [None] * jobs
        self.threads = [Thread(target=self._serve, args=(slot,), daemon=True) for slot in range(jobs)]
        self.threads.append(Thread(target=self._watch, daemon=True))

    def answered(self, lines: Iterator[bytes]) -> Iterator[bytes]:
        numbered = enumerate(line.rstrip(b"\r\n") for line in lines)
        waiting: dict[int, bytes] = {}
        upcoming = 0
        given = self._more(numbered, AHEAD)
        for thread in self.threads if given else ():
            thread.start()
        while upcoming < given:
            found = self.done.get()
            if isinstance(found, Exception):
                raise found
            waiting[found[0]] = found[1]
            while upcoming in waiting:
                yield waiting.pop(upcoming)
                upcoming += 1
            if given - upcoming < AHEAD // 2:
                given += self._more(numbered, AHEAD - (given - upcoming))

    def _more(self, numbered: Iterator[Job], count: int) -> int:
        jobs = list(islice(numbered, count))
        for number, line in jobs:
            if len(line) > LARGEST:
                said = f"the row is too large: {len(line)} bytes, where {LARGEST} are allowed"
                self.done.put((number, written(lost(None, "unreadable", said))))
        with self.lock:
            self.todo.extend(job for job in jobs if len(job[1]) <= LARGEST)
        self.wanted.set()
        return len(jobs)

    def _serve(self, slot: int) -> None:
        """Hand rows to the worker of this place, and to another one where it ends."""
        try:
            while not self.closed:
                group = self._group()
                if not group:
                    self.wanted.wait(TICK)
                    continue
                worker = self.workers[slot]
                if worker is None:
                    worker = self.workers[slot] = Worker()
                    worker.ready()
                if not self._through(worker, group):
                    worker.end()
                    self.workers[slot] = None
        except Exception as why:  # told to whoever waits for the rows, who would wait for ever otherwise
            if not self.closed:
                self.done.put(why)

    def _group(self) -> list[Job]:
        """The next rows, few and small enough for a pipe; one row of any size."""
        found: list[Job] = []
        size = 0
        with self.lock:
            most = min(GROUP, 1 + len(self.todo) // (2 * len(self.workers)))
            while self.todo and len(found) < most and (not found or size + len(self.todo[0][1]) < PIPE):
                found.append(self.todo.popleft())
                size += len(found[-1][1]) + 1
            if not self.todo:
                self.wanted.clear()
        return found

    def _through(self, worker: Worker, group: list[Job]) -> bool:
        """Have a group judged; what was not reached goes back.  Whether the worker is still there."""
        worker.begin(perf_counter())
        worker.give(line + b"\n" for _, line in group)
        for i, (number, line) in enumerate(group):
            made = worker.read()
            if made == LEAVING or (not made and self.closed):
                self._back(group[i:])
                return False
            if not made.endswith(b"\n"):
                self.done.put((number, _why_lost(line, worker, self.deadline)))
                self._back(group[i + 1 :])
                return False
            worker.begin(perf_counter() if i + 1 < len(group) else None)
            self.done.put((number, made))
            if worker.overdue:  # this row was just in time, and the next one has nothing to do with it
                self._back(group[i + 1 :])
                return False
        return True

    def _back(self, jobs: list[Job]) -> None:
        with self.lock:
            self.todo.extendleft(reversed(jobs))

    def _watch(self) -> None:
        """Kill the workers that are over their time."""
        while not self.closed:
            for worker in self.workers:
                if worker is not None:
                    worker.kill_if_over(self.deadline)
            Event().wait(TICK)

    def close(self) -> None:
        self.closed = True
        self.wanted.set()
        for worker in self.workers:
            if worker is not None:
                worker.process.kill()
        for thread in self.threads:
            if thread.is_alive():
                thread.join(STARTING)
        for worker in self.workers:
            if worker is not None:
                worker.end()


def _why_lost(line: bytes, worker: Worker, deadline: float) -> bytes:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    row = row if isinstance(row, dict) else None
    if worker.overdue:
        return written(lost(row, "unclear", f"over the deadline of {deadline:g} s", 1000 * deadline))
    return written(lost(row, "unclear", "the process broke down over this row, perhaps for want of memory"))
