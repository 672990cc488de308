"""Running implementations: every way in which a call can end, and what it leaves behind.

Whatever a submission does is in its transcript; both forms of the sandbox say the same of it.
"""

from __future__ import annotations

import dataclasses
import os
import random
from typing import Any

import msgspec
import numpy as np
import pytest

from grader.case import call, probe
from grader.sandbox.runner import Implementation, run
from grader.sandbox.zygote import ENVIRONMENT, PASSED_ON, SandboxError, Settings, Zygote
from grader.transcript import (
    Crashed,
    Entry,
    NotRun,
    Raised,
    Returned,
    TimedOut,
    Transcript,
)
from grader.value import Object, Tuple, object_of

ENDED_ITSELF = Crashed("its process ended itself in the middle of a call")
CPU = TimedOut("0.4 s of CPU time")
TOO_OFTEN = NotRun("earlier cases hung or crashed too often")
SMALLER = NotRun("a smaller case of this kind ran out of time")

# --- What a call gives -------------------------------------------------------------------------


def test_a_call_returns_its_value(runs: Any) -> None:
    """By position and by keyword, in the order of the cases."""
    source = "def f(a, b=2):\n    return a, b * 10"
    entries = runs.entries(source, [call("f", 1), call("f", 1, b=3)])
    assert entries == [Entry(Returned(Tuple((1, 20)))), Entry(Returned(Tuple((1, 30))))]


def test_an_exception_is_told_with_the_learners_own_line(runs: Any) -> None:
    """Not with NumPy's, where it was raised."""
    source = (
        "import numpy as np\n\n\ndef helper(x):\n    return np.reshape(x, (2, 2))\n\n\n"
        "def f():\n    return helper(np.zeros(3))\n"
    )
    (entry,) = runs.entries(source)
    assert entry.outcome == Raised(
        type="ValueError",
        kind="ValueError",
        message="cannot reshape array of size 3 into shape (2,2)",
        line=5,
        place="helper",
        source="return np.reshape(x, (2, 2))",
    )


@pytest.mark.parametrize(
    ("source", "type_", "kind", "message"),
    [
        ("class Mine(KeyError): pass\ndef f(): raise Mine('k')", "Mine", "KeyError", "'k'"),
        ("class Own(BaseException): pass\ndef f(): raise Own('o')", "Own", "BaseException", "o"),
        ("def f(): raise KeyboardInterrupt", "KeyboardInterrupt", "KeyboardInterrupt", ""),
        ("import sys\ndef f(): sys.exit('bye')", "SystemExit", "SystemExit", "bye"),
        ("def f(): exit()", "NameError", "NameError", "name 'exit' is not defined"),
        (
            "def f(): return f()",
            "RecursionError",
            "RecursionError",
            "maximum recursion depth exceeded",
        ),
        (
            "class E(Exception):\n    def __str__(self): raise ValueError\ndef f(): raise E",
            *("E", "Exception", "(its text could not be made: __str__ raises)"),
        ),
        ("f = 3", "TypeError", "TypeError", "'int' object is not callable"),
        ("", "AttributeError", "AttributeError", "module 'solution' has no attribute 'f'"),
        (
            "def f(): raise ValueError(object())",
            "ValueError",
            "ValueError",
            "<object object at 0x…>",
        ),
        ("def f(): raise ValueError('x' * 10**6)", "ValueError", "ValueError", "x" * 2000),
    ],
    ids=[
        *("own class", "own base", "interrupt", "exit", "no exit()", "recursion", "no text"),
        *("no function", "nothing", "address", "long"),
    ],
)
def test_whatever_is_raised_is_one_outcome(
    forked: Any, source: str, type_: str, kind: str, message: str
) -> None:
    """Its class, the nearest built-in class above it, and its text without addresses."""
    (entry,) = forked.entries(source)
    outcome = entry.outcome
    assert (outcome.type, outcome.kind, outcome.message) == (type_, kind, message)


def test_text_that_is_no_unicode_is_told_all_the_same(forked: Any) -> None:
    """A lone surrogate has no UTF-8; what it was part of is not lost for that."""
    returned, raised = forked.entries(
        "def f(x):\n    if x: raise ValueError('a\\ud800b')\n    return '\\ud800'",
        [call("f", 0), call("f", 1)],
    )
    assert returned.outcome == Returned(Object("str", "'\\ud800'"))
    assert raised.outcome.message == "a?b"


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("x = 1\ndef f(:\n    pass", 2, "invalid syntax"),
        ("def f():\npass", 2, "expected an indented block after function definition on line 1"),
        ("x = " + "(" * 300 + ")" * 300, 1, "too many nested parentheses"),
        ("x = 1\n\nx = y", 3, "name 'y' is not defined"),
        ("import sys\nsys.exit(3)", 2, "3"),
        ("raise SystemExit", 1, ""),
        ("x = 1\nimport nosuch", 2, None),
        ("x = " + "-" * 100_000 + "1", None, None),
    ],
    ids=["syntax", "indent", "nested", "raises", "exit", "SystemExit", "import", "too complex"],
)
def test_a_file_that_cannot_be_imported_stops_the_run(
    runs: Any, source: str, line: int | None, message: str | None
) -> None:
    """The transcript has no entry, and says in which line it was."""
    transcript = runs.transcript(source)
    assert transcript.entries == {}
    assert isinstance(transcript.stopped, Raised)
    assert transcript.stopped.line == line
    assert message is None or transcript.stopped.message == message


def test_a_module_has_a_name_that_is_not_main(runs: Any) -> None:
    """What stands under `if __name__ == "__main__"` is not run."""
    source = "if __name__ == '__main__':\n    raise SystemExit\ndef f():\n    return __name__"
    assert runs.value(source) == "solution"


def test_a_probe_is_given_the_submission(runs: Any) -> None:
    """And returns what it found out about it."""
    source = "def both(module, x):\n    return module.first(x), module.second(x)"
    value = runs.value(
        "def first(x): return x + 1\ndef second(x): return x * 2",
        probe("both", 5),
        probe=source,
    )
    assert value == Tuple((6, 10))


def test_a_changed_argument_is_noted_by_position_or_name(runs: Any) -> None:
    """An array changed in place, and a list that grew."""
    source = "def f(x, items, y):\n    x[0] = 7\n    items.append(1)\n    y += 0"
    case = call("f", np.zeros(2), [0], y=np.ones(2))
    (entry,) = runs.entries(source, [case])
    assert entry.changed == ("0", "1")
    (entry,) = runs.entries(source.replace("+= 0", "+= 1"), [case])
    assert entry.changed == ("0", "1", "y")


def test_every_case_gets_arguments_of_its_own(runs: Any) -> None:
    """What one call did to its array does not reach the next."""
    source = "def f(x, step):\n    x += step\n    return float(x[0])"
    entries = runs.entries(source, [call("f", np.zeros(1), step) for step in (1, 2)])
    assert [entry.outcome for entry in entries] == [Returned(1.0), Returned(2.0)]


@pytest.mark.parametrize(
    ("returned", "is_"),
    [
        ("'text'", "text"),
        ("[]", []),
        ("()", ()),
        ("0", 0),
        ("True", True),
        ("None", None),
        ("float('nan')", "nan"),
        ("float('inf')", float("inf")),
        ("np.float32(0.1)", np.float32(0.1)),
        ("1j", np.complex128(1j)),
        ("np.zeros((0, 3))", np.zeros((0, 3))),
        ("{'a': [1, (2.5,)]}", {"a": [1, (2.5,)]}),
    ],
)
def test_plain_data_comes_back_as_it_was(forked: Any, returned: str, is_: Any) -> None:
    """With its own type."""
    value = object_of(forked.value(f"import numpy as np\ndef f(): return {returned}"))
    if isinstance(is_, str) and is_ == "nan":
        assert value != value
    else:
        assert (type(value), repr(value)) == (type(is_), repr(is_))


@pytest.mark.parametrize(
    ("returned", "type_"),
    [
        ("np.zeros(2).view(Equal)", "solution.Equal"),
        ("np.ma.masked_all(2)", "numpy.ma.MaskedArray"),
        ("np.array([None])", "array of dtype object"),
        ("type('int', (int,), {})(1)", "solution.int"),
        ("10 ** 5000", "int"),
        ("(n for n in range(3))", "generator"),
        ("f", "function"),
        ("np.matrix([1])", "numpy.matrix"),
        ("np.longdouble(1)", "array of dtype"),
    ],
)
def test_what_is_no_plain_data_judges_nothing(forked: Any, returned: str, type_: str) -> None:
    """A subclass with its own `==` is a name and a short text on the other side."""
    source = (
        "import numpy as np\nclass Equal(np.ndarray):\n    def __eq__(self, other): return True\n"
        f"def f(): return {returned}"
    )
    value = forked.value(source)
    assert isinstance(value, Object)
    assert value.type.replace("numpy.ma.core.", "numpy.ma.").startswith(type_)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("return np.broadcast_to(1.0, (10**9, 10**4))", "more than 64 MiB of returned data"),
        ("return np.zeros((0, 2**40))", "more than 64 MiB of returned data"),
        (
            "x = [1]\n    for _ in range(60): x = [x, x]\n    return x",
            "a value nested more than 8 deep",
        ),
        ("x = []\n    x.append(x)\n    return x", "a value nested more than 8 deep"),
        ("return [0] * 10**6", "more than 20000 items in lists"),
    ],
)
def test_a_result_that_is_too_large_is_said_to_be(forked: Any, body: str, reason: str) -> None:
    """And the next case is asked all the same."""
    source = f"import numpy as np\ndef f():\n    {body}\ndef g(): return 1"
    entries = forked.entries(source, [call("f"), call("g")])
    assert [entry.outcome for entry in entries] == [Crashed(reason), Returned(1)]


# --- How a call ends its process ---------------------------------------------------------------

THREE = [call("f", 1), call("f", 2), call("f", 3)]


@pytest.mark.parametrize(
    ("end", "outcome"),
    [
        ("os._exit(0)", ENDED_ITSELF),
        ("os._exit(1)", ENDED_ITSELF),
        ("os.abort()", Crashed("its process was ended by SIGABRT")),
        ("faulthandler._read_null()", Crashed("its process was ended by SIGSEGV")),
    ],
    ids=["exit 0", "exit 1", "abort", "segfault"],
)
def test_a_crash_costs_one_case(runs: Any, end: str, outcome: Crashed) -> None:
    """The other cases are judged, before and after."""
    source = f"import faulthandler, os\ndef f(x):\n    if x == 2: {end}\n    return x"
    entries = runs.entries(source, THREE)
    assert [entry.outcome for entry in entries] == [Returned(1), outcome, Returned(3)]


def test_being_killed_is_most_likely_for_memory(zygote: Zygote, plans: Any) -> None:
    """The kernel says no more than SIGKILL, and the sentence says what it mostly means."""
    # Otherwise it could not send itself a signal.
    settings = dataclasses.replace(zygote.settings, without=("seccomp",))
    source = "import os\ndef f(): os.kill(os.getpid(), 9)"
    with Zygote(settings) as weaker:
        transcript = run(weaker, plans([call("f")]), Implementation(source))
    (entry,) = transcript.entries.values()
    assert entry.outcome == Crashed(
        "its process was killed, most likely because it used too much memory"
    )


def test_a_crash_at_import_stops_the_run(runs: Any) -> None:
    """There is nothing to ask any more."""
    transcript = runs.transcript("import os\nos._exit(0)")
    assert transcript.stopped == ENDED_ITSELF
    assert transcript.entries == {}


def test_too_many_crashes_end_the_run(runs: Any) -> None:
    """A few new children are started; then the rest is not asked."""
    source = "import os\ndef f(x): os._exit(0)"
    entries = runs.entries(source, [call("f", x) for x in range(4)], restarts=1)
    assert [e.outcome for e in entries] == [ENDED_ITSELF, ENDED_ITSELF, TOO_OFTEN, TOO_OFTEN]


def test_a_hang_at_import_stops_the_run(runs: Any) -> None:
    """By CPU time, in words."""
    transcript = runs.transcript("while True:\n    pass")
    assert transcript.stopped == CPU
    assert transcript.entries == {}


def test_a_hang_costs_its_case_and_the_larger_ones_of_its_group(runs: Any) -> None:
    """Other groups, and the smaller cases of its own, are judged."""
    source = "def f(x):\n    while x == 2:\n        pass\n    return x"
    cases = [call("f", x) for x in (1, 2, 3, 4, 5)]
    entries = runs.entries(source, cases, groups=[0, 0, 0, 1, 1])
    assert [e.outcome for e in entries] == [Returned(1), CPU, SMALLER, Returned(4), Returned(5)]


def test_a_sleeper_is_ended_by_the_clock_on_the_wall(runs: Any) -> None:
    """Ten times as long as CPU time by default; here it is about four times."""
    source = "import time\ndef f(x):\n    if x == 2: time.sleep(60)\n    return x"
    entries = runs.entries(source, THREE, wall_factor=3.75)
    slept = TimedOut("1.5 s without computing")
    assert [e.outcome for e in entries] == [Returned(1), slept, Returned(3)]


def test_the_time_for_the_whole_submission_is_bounded(forked: Any) -> None:
    """However many groups there are to hang in."""
    source = "def f(x):\n    while True:\n        pass"
    cases = [call("f", x) for x in range(6)]
    entries = forked.entries(source, cases, total_seconds=0.8, restarts=9)
    assert entries[0].outcome in (CPU, TimedOut("0.8 s of CPU time in all"))
    assert entries[-1].outcome == NotRun("the time for the whole submission was used up")


@pytest.mark.parametrize(
    "greed",
    ["np.ones(10**9)", "[0] * 10**10", "list(range(10**9))", "bytearray(2**31)"],
)
def test_memory_is_bounded(runs: Any, greed: str) -> None:
    """What asks for more is told so by Python, with a line; the next case is judged."""
    source = f"import numpy as np\ndef f(x):\n    return len({greed}) if x == 1 else x"
    first, second = runs.entries(source, [call("f", 1), call("f", 2)])
    assert (first.outcome.kind, first.outcome.line) == ("MemoryError", 3)
    assert second.outcome == Returned(2)


def test_a_submission_that_closes_the_stream_of_frames_has_ended_itself(forked: Any) -> None:
    """There is nobody else to blame."""
    transcript = forked.transcript("import os\nos.closerange(0, 100)\ndef f(): return 1")
    assert transcript.stopped == ENDED_ITSELF


def test_a_submission_that_breaks_the_builtins_breaks_itself_alone(runs: Any) -> None:
    """The next one finds them as they were."""
    broken = "import builtins\nbuiltins.len = builtins.getattr = builtins.isinstance = None\n"
    assert runs.transcript(broken + "def f(): return 1").stopped == ENDED_ITSELF
    assert runs.value("def f(): return len([1])") == 1


# --- What is printed ---------------------------------------------------------------------------


def test_what_is_printed_is_kept_from_import_to_the_last_call(runs: Any) -> None:
    """Standard output and standard error, without addresses."""
    source = (
        "import os, sys\nprint('at import', file=sys.stderr)\n"
        "def f(x):\n    print('in call', x, object())\n    os.write(1, b'raw\\n')"
    )
    transcript = runs.transcript(source, [call("f", 1)])
    said = "in call 1 <object object at 0x…>"
    # Whatever writes past Python's buffer comes before what waits in it.
    assert transcript.output.splitlines() == ["at import", "raw", said]


def test_what_is_printed_is_told_once_though_a_case_crashes(runs: Any) -> None:
    """The cases around it are asked again by another child, but nothing is heard twice."""
    source = (
        "import os\ndef f(x):\n    print('call', x, flush=True)\n    sum(range(30_000))\n"
        "    if x == 12: os._exit(1)"
    )
    transcript = runs.transcript(source, [call("f", x) for x in range(20)])
    assert transcript.output.splitlines() == [f"call {x}" for x in range(20)]


def test_a_flood_of_output_is_cut_in_the_middle(runs: Any) -> None:
    """Its start and its end are kept, and what is missing is counted."""
    source = "def f():\n    print('start' + 'x' * 3_000_000 + 'end')\n    return 1"
    transcript = runs.transcript(source, output=1000)
    start, middle, end = transcript.output.splitlines()
    assert start == "start" + "x" * 495
    assert middle == f"… {3_000_009 - 1000} bytes left out …"
    assert end == "x" * 496 + "end"
    assert [entry.outcome for entry in transcript.entries.values()] == [Returned(1)]


def test_a_flood_that_never_ends_is_ended_by_its_time(runs: Any) -> None:
    """Its output stays within the limit."""
    transcript = runs.transcript("def f():\n    while True: print('x' * 1000)", output=1000)
    (entry,) = transcript.entries.values()
    assert isinstance(entry.outcome, TimedOut)
    assert len(transcript.output) < 1100


# --- What a submission meets in place of a person ----------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind", "message"),
    [
        (
            "input('How many? ')",
            *("EOFError", "input() has nobody to ask here: use the function's arguments"),
        ),
        (
            "breakpoint()",
            *("RuntimeError", "breakpoint() has no terminal here: take it out before handing in"),
        ),
        (
            "import scipy.signal",
            "ModuleNotFoundError",
            "`scipy` is out of reach: this exercise is solved with NumPy and Python's standard "
            "library alone",
        ),
        (
            "import tensorflow as tf",
            "ModuleNotFoundError",
            "`tensorflow` is out of reach: this exercise is solved with NumPy and Python's standard "
            "library alone",
        ),
    ],
    ids=["input", "breakpoint", "scipy", "tensorflow"],
)
def test_what_cannot_work_here_says_why(runs: Any, body: str, kind: str, message: str) -> None:
    """At import and in a call alike."""
    (entry,) = runs.entries(f"def f():\n    {body}")
    assert (entry.outcome.kind, entry.outcome.message, entry.outcome.line) == (kind, message, 2)
    stopped = runs.transcript(f"\n{body}").stopped
    assert isinstance(stopped, Raised)
    assert (stopped.kind, stopped.message, stopped.line) == (kind, message, 2)


@pytest.mark.parametrize(
    "module",
    ["grader", "grader.exercise", "msgspec", "pytest", "zygote", "checks", "recorded"],
)
def test_the_grader_cannot_be_imported(runs: Any, module: str) -> None:
    """Neither the package nor what it is made of; of the sandbox there is only what it needs."""
    (entry,) = runs.entries(f"def f():\n    import {module}\n    return 1")
    assert entry.outcome.kind == "ModuleNotFoundError"


# --- What a child inherits ---------------------------------------------------------------------


def test_a_child_has_its_own_four_descriptors_and_no_other(runs: Any) -> None:
    """Standard input, output and error, and the stream of frames; whatever was open elsewhere."""
    source = (
        "import os\ndef is_open(number):\n    try:\n        os.fstat(number)\n"
        "    except OSError:\n        return False\n    return True\n"
        "def f():\n    return [number for number in range(2000) if is_open(number)]"
    )
    inherited = [os.dup2(0, number, inheritable=True) for number in (150, 700)]
    try:
        settings = runs.zygote.settings
        with Zygote(Settings("numpy", settings.limits, settings.portable)) as zygote:
            value = type(runs)(zygote).value(source)
    finally:
        for number in inherited:
            os.close(number)
    assert object_of(value) == [0, 1, 2, 3]


def test_a_child_has_no_environment_but_the_sandboxes_own(
    sandbox: Zygote, runs: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the person or machine that grades."""
    monkeypatch.setenv("GRADE_SECRET", "answer")
    settings = sandbox.settings
    with Zygote(Settings("numpy", settings.limits, settings.portable)) as zygote:
        value = type(runs)(zygote).value("import os\ndef f(): return sorted(os.environ)")
    # Python itself may set LC_CTYPE.
    assert set(object_of(value)) <= {*ENVIRONMENT, *PASSED_ON, "LC_CTYPE", "TMPDIR", "HOME"}


def test_standard_input_is_empty(runs: Any) -> None:
    """Reading it ends at once."""
    assert runs.value("import sys\ndef f(): return sys.stdin.read()") == ""


# --- What a submission leaves behind -----------------------------------------------------------

CLEAN = """
import random, threading, warnings
import numpy as np
def f():
    return (random.random(), float(np.random.rand()), sorted(np.geterr().items()) and str(np.geterr()),
            repr(np.array([0.1])), threading.active_count(), len(warnings.filters), np.pi, hash("a"),
            np.__dict__.get("left", "nothing"))
"""


@pytest.mark.parametrize(
    "mess",
    [
        "print('noise' * 1000)",
        "import random; random.seed(7); np.random.seed(7)",
        "np.seterr(all='raise'); np.set_printoptions(precision=1)",
        "import threading, time; [threading.Thread(target=time.sleep, args=(30,)).start() for _ in 'ab']",
        "np.pi = 3; np.left = 'something'; np.zeros = None",
        "import sys; sys.stdout = sys.stderr = None; sys.modules['random'] = None",
        "import warnings; warnings.simplefilter('error')",
        "import os; os.environ['PYTHONHASHSEED'] = '7'; os.chdir('/')",
        "import sys; sys.setrecursionlimit(50)",
        "import signal; [signal.signal(s, signal.SIG_IGN) for s in (2, 15)]",
        "import atexit, time; atexit.register(time.sleep, 30)",
        "import os; os.fork() or os._exit(0)",
    ],
    ids=[
        *("prints", "seeds", "numpy state", "threads", "patches numpy", "patches sys", "warnings"),
        *("environment", "recursion", "signals", "atexit", "forks"),
    ],
)
def test_what_one_submission_leaves_behind_changes_nothing_for_the_next(
    runs: Any, mess: str
) -> None:
    """At import and in a call."""
    before = runs.transcript(CLEAN)
    messy = f"import numpy as np\n{mess}\ndef f():\n    {mess}\n    return 1"
    runs.transcript(messy)
    after = runs.transcript(CLEAN)
    assert msgspec.structs.replace(after, seconds=0) == msgspec.structs.replace(before, seconds=0)


def test_every_case_starts_from_the_same_random_state(runs: Any) -> None:
    """So that the order of cases changes nothing."""
    source = (
        "import random\nimport numpy as np\n"
        "def f(x):\n    return random.random(), float(np.random.rand())"
    )
    first, second = runs.entries(source, [call("f", 1), call("f", 2)])
    assert first == second


def test_the_order_of_cases_is_irrelevant(forked: Any) -> None:
    """Every order gives the same entries."""
    source = (
        "import numpy as np, os\ndef f(x):\n    if x == 3: raise ValueError(x)\n"
        "    if x == 5: os._exit(1)\n    return np.random.rand(x)"
    )
    cases = [call("f", x) for x in range(8)]
    told = forked.transcript(source, cases).entries
    shuffled = random.Random(1)
    for _ in range(5):
        shuffled.shuffle(cases)
        assert forked.transcript(source, cases).entries == told


HARD = """
import os, random
import numpy as np
print("imported", {"b", "a", "c"}, object())
def f(x):
    print("call", x, id and object(), random.random(), np.random.rand())
    if x == 3:
        raise ValueError({"b", "a", "c"}, object())
    if x == 5:
        os._exit(1)
    return {"set": str({"x", "y", "z"}), "hash": hash("text"), "random": np.random.rand(2), "o": f}
"""


def _same_each_time(runs: Any, times: int) -> None:
    cases = [call("f", x) for x in range(40)]

    def told() -> bytes:
        transcript: Transcript = runs.transcript(HARD, cases)
        return msgspec.json.encode(msgspec.structs.replace(transcript, seconds=0))

    assert {told() for _ in range(times)} == {told()}


def test_the_same_submission_gives_the_same_transcript_in_five_runs(runs: Any) -> None:
    """Byte by byte, what it printed included, though one of its cases crashes."""
    _same_each_time(runs, 5)


@pytest.mark.full
def test_the_same_submission_gives_the_same_transcript_in_a_hundred_runs(runs: Any) -> None:
    """Byte by byte."""
    _same_each_time(runs, 100)


def test_two_zygotes_give_the_same_transcript(zygote: Zygote, plans: Any) -> None:
    """Whatever was run in either before."""
    cases = [call("f", x) for x in range(8)]
    plan, implementation = plans(cases), Implementation(HARD)
    with Zygote(zygote.settings) as another:
        run(another, plans([call("f")]), Implementation("def f(): return 1"))
        told = [run(one, plan, implementation) for one in (zygote, another)]
    first, second = (msgspec.structs.replace(transcript, seconds=0) for transcript in told)
    assert first == second
    assert first.digest == second.digest


def test_the_two_forms_of_the_sandbox_give_the_same_transcript(zygote: Zygote, plans: Any) -> None:
    """So a course may be written on one system and graded on another."""
    plan, implementation = plans([call("f", x) for x in range(8)]), Implementation(HARD)
    portable = Zygote(Settings("numpy", zygote.settings.limits, portable=True))
    first, second = (
        msgspec.structs.replace(run(one, plan, implementation), seconds=0)
        for one in (zygote, portable)
    )
    assert first == second


# --- Counted lines -----------------------------------------------------------------------------


def counted(n: int) -> Any:
    return call("f", n, count_lines=True)


def test_lines_are_counted_where_a_case_asks_for_them(runs: Any) -> None:
    """Exactly: a loop of n turns executes two lines a turn."""
    source = "def f(n):\n    for _ in range(n):\n        pass\n    return n"
    entries = runs.entries(source, [counted(10), counted(20), call("f", 30)])
    small, large, uncounted = (entry.lines for entry in entries)
    assert large - small == 20
    assert uncounted is None


@pytest.mark.parametrize(
    "meddling",
    [
        "sys.settrace(None)",
        "sys.settrace(lambda *_: None)",
        "old = sys.gettrace(); sys.settrace(None); sys.settrace(old)",
    ],
    ids=["takes it away", "sets another", "puts it back"],
)
def test_a_submission_that_meddles_with_the_trace_is_not_counted(runs: Any, meddling: str) -> None:
    """Even where it puts the function back; its answer is judged all the same."""
    source = f"import sys\ndef f(n):\n    {meddling}\n    return n"
    (entry,) = runs.entries(source, [counted(3)])
    assert entry == Entry(Returned(3), lines=None)


# --- When the sandbox itself fails -------------------------------------------------------------


def test_a_zygote_that_has_died_is_the_graders_failure(zygote: Zygote, plans: Any) -> None:
    """Never the submission's."""
    if zygote.settings.portable:
        pytest.skip("there is no zygote")
    with Zygote(zygote.settings) as mortal:
        plan, implementation = plans([call("f")]), Implementation("def f(): return 1")
        run(mortal, plan, implementation)
        mortal._process.kill()
        mortal._process.wait()
        for _ in "again and again":
            with pytest.raises(SandboxError, match=r"^the sandbox did not start: it ended"):
                run(mortal, plan, implementation)


def test_a_submission_that_kills_what_forked_it_is_ended(zygote: Zygote, plans: Any) -> None:
    """Either the system refuses it, or grading ends as the grader's failure; never with points."""
    source = "import os, signal\ndef f():\n    os.kill(os.getppid(), signal.SIGKILL)\n    return 1"
    if zygote.settings.portable:
        pytest.skip("its parent is the grader itself")
    with Zygote(zygote.settings) as mortal:
        try:
            transcript = run(mortal, plans([call("f")]), Implementation(source))
        except SandboxError:
            return
    (entry,) = transcript.entries.values()
    assert isinstance(entry.outcome, Raised | Crashed | Returned)
