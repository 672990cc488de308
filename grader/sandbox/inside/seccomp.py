"""Layer `seccomp`: an allow-list of system calls; see seccomp(2).

What is not listed fails with EPERM: the network, starting programs and processes, debugging,
mounting, keyrings, bpf, io_uring, clocks, priorities. Files are governed by the layers `root` and
`landlock`, so opening, listing and writing are allowed here.
"""

from __future__ import annotations

import ctypes
import struct

import kernel

SECCOMP_SET_MODE_FILTER = 1
SECCOMP_FILTER_FLAG_TSYNC = 1
SECCOMP_RET_KILL_PROCESS = 0x80000000
SECCOMP_RET_ERRNO = 0x00050000
SECCOMP_RET_ALLOW = 0x7FFF0000
EPERM, ENOSYS = 1, 38
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
X32_SYSCALL_BIT = 0x40000000

# linux/filter.h
BPF_LD_W_ABS = 0x20
BPF_JMP_JEQ_K = 0x15
BPF_JMP_JGE_K = 0x35
BPF_JMP_JSET_K = 0x45
BPF_RET_K = 0x06
# struct seccomp_data
_NR, _ARCH, _ARGS = 0, 4, 16

CLONE_THREAD = 0x00010000
# CLONE_NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
CLONE_NAMESPACES = 0x7E020080

# Name: numbers on x86_64 and aarch64. What one of them lacks is None.
ALLOWED: dict[str, tuple[int | None, int | None]] = {
    "access": (21, None),
    "alarm": (37, None),
    "arch_prctl": (158, None),
    "brk": (12, 214),
    "chdir": (80, 49),
    "clock_getres": (229, 114),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "close": (3, 57),
    "close_range": (436, 436),
    "copy_file_range": (326, 285),
    "creat": (85, None),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "epoll_create1": (291, 20),
    "epoll_ctl": (233, 21),
    "epoll_pwait": (281, 22),
    "epoll_wait": (232, None),
    "eventfd2": (290, 19),
    "exit": (60, 93),
    "exit_group": (231, 94),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "fadvise64": (221, 223),
    "fallocate": (285, 47),
    "fchdir": (81, 50),
    "fcntl": (72, 25),
    "fdatasync": (75, 83),
    "flock": (73, 32),
    "fstat": (5, 80),
    "fstatfs": (138, 44),
    "fsync": (74, 82),
    "ftruncate": (77, 46),
    "futex": (202, 98),
    "getcpu": (309, 168),
    "getcwd": (79, 17),
    "getdents64": (217, 61),
    "getegid": (108, 177),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getgroups": (115, 158),
    "getitimer": (36, 102),
    "getpgid": (121, 155),
    "getpid": (39, 172),
    "getppid": (110, 173),
    "getrandom": (318, 278),
    "getresgid": (120, 150),
    "getresuid": (118, 148),
    "getrlimit": (97, 163),
    "getrusage": (98, 165),
    "getsid": (124, 156),
    "gettid": (186, 178),
    "gettimeofday": (96, 169),
    "getuid": (102, 174),
    "lseek": (8, 62),
    "lstat": (6, None),
    "madvise": (28, 233),
    "membarrier": (324, 283),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "mremap": (25, 216),
    "msync": (26, 227),
    "munmap": (11, 215),
    "nanosleep": (35, 101),
    "newfstatat": (262, 79),
    "open": (2, None),
    "openat": (257, 56),
    "pause": (34, None),
    "pipe": (22, None),
    "pipe2": (293, 59),
    "poll": (7, None),
    "ppoll": (271, 73),
    "pread64": (17, 67),
    "preadv": (295, 69),
    "pselect6": (270, 72),
    "pwrite64": (18, 68),
    "pwritev": (296, 70),
    "read": (0, 63),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "readv": (19, 65),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "restart_syscall": (219, 128),
    "rmdir": (84, None),
    "rseq": (334, 293),
    "rt_sigaction": (13, 134),
    "rt_sigpending": (127, 136),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "rt_sigsuspend": (130, 133),
    "rt_sigtimedwait": (128, 137),
    "sched_get_priority_max": (146, 125),
    "sched_get_priority_min": (147, 126),
    "sched_getaffinity": (204, 123),
    "sched_getparam": (143, 121),
    "sched_getscheduler": (145, 120),
    "sched_yield": (24, 124),
    "select": (23, None),
    "sendfile": (40, 71),
    "set_robust_list": (273, 99),
    "set_tid_address": (218, 96),
    "setitimer": (38, 103),
    "sigaltstack": (131, 132),
    "stat": (4, None),
    "statfs": (137, 43),
    "statx": (332, 291),
    "sysinfo": (99, 179),
    "times": (100, 153),
    "umask": (95, 166),
    "uname": (63, 160),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "utimensat": (280, 88),
    "wait4": (61, 260),
    "waitid": (247, 95),
    "write": (1, 64),
    "writev": (20, 66),
}
_CLONE, _CLONE3 = (56, 220), (435, 435)
_TGKILL, _IOCTL, _PRCTL, _PRLIMIT64 = (234, 131), (16, 29), (157, 167), (302, 261)
# Terminal settings and sizes are asked for at import; FIOCLEX, FIONBIO and FIONREAD are harmless.
_IOCTLS = (0x5401, 0x5413, 0x5421, 0x541B, 0x5450, 0x5451)
# PR_SET_NAME, PR_GET_NAME, PR_SET_VMA; the rest could undo or hide something.
_PRCTLS = (15, 16, 0x53564D41)

Instruction = tuple[int, int, int, int]


def program(threads: bool, pid: int) -> bytes:
    """The filter as the kernel takes it.

    threads: whether threads may be started, as TensorFlow has to; processes never may.
    pid: of the child; it may signal itself, as `abort` does, and nobody else.
    """
    which = 0 if kernel.MACHINE == "x86_64" else 1
    deny: Instruction = (BPF_RET_K, 0, 0, SECCOMP_RET_ERRNO | EPERM)
    allow: Instruction = (BPF_RET_K, 0, 0, SECCOMP_RET_ALLOW)
    code: list[Instruction] = [
        (BPF_LD_W_ABS, 0, 0, _ARCH),
        (BPF_JMP_JEQ_K, 1, 0, AUDIT_ARCH[kernel.MACHINE]),
        (BPF_RET_K, 0, 0, SECCOMP_RET_KILL_PROCESS),
        (BPF_LD_W_ABS, 0, 0, _NR),
    ]
    if which == 0:
        code += [(BPF_JMP_JGE_K, 0, 1, X32_SYSCALL_BIT), deny]
    for numbers in sorted(ALLOWED.values(), key=lambda pair: pair[which] or 0):
        number = numbers[which]
        if number is not None:
            code += [(BPF_JMP_JEQ_K, 0, 1, number), allow]
    # libc tries clone3 first, whose flags a filter cannot see; ENOSYS makes it fall back.
    code += [(BPF_JMP_JEQ_K, 0, 1, _CLONE3[which]), (BPF_RET_K, 0, 0, SECCOMP_RET_ERRNO | ENOSYS)]
    code += _only(_IOCTL[which], 1, _IOCTLS, allow, deny)
    code += _only(_PRCTL[which], 0, _PRCTLS, allow, deny)
    code += _only(_TGKILL[which], 0, (pid,), allow, deny)
    # prlimit64(0, which, NULL, …) asks; the address of new limits, in two halves, has to be 0.
    code += [
        (BPF_JMP_JEQ_K, 0, 8, _PRLIMIT64[which]),
        (BPF_LD_W_ABS, 0, 0, _ARGS),
        (BPF_JMP_JEQ_K, 0, 5, 0),
        (BPF_LD_W_ABS, 0, 0, _ARGS + 16),
        (BPF_JMP_JEQ_K, 0, 3, 0),
        (BPF_LD_W_ABS, 0, 0, _ARGS + 20),
        (BPF_JMP_JEQ_K, 0, 1, 0),
        allow,
        deny,
    ]
    if threads:
        code += [
            (BPF_JMP_JEQ_K, 0, 5, _CLONE[which]),
            (BPF_LD_W_ABS, 0, 0, _ARGS),
            (BPF_JMP_JSET_K, 0, 2, CLONE_THREAD),
            (BPF_JMP_JSET_K, 1, 0, CLONE_NAMESPACES),
            allow,
            deny,
        ]
    code.append(deny)
    return b"".join(struct.pack("HBBI", *instruction) for instruction in code)


def install(filter_: bytes) -> None:
    """Takes the filter on, for good and for every thread; raises `OSError`."""
    buffer = ctypes.create_string_buffer(filter_, len(filter_))

    class SockFprog(ctypes.Structure):
        _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    described = SockFprog(len(filter_) // 8, ctypes.addressof(buffer))
    kernel.syscall(
        "seccomp", SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, ctypes.byref(described)
    )


def _only(
    number: int, argument: int, values: tuple[int, ...], allow: Instruction, deny: Instruction
) -> list[Instruction]:
    """Allows a call where the low half of one argument is one of these values."""
    tests: list[Instruction] = []
    for value in values:
        tests += [(BPF_JMP_JEQ_K, 0, 1, value), allow]
    body: list[Instruction] = [(BPF_LD_W_ABS, 0, 0, _ARGS + 8 * argument), *tests, deny]
    return [(BPF_JMP_JEQ_K, 0, len(body), number), *body]
