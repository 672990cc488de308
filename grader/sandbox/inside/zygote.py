"""The zygote: a fresh interpreter that imports NumPy or TensorFlow once and forks per submission.

Started as `python -I -S -B zygote.py FD` with an empty environment. FD is a socket to the trusted
process. Messages on it are frames (four bytes of length, then JSON):

    from the grader                                    answered by
    {"do": "start", "path": [...], ...}                {"is": "ready", "layers": [...], "acts": ...}
    {"do": "plan", "id": ..., "cases": [...], ...}     nothing
    {"do": "run", "plan": ..., "source": ..., ...}     {"is": "forked", "pid": ...} + its pidfd,
        with the two descriptors that the child        then {"is": "ended", "status": ...}
        writes frames and output to                    when it has

The zygote never touches a byte of a submission but to hand it to the child. When the socket
closes, it ends; the kernel ends it too when the trusted process dies.

With `portable` in place of FD nothing is forked: frames are read from standard input (start,
plan, run), outcomes go to what was standard output, and the interpreter ends after one run.
"""

from __future__ import annotations

import gc
import json
import os
import random
import socket
import struct
import sys
from typing import Any

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import confine

FRAME = struct.Struct(">I")


def main() -> None:
    """Serves until the grader closes the socket, or runs one implementation."""
    # Imports leave no garbage worth looking for; a child has its collector again.
    gc.disable()
    if sys.argv[1] == "portable":
        _run_once()
    else:
        _serve(socket.socket(fileno=int(sys.argv[1])))


def _serve(control: socket.socket) -> None:
    start, _ = _receive(control)
    confinement = confine.zygote(start)
    child = _import_libraries(start)
    confine.rules(confinement, start)
    start["mapped"] = confine.mapped()
    gc.freeze()
    gc.enable()
    if confine.threads() != 1:
        raise SystemExit("the zygote has more than one thread; forking it would not be safe")
    acts = confine.proved(confinement, start)
    _send(control, {"is": "ready", "layers": confinement.layers, "acts": acts})
    plans: dict[str, dict[str, Any]] = {}
    while True:
        message, descriptors = _receive(control)
        if message["do"] == "plan":
            plans[message["id"]] = message
            continue
        pid = os.fork()
        if pid == 0:
            control.close()
            _lay_out(descriptors)
            try:
                confine.child(confinement, start)
                run = message["name"], message["source"], message["indexes"]
                child.run(plans[message["plan"]], *run, child.writer(3), message["stream"])
            finally:
                # Without this, a SystemExit would travel up into the zygote's own loop.
                os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)
        pidfd = os.pidfd_open(pid)
        socket.send_fds(control, [_frame({"is": "forked", "pid": pid})], [pidfd])
        os.close(pidfd)
        _, status, used = os.wait4(pid, 0)
        confine.after_child(confinement)
        seconds = used.ru_utime + used.ru_stime
        _send(control, {"is": "ended", "status": status, "seconds": seconds})


def _lay_out(descriptors: list[int]) -> None:
    """Puts the child's descriptors where they belong, and closes every other one."""
    results, output = descriptors
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.dup2(results, 3)
    # The Landlock rules lie above; taking them on closes them.
    os.closerange(4, confine.RULES)


def _run_once() -> None:
    # What is printed goes where errors go, so that standard output carries frames alone.
    results = os.dup(1)
    os.dup2(2, 1)
    start, plan, message = (_read_frame(0) for _ in range(3))
    child = _import_libraries(start)
    gc.enable()
    start["mapped"] = confine.mapped()
    confine.child(confine.Confinement(), start)
    os.close(0)
    os.open(os.devnull, os.O_RDONLY)
    run = message["name"], message["source"], message["indexes"]
    child.run(plan, *run, child.writer(results), message["stream"])
    os._exit(0)


def _import_libraries(start: dict[str, Any]) -> Any:
    """Imports all that children will ever need, with the seeds of every one of them fixed.

    Returns the module `child`.
    """
    sys.path.extend(start["path"])
    import numpy as np

    if start["runtime"] == "tensorflow":
        _import_tensorflow()
    else:
        # Loaded lazily by NumPy itself; a child should not pay for it. `numpy.testing` and
        # `numpy.ma` are rarely asked for, and take as long to import as all the rest.
        import numpy.fft
        import numpy.linalg
        import numpy.random
    import child

    child.furnish(start["allowed"], start["explain"])
    random.seed(0)
    np.random.seed(0)
    # The folder of this file is out of the path again: a submission's `import plain` finds none.
    del sys.path[0]
    sys.argv[:] = [""]
    sys.path_importer_cache.clear()
    return child


def _import_tensorflow() -> None:
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    # Otherwise Keras wraps what a layer raises in a page about its arguments.
    tf.keras.config.disable_traceback_filtering()
    tf.keras.utils.set_random_seed(0)


def _frame(message: object) -> bytes:
    text = json.dumps(message).encode("ascii")
    return FRAME.pack(len(text)) + text


def _send(control: socket.socket, message: object) -> None:
    control.sendall(_frame(message))


def _receive(control: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """The next message and the descriptors that came with it; ends the process at the end."""
    head, descriptors, _, _ = socket.recv_fds(control, FRAME.size, 2)
    while 0 < len(head) < FRAME.size:
        head += control.recv(FRAME.size - len(head))
    if not head:
        os._exit(0)
    (length,) = FRAME.unpack(head)
    chunks = bytearray()
    while len(chunks) < length:
        part = control.recv(min(length - len(chunks), 2**20))
        if not part:
            os._exit(0)
        chunks += part
    return json.loads(chunks), list(descriptors)


def _read_frame(descriptor: int) -> dict[str, Any]:
    (length,) = FRAME.unpack(_read(descriptor, FRAME.size))
    message: dict[str, Any] = json.loads(_read(descriptor, length))
    return message


def _read(descriptor: int, length: int) -> bytes:
    data = bytearray()
    while len(data) < length:
        part = os.read(descriptor, length - len(data))
        if not part:
            os._exit(0)
        data += part
    return bytes(data)


if __name__ == "__main__":
    main()
