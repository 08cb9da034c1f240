"""Compile a test once, for all who take it.

The supervisor calls ``compile_test``: what IPython does to the text of a cell before it
runs is the same for every submission. The process of a submission gets the code and
calls ``codes``, which makes it look as if IPython had compiled it there.
"""

import ast
import functools
from binascii import a2b_base64, b2a_base64
from marshal import dumps, loads
from types import CodeType

END = "_t" + "0" * 12  # stands in compiled tests for the name of what they call last


@functools.lru_cache(maxsize=256)
def compile_test(source: str) -> str:
    """Give the code of a cell, statement by statement; '' if it cannot be compiled."""
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        text = TransformerManager().transform_cell(source)
        *statements, last = reaching(END, ast.parse(text)).body
        parts = [(ast.Module([node], []), "exec") for node in statements]
        found = [
            compile(tree, "<test>", mode, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, True)
            for tree, mode in (*parts, (ast.Interactive([last]), "single"))
        ]
    except (SyntaxError, ValueError):
        return ""
    return b2a_base64(dumps(found), newline=False).decode()


def codes(test: str, file: str, end: str) -> list[CodeType]:
    """Give what ``compile_test`` gave as code of ``file`` that calls ``end`` last."""
    return [_at_home(code, file, end) for code in loads(a2b_base64(test))]


def _at_home(code: CodeType, file: str, end: str) -> CodeType:
    inside = [
        _at_home(value, file, end) if isinstance(value, CodeType) else value
        for value in code.co_consts
    ]
    names = [end if name == END else name for name in code.co_names]
    return code.replace(
        co_filename=file, co_consts=tuple(inside), co_names=tuple(names)
    )


def reaching(name: str, tree: ast.Module) -> ast.Module:
    """Change a test so that the last thing it does is to call ``name``.

    Where the test ends in an expression the call passes its value on, so that it is
    displayed as if nothing stood around it.
    """
    last = tree.body[-1] if tree.body else None
    given = last.value if isinstance(last, ast.Expr) else ast.Constant(None)
    call = ast.Call(ast.Name(name, ast.Load()), [given], [])
    if isinstance(last, ast.Expr):
        ast.copy_location(call, last.value)
        last.value = call
    else:
        added = ast.Expr(call)
        if last is not None:
            ast.copy_location(added, last)
        tree.body.append(added)
    return ast.fix_missing_locations(tree)
