"""The rules of the house, held by tools: style, types, layers, sizes, and a README that tells the truth."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGES = ("assistant", "knowledge", "prompts", "ui")
_NAME = re.compile(r"(?<![\w/-])(?:[\w*-]+/)*(?:[\w*-]+\.(?:py|md|css|yaml)|[\w*-]+/)(?![\w/])")
_ELSEWHERE = re.compile(
    r"pypi\.|pythonhosted|//[\w.-]*(?:artifactory|nexus|devpi|jfrog)|--(?:extra-)?index-url|(?<![\w.])/(?:root|work|home/\w+)/"
)
_ALLOWED = {"Makefile": "--emit-index-url", "tests/test_structure.py": ""}


def tool(root: Path, name: str, *arguments: str) -> None:
    """Run a tool of the environment that the tests run in; its output is the failure."""
    program = Path(sys.executable).with_name(name)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    environment |= {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "NO_COLOR": "1"}
    ran = subprocess.run(
        [str(program), *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"{name} {' '.join(arguments)}\n{ran.stdout[-6000:]}{ran.stderr[-2000:]}"


def test_ruff_finds_nothing(root: Path) -> None:
    tool(root, "ruff", "check", "--no-cache", ".")


def test_every_file_is_formatted(root: Path) -> None:
    tool(root, "ruff", "format", "--no-cache", "--check", ".")


def test_pyright_finds_nothing(root: Path) -> None:
    tool(root, "pyright")


def test_the_layers_are_kept(root: Path) -> None:
    tool(root, "lint-imports", "--no-cache")


def files(root: Path) -> list[str]:
    """Every file that is or would be tracked."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    return [name for name in listed.stdout.splitlines() if (root / name).is_file()]


def test_no_module_is_longer_than_three_hundred_lines(root: Path) -> None:
    lengths = {
        str(path.relative_to(root)): len(path.read_text(encoding="utf-8").splitlines())
        for package in PACKAGES
        for path in (root / package).rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_every_module_opens_with_a_sentence(root: Path) -> None:
    silent = [
        str(path.relative_to(root))
        for package in PACKAGES
        for path in (root / package).rglob("*.py")
        if not re.match(r'"""[^\n]+?[.!]', path.read_text(encoding="utf-8"))
    ]
    assert silent == []


def test_no_text_file_names_a_package_index_or_a_folder_of_one_machine(root: Path) -> None:
    found: list[str] = []
    for name in files(root):
        try:
            text = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if name not in _ALLOWED:
            found += [f"{name}: {match[0]}" for match in _ELSEWHERE.finditer(text)]
    assert found == []


def test_tests_are_no_package_and_patch_nothing(root: Path) -> None:
    assert list((root / "tests").rglob("__init__.py")) == []
    patched = re.compile(r"mock\.patch|from unittest|import mock|pytest_mock")
    tests = [path for path in (root / "tests").rglob("*.py") if path.name != "test_structure.py"]
    assert [path.name for path in tests if patched.search(path.read_text(encoding="utf-8"))] == []


def tree(root: Path) -> list[tuple[list[str], list[str]]]:
    """The README's tree: for each line its names, and the folders that they may stand in, innermost last."""
    text = (root / "README.md").read_text(encoding="utf-8")
    blocks = [
        block for block in re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE) if "coach.py" in block
    ]
    assert blocks, "the README shows no tree of the project"
    found: list[tuple[list[str], list[str]]] = []
    package = folder = ""
    for line in blocks[0].splitlines():
        indent, names = len(line) - len(line.lstrip()), _NAME.findall(line)
        if indent == 0 and names:
            package = folder = names[0]
        elif indent <= 4 and names:
            folder = f"{package}{names[0]}" if names[0].endswith("/") else package
        found.append((names, ["", package, folder]))
    return found


def test_every_name_in_the_tree_of_the_readme_is_there(root: Path) -> None:
    missing = [
        name
        for names, folders in tree(root)
        for name in names
        if not any(list(root.glob(f"{folder}{name}".rstrip("/"))) for folder in folders)
    ]
    assert missing == []


def test_every_module_and_folder_of_the_packages_is_in_the_tree_of_the_readme(root: Path) -> None:
    paths = {Path(f"{folder}{name}") for names, folders in tree(root) for name in names for folder in folders}
    named = {str(part) for path in paths for part in (path, path.parent)}
    there = {
        str(path.relative_to(root))
        for package in PACKAGES
        for path in (root / package).iterdir()
        if (path.is_dir() and path.name != "__pycache__") or (path.suffix == ".py" and path.name != "__init__.py")
    }
    assert sorted(there - named) == []


def test_the_names_of_all_files_are_plain(root: Path) -> None:
    assert [name for name in files(root) if not re.fullmatch(r"[\w./-]+", name)] == []
