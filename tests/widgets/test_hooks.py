"""Private names of Textual: each that we lean on is where it was, and stands in one file."""

import ast
import inspect
import re
from pathlib import Path

import pytest
import textual
from tests.house.tree import SOURCE, modules, name_of, parsed
from textual.drivers.linux_driver import LinuxDriver

from nowwhat.widgets import hooks

SIGNATURES = {
    "App._fatal_error": "(self) -> 'None'",
    "App._close_messages_no_wait": "(self) -> 'None'",
    "App._display": "(self, screen: 'Screen', renderable: 'RenderableType | None') -> 'None'",
    "StylesCache.set_dirty": "(self, *regions: 'Region') -> 'None'",
    "Widget._size_updated": (
        "(self, size: 'Size', virtual_size: 'Size', container_size: 'Size', "
        "layout: 'bool' = True) -> 'bool'"
    ),
    "LinuxDriver.run_input_thread": "(self) -> 'None'",
    "LinuxDriver._run_input_thread": "(self) -> 'None'",
    "LinuxDriver.write": "(self, data: 'str') -> 'None'",
    "LinuxDriver.start_application_mode": "(self)",
    "XTermParser.feed": "(self, data: 'str') -> 'Iterable[Message]'",
    "XTermParser.tick": "(self) -> 'Iterable[T]'",
}
"""As they are in the Textual that this was written for."""

LIVE = (
    *("_exception", "_return_code", "_exit", "_styles_cache", "_batch_count", "_sync_available"),
    *("_driver", "_running", "_closed"),
)
"""Attributes of a running application."""

OWN = {"widgets/hooks.py", "widgets/painting.py", "ssh/hooks.py"}
"""The hooks, and what paints by way of them."""


def private_names() -> set[str]:
    """Private names that Textual's classes have, and that no object of plain Python has."""
    root = Path(textual.__file__).parent
    names: set[str] = set()
    for path in [*root.glob("*.py"), *root.glob("drivers/*.py"), *root.glob("widgets/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    names.add(name)
                case ast.Attribute(value=ast.Name(id="self"), attr=name):
                    names.add(name)
    return {name for name in names if re.fullmatch(r"_[a-z]\w*", name)}


def defined_in(tree: ast.Module) -> set[str]:
    """Names that a module gives to things itself."""
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
    return names


def private_imports(tree: ast.Module) -> list[str]:
    """Private modules and names that a module takes from Textual."""
    found: list[str] = []
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("textual"):
                found += [f"{module}.{each.name}" for each in names]
            case ast.Import(names=names):
                found += [each.name for each in names if each.name.startswith("textual")]
    return [name for name in found if re.search(r"(^|\.)_[a-z]", name)]


def private_uses(tree: ast.Module, private: set[str]) -> list[str]:
    """Private names of Textual that a module reads off an object, or gives another meaning to."""
    own, found = defined_in(tree), []
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                mine = name in own
            case ast.Attribute(attr=name):
                mine = name in own
            case _:
                continue
        if name in private and not mine:
            found.append(f"{name}, line {node.lineno}")
    return found


PRIVATE = private_names()


def test_the_textual_is_the_one_that_this_was_written_for() -> None:
    assert textual.__version__.startswith("8.2."), "look at every hook again, then move this"


@pytest.mark.parametrize(("place", "name"), hooks.HOOKS, ids=str)
def test_each_hook_is_where_it_was(place: type, name: str) -> None:
    if name in LIVE:
        source = inspect.getsource(place)
        assert re.search(rf"self\.{name}\b.*=", source), f"{place.__name__}.{name} has moved"
        return
    found = inspect.getattr_static(place, name, None)
    assert found is not None, f"{place.__name__}.{name} has moved"
    wanted = SIGNATURES[f"{place.__name__}.{name}"]
    assert str(inspect.signature(found)).replace('"', "'") == wanted


def test_each_private_name_in_the_file_of_hooks_is_listed_there() -> None:
    tree = parsed(Path(hooks.__file__))
    listed = {name for _, name in hooks.HOOKS}
    bases = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    used = {use.partition(",")[0] for use in private_uses(tree, PRIVATE)}
    redefined = {name for name in bases & PRIVATE if name.startswith("_")}
    assert used | redefined <= listed | OF_THE_DRIVER


OF_THE_DRIVER = {"_app", "_file", "_debug", "_loop", "_writer_thread", "_read", "_hung_up"}
"""Attributes of the driver; `_read` and `_hung_up` are ours, and happen to be names there too."""


@pytest.mark.parametrize("name", sorted(OF_THE_DRIVER - {"_read", "_hung_up"}))
def test_what_the_driver_has_is_where_it_was(name: str) -> None:
    drivers = LinuxDriver.__mro__[:2]
    sources = "\n".join(inspect.getsource(each) for each in drivers)
    assert re.search(rf"self\.{name}\b.*=", sources), f"the driver's {name} has moved"


def test_no_other_file_imports_what_is_private() -> None:
    found = {name_of(path): private_imports(parsed(path)) for path in modules()}
    assert {name: uses for name, uses in found.items() if uses and name not in OWN} == {}


def test_no_other_file_touches_what_is_private() -> None:
    shown = [SOURCE / "app.py", *modules("screens", "steps", "widgets", "wire")]
    found = {name_of(path): private_uses(parsed(path), PRIVATE) for path in shown}
    assert {name: uses for name, uses in found.items() if uses and name not in OWN} == {}
    assert all(found[name] for name in OWN & set(found)), "there is something to be found"


def test_what_is_private_would_be_found() -> None:
    tree = ast.parse(
        "from textual._wait import wait\nimport textual._time\n"
        "class A(B):\n"
        "    def _own(self): self._mine = self._own()\n"
        "    def go(self): self._compositor.x; self.app._driver.write('')\n"
    )
    assert private_imports(tree) == ["textual._wait.wait", "textual._time"]
    found = [use.partition(",")[0] for use in private_uses(tree, PRIVATE | {"_own", "_mine"})]
    assert sorted(found) == ["_compositor", "_driver"]
