"""Two folders change names in one step, which no kill can divide, where the system can do that."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

# From linux/fs.h, fcntl.h of Linux, and sys/stdio.h of macOS.
_RENAME_EXCHANGE: Final = 2
_AT_FDCWD: Final = -100
_RENAME_SWAP: Final = 2

# What a kernel or a file system answers that does not know how.
_CANNOT: Final = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
)


def exchange_names(one: Path, other: Path) -> bool:
    """Let two things that exist change names in one step; return whether the system can.

    Raises `OSError` where it could but something else is in the way.
    """
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _system_call() -> Callable[[bytes, bytes], int] | None:
    if sys.platform == "linux":
        return _linux()
    if sys.platform == "darwin":
        return _macos()
    return None


def _library_function(name: str) -> Any:
    return getattr(ctypes.CDLL(None, use_errno=True), name, None)


def _linux() -> Callable[[bytes, bytes], int] | None:
    function = _library_function("renameat2")  # not in every C library
    if function is None:
        return None
    return lambda one, other: int(
        function(
            ctypes.c_int(_AT_FDCWD),
            ctypes.c_char_p(one),
            ctypes.c_int(_AT_FDCWD),
            ctypes.c_char_p(other),
            ctypes.c_uint(_RENAME_EXCHANGE),
        )
    )


def _macos() -> Callable[[bytes, bytes], int] | None:
    function = _library_function("renamex_np")
    if function is None:
        return None
    return lambda one, other: int(
        function(ctypes.c_char_p(one), ctypes.c_char_p(other), ctypes.c_uint(_RENAME_SWAP))
    )
