"""The drafts of unfinished sittings in a folder: a file each, and a claim on it beside it."""

from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from nowwhat.session.moment import Moment
from nowwhat.store.aside import free_name, is_aside
from nowwhat.store.atomic import sweep, write_atomically
from nowwhat.store.claims import DraftClaim
from nowwhat.store.codec import PLAIN, Codec
from nowwhat.store.disk import REAL, Disk
from nowwhat.store.edges import have_folder, reading, saving
from nowwhat.store.errors import (
    DamagedDraftError,
    LockedError,
    MissingDraftError,
    StoreError,
    TakenDraftError,
)
from nowwhat.store.lock import Held
from nowwhat.store.marks import Marks
from nowwhat.store.naming import checked, is_id


class Drafts:
    """Drafts on a disk, in `drafts/` of the data folder; see `DraftStore` for what they do.

    Making one touches nothing. Every method may raise `UnusableFolderError`; those that read,
    `NotReadError`; those that write, `NotSavedError`, `LockedError` and `NoLocksError`.

    One object for each sitting: whatever it has claimed, any caller of it may write.

    Args:
        folder: The data folder.
        clock: What time it is, for the dates in the names of damaged drafts.
        codec: Between a draft and its bytes on the disk.
        disk: The disk.
    """

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], Moment],
        codec: Codec = PLAIN,
        disk: Disk = REAL,
    ) -> None:
        self._folder = folder / "drafts"
        self._clock = clock
        self._codec = codec
        self._disk = disk
        self._claimed: dict[str, Held] = {}

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all saved drafts, sorted: with ids made of a time, oldest first."""
        with reading(self._folder):
            names = self._disk.names(self._folder)
        stems = (name.removesuffix(".json") for name in names if name.endswith(".json"))
        return tuple(sorted(stem for stem in stems if is_id(stem)))

    def create(self, draft_id: str) -> DraftClaim:
        """Claim a draft that does not exist yet. It exists from its first `save`."""
        claim = self._claim(draft_id)
        if self._disk.exists(self._path(draft_id)):
            claim.release()
            raise TakenDraftError(draft_id)
        self._sweep_orphans()
        return claim

    def claim(self, draft_id: str) -> DraftClaim:
        """Claim a saved draft."""
        claim = self._claim(draft_id)
        if not self._disk.exists(self._path(draft_id)):
            claim.release()
            raise MissingDraftError(draft_id)
        return claim

    def load(self, draft_id: str) -> bytes:
        """Give a draft as it was last saved; needs no claim."""
        path = self._path(draft_id)
        try:
            with reading(path):
                stored = self._disk.read(path)
        except FileNotFoundError:
            raise MissingDraftError(draft_id) from None
        try:
            return self._codec.decode(stored)
        except ValueError:
            raise DamagedDraftError(draft_id) from None

    def save(self, draft_id: str, data: bytes) -> None:
        """Keep a draft; when it returns, it is on the disk."""
        path = self._path(draft_id)
        with self._holding(draft_id), saving(path):
            write_atomically(self._disk, path, self._codec.encode(data))

    def drop(self, draft_id: str) -> None:
        """Take a draft away for good; harmless where there is none."""
        path = self._path(draft_id)
        with self._holding(draft_id), saving(path):
            with suppress(FileNotFoundError):
                self._disk.unlink(path)
            # Even where it was gone already: an earlier try may have failed just here.
            self._disk.fsync_folder(self._folder)

    def set_aside(self, draft_id: str) -> str:
        """Put a damaged draft out of the way under a dated name; it is never deleted."""
        path = self._path(draft_id)
        with self._holding(draft_id), saving(path):
            taken = self._disk.names(self._folder)
            aside = path.with_name(free_name(path.name, self._clock(), taken.__contains__))
            try:
                self._disk.replace(path, aside)
            except FileNotFoundError:
                raise MissingDraftError(draft_id) from None
            self._disk.fsync_folder(self._folder)
        return str(aside)

    def forget(self, marks: Marks, *, unreadable: bool = False) -> None:
        """Take away for good every draft, set aside or not, in which one of the marks stands."""
        names = self._names()
        goes = [name for name in names if self._is_marked(name, marks, unreadable=unreadable)]
        self._unlink(goes, names)

    def unreadable(self) -> tuple[str, ...]:
        """Give the names of drafts, set aside or not, in which nothing can be looked for."""
        nothing = Marks(frozenset())
        return tuple(n for n in self._names() if self._is_marked(n, nothing, unreadable=True))

    def forget_everything(self) -> None:
        """Take away every draft for good, set aside or not."""
        names = self._names()
        self._unlink([name for name in names if _is_ours(name)], names)
        self._sweep_orphans()

    def _names(self) -> tuple[str, ...]:
        with reading(self._folder):
            return self._disk.names(self._folder)

    def _is_marked(self, name: str, marks: Marks, *, unreadable: bool) -> bool:
        path = self._folder / name
        try:
            with reading(path):
                return _is_ours(name) and marks.stand_in(self._codec.decode(self._disk.read(path)))
        except FileNotFoundError:
            return False
        except ValueError:
            return unreadable

    def _unlink(self, goes: Collection[str], names: Collection[str]) -> None:
        """Take files away, once those that are drafts are held; and what was left half written."""
        with ExitStack() as held:
            for name in goes:
                if is_id(draft_id := name.removesuffix(".json")):
                    held.enter_context(self._holding(draft_id))
            left = [name for name in names if self._was_left(name, held)]
            for name in (*goes, *left):
                path = self._folder / name
                with saving(path), suppress(FileNotFoundError):
                    self._disk.unlink(path)
            if names:  # even where none goes: an earlier try may have failed just here
                with saving(self._folder):
                    self._disk.fsync_folder(self._folder)

    def _was_left(self, name: str, held: ExitStack) -> bool:
        """Say whether a file is the half of a draft that nobody is writing; it is held, then."""
        draft_id = name[1:].removesuffix(".json.tmp")
        if not (name.startswith(".") and name.endswith(".json.tmp") and is_id(draft_id)):
            return False
        try:
            held.enter_context(self._holding(draft_id))
        except LockedError:
            return False
        return True

    @contextmanager
    def _holding(self, draft_id: str) -> Iterator[None]:
        if draft_id in self._claimed:
            yield
        else:
            with self._claim(draft_id):
                yield

    def _claim(self, draft_id: str) -> DraftClaim:
        lock = self._lock_path(draft_id)
        have_folder(self._disk, self._folder, lock)
        with saving(lock):
            held = self._disk.claim(lock)
        self._claimed[draft_id] = held
        sweep(self._disk, self._folder, f"{draft_id}.json")
        return DraftClaim(draft_id, lambda: self._let_go(draft_id))

    def _let_go(self, draft_id: str) -> None:
        held = self._claimed.pop(draft_id)
        try:
            # While it is held, so that nobody can lock a file that is about to go; see hold_claim.
            with suppress(OSError):
                self._disk.unlink(self._lock_path(draft_id))
        finally:
            held.release()

    def _sweep_orphans(self) -> None:
        """Take away what programs left that were killed before their draft was first saved."""
        try:
            names = self._disk.names(self._folder)
        except OSError:
            return  # tidying can wait
        left = {name.removesuffix(".lock") for name in names if name.endswith(".lock")}
        left |= {name[1:].removesuffix(".json.tmp") for name in names if name.endswith(".json.tmp")}
        saved = {name.removesuffix(".json") for name in names}
        for draft_id in left - saved - self._claimed.keys():
            if is_id(draft_id):
                with suppress(StoreError):
                    self._claim(draft_id).release()

    def _path(self, draft_id: str) -> Path:
        return self._folder / f"{checked(draft_id)}.json"

    def _lock_path(self, draft_id: str) -> Path:
        return self._path(draft_id).with_suffix(".lock")


def _is_ours(name: str) -> bool:
    stem = name.removesuffix(".json")
    return stem != name and (is_id(stem) or is_aside(name))
