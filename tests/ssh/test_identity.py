"""Who somebody is: a key they prove to have, or a guest; nobody is taken for anybody else."""

import asyncio
from pathlib import Path

import asyncssh
import pytest
from tests.ssh.caller import call, connect
from tests.ssh.conftest import Serve
from tests.ssh.place import Place
from tests.ssh.test_session import journal_of
from tests.ssh.walking import BEGIN, SERVE, come_in, to_home, to_the_card, to_the_note

from nowwhat.ssh.links import Links
from nowwhat.ssh.visitor import Person, fingerprint_of, id_of


def list_keys(place: Place, *keys: asyncssh.SSHKey) -> None:
    lines = [key.export_public_key().decode() for key in keys]
    place.state.authorized_keys.write_text("# people\n" + "".join(lines))


def borrowed(mine: asyncssh.SSHKey, theirs: asyncssh.SSHKey) -> asyncssh.SSHKeyPair:
    """Somebody else's public key, which is asked about as if it were one's own."""
    pair = asyncssh.load_keypairs([mine])[0]
    pair.public_data = theirs.public_data
    return pair


def who_is_in(place: Place) -> list[str]:
    return [event["who"] for event in place.events("authenticate")]


def test_a_listed_key_enters_and_another_does_not(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(any_key=False, guests=False)
    list_keys(place, keys[0])

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await come_in(caller)
            await caller.until(BEGIN)
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(place, keys[1])
        list_keys(place, keys[1])  # it is read again, without a restart
        async with call(place, keys[1]) as caller:
            await caller.until(SERVE.confirm)
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(place, keys[0])

    asyncio.run(live())


def test_a_list_that_cannot_be_read_lets_nobody_in(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(any_key=False, guests=False)
    place.state.authorized_keys.write_text("this is no key\n")

    async def live() -> None:
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(place, keys[0])

    asyncio.run(live())
    assert place.events("mishap")
    assert "this is no key" not in place.written.getvalue()


def test_asking_about_a_key_lends_nobody_its_owners_folder(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(any_key=False, guests=True)
    owner, stranger, _ = keys
    list_keys(place, owner)

    async def live() -> None:
        async with call(place, owner) as caller:
            await to_the_note(caller)
            await to_the_card(caller, note="the heron is mine", action="write to the heron keeper")
            caller.type("1\r")
            await caller.ended()
        async with call(place, borrowed(stranger, owner)) as caller:  # type: ignore[arg-type]
            await caller.until(SERVE.guest[0])
            await to_home(caller)
            assert b"heron" not in caller.heard

    asyncio.run(live())
    assert who_is_in(place) == [id_of(owner.get_fingerprint())[:12], "guest"]


def test_asking_about_a_key_and_proving_another_is_being_the_other(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(any_key=True, guests=False)
    owner, stranger, _ = keys

    async def live() -> None:
        connection, _ = await asyncssh.create_connection(
            asyncssh.SSHClient,
            "127.0.0.1",
            place.port,
            username="me",
            known_hosts=None,
            client_keys=[borrowed(stranger, owner), stranger],
            agent_path=None,
            config=None,
        )
        connection.close()
        await connection.wait_closed()

    asyncio.run(live())
    assert who_is_in(place) == [id_of(stranger.get_fingerprint())[:12]]


def test_a_further_key_opens_the_same_folder_and_no_other(
    serve: Serve, keys: list[asyncssh.SSHKey]
) -> None:
    place = serve(any_key=False, guests=False)
    list_keys(place, keys[0])
    first, second = (id_of(key.get_fingerprint()) for key in keys[:2])
    Links(place.state).add(second, first)

    async def live() -> None:
        async with call(place, keys[1]) as caller:
            await to_the_note(caller)
            await to_the_card(caller, action="write to the keeper")
            caller.type("1\r")
            await caller.ended()

    asyncio.run(live())
    assert [a.text for a in journal_of(place, keys[0]).actions()] == ["write to the keeper"]
    assert place.state.ids() == [first]


def test_who_only_knocks_leaves_no_folder(serve: Serve, keys: list[asyncssh.SSHKey]) -> None:
    place = serve()

    async def live() -> None:
        async with call(place, keys[0]) as caller:
            await caller.until(SERVE.confirm)

    asyncio.run(live())
    place.wait_for(lambda: not place.house.calls)
    place.stop()
    assert place.state.ids() == []


def test_a_persons_id_is_the_fingerprint_that_openssh_shows(keys: list[asyncssh.SSHKey]) -> None:
    fingerprint = keys[0].get_fingerprint()
    assert fingerprint_of(id_of(fingerprint)) == fingerprint
    for wrong in ("", "SHA256:", "MD5:abc", "SHA256:" + "!" * 43, fingerprint[:-1]):
        with pytest.raises(ValueError, match=r".*"):
            id_of(wrong)


def test_no_id_leads_out_of_the_folder(serve: Serve) -> None:
    from nowwhat.ssh.state import StateError  # noqa: PLC0415

    place = serve()
    for wrong in ("", "..", "../../etc", "A" * 64, "0" * 63, "0" * 64 + "/.."):
        with pytest.raises(StateError):
            place.state.of(Person(wrong))
    assert place.state.of(Person("0" * 64)).parent == place.state.people


def test_a_guest_leaves_nothing_on_the_server(serve: Serve, tmp_path: Path) -> None:
    place = serve()
    before = set(place.state.folder.rglob("*"))

    async def live() -> None:
        async with call(place) as caller:
            await to_the_note(caller)
            await to_the_card(caller, note="the heron is mine", action="write to the heron keeper")
            caller.type("1\r")
            assert await caller.ended() == 0

    asyncio.run(live())
    place.stop()
    assert set(place.state.folder.rglob("*")) == before
    assert not any(b"heron" in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert "heron" not in place.written.getvalue()
    assert len(place.house.guests) == 0
