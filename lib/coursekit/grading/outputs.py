"""Make the outputs of a cell of what its process says, which may be anything."""

import contextlib
import json
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output, output_from_msg

from coursekit.grading import wire

DIED = "DeadKernelError"  # what nbclient calls it
MEGABYTE = 2**20
RED, PLAIN = "\x1b[0;31m", "\x1b[0m"


class Gathered:
    """The outputs of one cell, made of messages as nbclient makes them."""

    def __init__(self, outputs: list[NotebookNode], most: int) -> None:
        self.outputs, self.left, self.wait = outputs, most, False
        self.most = most

    def add(self, frame: dict[str, Any]) -> None:
        """Take one message; once too much has come, the rest is dropped."""
        if self.left < 0:
            return
        self.left -= len(json.dumps(frame))
        if self.left < 0:
            self.outputs.append(
                new_output(
                    "stream",
                    name="stderr",
                    text=f"(cut here: more than {self.most // MEGABYTE} MB)\n",
                )
            )
            return
        # whatever a message holds, what is no output is left out
        with contextlib.suppress(Exception):
            self._take(str(frame["message"]), wire.plain(dict(frame["content"])))

    def _take(self, kind: str, content: dict[str, Any]) -> None:
        if kind == "clear_output":
            if content.get("wait"):
                self.wait = True
            else:
                self.outputs.clear()
            return
        if kind == "update_display_data":
            self._update(content)
            return
        header = {"msg_type": kind}
        output = output_from_msg({"header": header, "content": content})
        if self.wait:
            self.outputs.clear()
            self.wait = False
        last = self.outputs[-1] if self.outputs else None
        if (
            output.output_type == "stream"
            and last is not None
            and last.output_type == "stream"
            and last.name == output.name
        ):
            last.text += output.text
            return
        shown = (content.get("transient") or {}).get("display_id")
        if shown:
            output["_shown"] = shown
        self.outputs.append(output)

    def _update(self, content: dict[str, Any]) -> None:
        for output in self.outputs:
            if output.get("_shown") == content["transient"]["display_id"]:
                output.data = nbformat.from_dict(content["data"])
                output.metadata = nbformat.from_dict(content["metadata"])


def complete(cell: NotebookNode, answer: dict[str, Any]) -> None:
    """See that an error of the reply stands among the outputs, as nbgrader does."""
    for output in cell.outputs:
        output.pop("_shown", None)
    if answer.get("reply") != "error":
        return
    name = str(answer.get("ename"))
    if not any(o.output_type == "error" and o.ename == name for o in cell.outputs):
        cell.outputs.append(
            new_output(
                "error",
                ename=name,
                evalue=texts([answer.get("evalue", "")])[0],
                traceback=texts(answer.get("traceback"))
                or ["ERROR: An error occurred while showtraceback was disabled"],
            )
        )


def texts(value: Any) -> list[str]:
    if not isinstance(value, list):
        return []
    return [str(item)[:10_000] for item in wire.plain(value)]


def last_number(cell: NotebookNode) -> str:
    """Give the last result a cell shows, where it is a number."""
    shown = [o for o in cell.outputs if o.output_type == "execute_result"]
    text = str(shown[-1].get("data", {}).get("text/plain", "")) if shown else ""
    with contextlib.suppress(ValueError):
        float(text)
        return text
    return ""


def late_error() -> NotebookNode:
    # word for word what nbgrader writes
    return new_output(
        "error",
        ename="CellTimeoutError",
        evalue="",
        traceback=[
            f"{RED}CellTimeoutError{PLAIN}: No reply from kernel before timeout"
        ],
    )


def died(why: str) -> NotebookNode:
    """Give the output of a cell that ended the interpreter."""
    lines = [f"{RED}{DIED}{PLAIN}: this cell ended the interpreter: {why}."]
    return new_output("error", ename=DIED, evalue=why, traceback=lines)
