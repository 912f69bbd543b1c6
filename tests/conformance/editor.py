"""An editor without a screen: speaks to the YAML language server as VS Code and others do (LSP over its pipes)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple, Self

_HELP: Final = {"validate": True, "hover": True, "completion": True}
_SETTINGS: Final = {**_HELP, "schemaStore": {"enable": False}, "schemas": {}}


class Offer(NamedTuple):
    """One thing an editor offers: what it says of it, and what it would write."""

    said: str
    written: str


class Editor:
    """One running server; to be used in ``with``. Documents are opened by path with a text of one's own."""

    def __init__(self, node: str, server: Path) -> None:
        self._command = [node, str(server), "--stdio"]
        self._number = 0
        self._findings: dict[str, list[Any]] = {}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        formats = {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}}
        able = {"textDocument": {"completion": formats, "hover": {"contentFormat": ["markdown", "plaintext"]}}}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": _SETTINGS}})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def findings(self, path: Path, text: str) -> list[str]:
        """What the editor underlines in a file that says ``text``."""
        uri = self._open(path, text)
        while uri not in self._findings:
            self._take(self._read())
        return [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in self._findings.pop(uri)]

    def offered(self, path: Path, text: str) -> Mapping[str, Offer]:
        """What it offers at the sign ‸ of ``text``, by label."""
        uri, place = self._at(path, text)
        found = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
        return {each["label"]: _offer(each) for each in found["items"]}

    def hover(self, path: Path, text: str) -> str:
        """What it shows where the mouse rests on the sign behind ‸."""
        uri, place = self._at(path, text)
        found = self._ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
        return _said(found["contents"]) if found else ""

    def _at(self, path: Path, text: str) -> tuple[str, dict[str, int]]:
        before, after = text.split("‸")
        rest = before.rpartition("\n")[2]
        return self._open(path, before + after), {"line": before.count("\n"), "character": len(rest)}

    def _open(self, path: Path, text: str) -> str:
        self._number += 1
        uri = path.with_name(f"{self._number}-{path.name}").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _ask(self, method: str, told: Mapping[str, Any]) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": told})
        while (answer := self._read()).get("id") != number or "method" in answer:
            self._take(answer)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _tell(self, method: str, told: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": told})

    def _take(self, message: Mapping[str, Any]) -> None:
        """What the server says or asks of itself: findings are kept, questions answered."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._findings[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            asked = message["params"].get("items", ()) if message["method"] == "workspace/configuration" else None
            answer = None if asked is None else [_SETTINGS if each.get("section") == "yaml" else None for each in asked]
            self._send({"id": message["id"], "result": answer})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        body = self._process.stdout.read(length)
        assert body, "the server has ended"
        return json.loads(body)


def _offer(item: Mapping[str, Any]) -> Offer:
    return Offer(_said(item.get("documentation")), item.get("textEdit", {}).get("newText", item.get("insertText", "")))


def _said(words: Any) -> str:
    if isinstance(words, list):
        return "\n".join(map(_said, words))
    return words.get("value", "") if isinstance(words, dict) else words or ""
