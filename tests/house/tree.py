"""What lies in the project's tree, as the rules of the house read it."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "afterword"

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef


@cache
def files() -> tuple[Path, ...]:
    """Every file that belongs to the project: what git knows or would add; without git, a walk."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return walk()
    return tuple(path for name in listed.stdout.split("\0") if (path := ROOT / name).is_file())


def walk() -> tuple[Path, ...]:
    """Every file of the tree, but for what is made here: packages, caches, measurements."""
    return tuple(path for path in ROOT.rglob("*") if path.is_file() and not is_made_here(path))


def is_made_here(path: Path) -> bool:
    """Whether a file is not kept: one of coverage, or in a made or a hidden folder (but .ci)."""
    folders = path.relative_to(ROOT).parts[:-1]
    made = {"__pycache__", "build", "dist", "htmlcov"}
    return path.name.startswith(".coverage") or any(
        part in made or (part.startswith(".") and part != ".ci") for part in folders
    )


def python(*folders: str) -> list[Path]:
    """Return the project's Python files, in the folders named or in all of them."""
    wanted = [ROOT / folder for folder in folders] or [ROOT]
    return [
        path
        for path in files()
        if path.suffix == ".py" and any(path.is_relative_to(folder) for folder in wanted)
    ]


def name(path: Path) -> str:
    """Return the name of a file as a person would say it, from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[Function]:
    """Return every function and method of a Python file."""
    return [node for node in ast.walk(parsed(path)) if isinstance(node, Function)]


def length(function: Function) -> int:
    """Return the number of lines from a function's `def` to its end, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
