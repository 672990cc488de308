"""Each layer keeps out what it says: the act succeeds without the layer, and is refused with it.

Run as whoever runs the tests and, where that is root, once more as an ordinary user: in a user
namespace whose only user is no root, which finds the same files readable.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

CODE = """
import json, sys
import dataclasses, msgspec
from grader.case import call
from grader.sandbox.limits import DEFAULTS
from grader.sandbox.runner import Implementation, Plan, run
from grader.sandbox.zygote import Settings, Zygote
asked = json.load(sys.stdin)
limits = DEFAULTS["numpy"]
settings = Settings(
    "numpy",
    dataclasses.asdict(limits),
    without=tuple(asked["without"]),
    landlock=asked["landlock"],
)
with Zygote(settings) as zygote:
    zygote.wait_until_ready()
    plan = Plan("p", "submission", "numpy", limits, (call("f"),), (0,))
    transcripts = [run(zygote, plan, Implementation(source)) for source in asked["sources"]]
    told = [
        msgspec.to_builtins([t.stopped, *(e.outcome for e in t.entries.values())])
        for t in transcripts
    ]
    print(json.dumps([zygote.layers, zygote.acts, zygote.level, told]))
"""
AS_USER = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
WHO = ["as who runs the tests", *(["as a user"] if os.getuid() == 0 else [])]
# Layers that overlap: an act succeeds only where all that refuse it are gone.
CONTROLS = {
    "read": ("root", "landlock"),
    "list": ("root", "landlock"),
    "network": ("net", "seccomp", "landlock"),
    "socket": ("seccomp",),
    "process": ("seccomp",),
    "write": ("root", "landlock"),
    "namespace": ("seccomp",),
}


def ask(
    who: str, without: Sequence[str] = (), landlock: int = 99, sources: Sequence[str] = ()
) -> Any:
    asked = {"without": list(without), "landlock": landlock, "sources": list(sources)}
    command = [sys.executable, "-c", CODE]
    if who == "as a user":
        assert shutil.which("unshare"), "util-linux is part of every Debian"
        command = [*AS_USER, *command]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("who", WHO)
def test_all_layers_refuse_every_act(who: str) -> None:
    layers, acts, level, _ = ask(who)
    assert level == "strict"
    assert set(acts.values()) == {"refused"}
    assert {"root", "no_new_privs", "seccomp", "net namespace", "pid namespace"} <= set(layers)
    assert ("uid" in layers) == (who != "as a user" and os.getuid() == 0)


@pytest.mark.parametrize("act", CONTROLS)
def test_an_act_succeeds_without_its_layers(act: str) -> None:
    """The control: otherwise its refusal would prove nothing."""
    _, acts, _, _ = ask(WHO[0], CONTROLS[act])
    assert acts[act] != "refused"


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("version", [1, 3])
def test_an_older_landlock_is_enough_with_a_root_of_our_own(who: str, version: int) -> None:
    layers, _, level, _ = ask(who, landlock=version)
    assert f"landlock {version}" in layers
    assert level == "strict"


@pytest.mark.parametrize("who", WHO)
def test_without_namespaces_landlock_and_seccomp_are_enough(who: str) -> None:
    """As in a container that permits no user namespaces."""
    layers, _, level, _ = ask(who, ["user", "mount", "pid", "net", "ipc", "uts"])
    assert not any("namespace" in layer for layer in layers)
    assert level == "strict"


@pytest.mark.parametrize("who", WHO)
def test_a_missing_layer_is_not_passed_over(who: str) -> None:
    layers, acts, level, _ = ask(who, ["seccomp"])
    assert "seccomp" not in layers
    assert acts["process"] == "succeeded"
    assert level == "partial"


LIBRARIES = """
import abc, argparse, array, ast, base64, bisect, bz2, calendar, cmath, collections, contextlib
import copy, csv, ctypes, dataclasses, datetime, decimal, difflib, enum, fractions, functools
import glob, gzip, hashlib, heapq, html, inspect, io, itertools, json, logging, lzma, math
import multiprocessing, operator, os, pathlib, pickle, pprint, queue, random, re, secrets, shutil
import sqlite3, ssl, statistics, string, struct, subprocess, tempfile, textwrap, threading, time
import traceback, types, typing, unittest, uuid, warnings, weakref, xml.dom.minidom, zipfile, zlib
import zoneinfo
import numpy as np
np.testing.assert_allclose(np.fft.ifft(np.fft.fft(np.ones(4))).real, 1)
np.linalg.svd(np.ones((3, 3)))
np.ma.masked_all(3)

def f():
    with tempfile.TemporaryFile() as file:
        file.write(b"scratch")
    return float(np.random.default_rng(1).random() + np.random.rand())
"""


@pytest.mark.parametrize("who", WHO)
def test_the_standard_library_and_numpy_work_under_all_layers(who: str) -> None:
    """The same value with every layer and with none of them."""
    everything = ["user", "mount", "pid", "net", "ipc", "uts", "no_new_privs"]
    _, _, level, confined = ask(who, sources=[LIBRARIES])
    assert level == "strict"
    assert confined[0][0] is None, confined
    assert confined == ask(who, everything, sources=[LIBRARIES])[3]


@pytest.mark.parametrize("who", WHO)
def test_nothing_is_left_for_the_next_submission(who: str) -> None:
    leave = """
import os, pathlib, tempfile
folder = pathlib.Path(tempfile.gettempdir())
(folder / "left").write_text("behind")
(folder / "deep" / "er").mkdir(parents=True)
def f(): return sorted(os.listdir(folder))
"""
    look = "import os, tempfile\ndef f(): return sorted(os.listdir(tempfile.gettempdir()))"
    _, _, _, told = ask(who, sources=[leave, look])
    assert [entry["value"]["items"] for _, entry in told] == [["deep", "left"], []]


@pytest.mark.parametrize("who", WHO)
def test_other_paths_do_not_even_exist(who: str) -> None:
    source = (
        f"import os\ndef f(): return [os.path.exists(p) for p in ({__file__!r}, '/home', '/proc')]"
    )
    _, _, _, told = ask(who, sources=[source])
    assert told[0][1]["value"]["items"] == [False, False, False]


def test_a_canary_in_the_grader_is_not_found_in_the_sandbox() -> None:
    """Neither in memory, nor in environment, arguments or descriptors."""
    search = """
import ctypes, gc, os, sys
def f():
    found = [repr(o) for o in gc.get_objects() if isinstance(o, (str, bytes)) and "canary" in repr(o)]
    found += [v for v in os.environ.values() if "canary-" in v]
    found += [str(fd) for fd in range(5, 256) if _open(fd)]
    try:
        for line in open("/proc/self/maps"):
            start, end = (int(x, 16) for x in line.split()[0].split("-"))
            if " r" in line and "[v" not in line and end - start < 2**26:
                if b"canary-7f3a" in ctypes.string_at(start, end - start): found.append(line)
    except OSError:
        pass
    return len(found)
def _open(fd):
    try: os.fstat(fd); return True
    except OSError: return False
"""
    os.environ["CANARY"] = "canary-7f3a"
    try:
        _, _, _, told = ask(WHO[0], sources=[search])
    finally:
        del os.environ["CANARY"]
    assert told[0][1]["value"] == 0
