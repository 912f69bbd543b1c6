"""Who does the work of a batch, by the word that a person types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from negotiation_docs.cli.parser import WrongCommandError

if TYPE_CHECKING:
    from negotiation_docs.batch.crew import DaskClient

_DASK: Final = re.compile(r"dask(\+tls)?://(.+:\d+)")
_PATIENCE: Final = "15s"


@contextmanager
def executor(word: str) -> Iterator[Executor | DaskClient | None]:
    """``processes`` (None: the library's own), ``threads``, or a scheduler of Dask, ``dask://host:8786``.

    ``dask+tls://`` goes by Dask's own configuration of keys. Raises WrongCommandError.
    """
    found = _DASK.fullmatch(word)
    if word == "processes":
        yield None
    elif word == "threads":
        with ThreadPoolExecutor() as threads:
            yield threads
    elif found:
        with _client(f"{'tls' if found[1] else 'tcp'}://{found[2]}") as client:
            yield client
    else:
        raise WrongCommandError("--executor 可以写 processes、threads、dask://主机:8786 或 dask+tls://主机:8786")


@contextmanager
def _client(address: str) -> Iterator[DaskClient]:
    try:
        import distributed  # noqa: PLC0415 - an extra

        connect: Any = distributed.Client
    except ModuleNotFoundError:
        raise WrongCommandError('没有安装 Dask，请运行 pip install "negotiation-docs[dask]"') from None
    try:
        client = connect(address, timeout=_PATIENCE)
    except (OSError, ValueError, TypeError):
        raise WrongCommandError(f"连不上 Dask 的调度器 {address}") from None
    with client:
        yield client
