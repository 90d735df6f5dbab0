"""What is known of each action by its check-ins: the latest word on everything that was asked."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from nowwhat.session.records import CheckIn, Outcome


def by_action(checkins: Iterable[CheckIn]) -> dict[str, tuple[CheckIn, ...]]:
    """Sort check-ins by the action that they account for, oldest first."""
    found: dict[str, list[CheckIn]] = {}
    for checkin in checkins:
        found.setdefault(checkin.action, []).append(checkin)
    return {action: tuple(accounts) for action, accounts in found.items()}


def account_of(checkins: Iterable[CheckIn]) -> CheckIn | None:
    """Join the check-ins of one action: each answer as it was given last.

    Once something was done, a later word that does not say so leaves it done.

    Returns:
        None where there is none.
    """
    joined: CheckIn | None = None
    for checkin in checkins:
        joined = checkin if joined is None else _joined(joined, checkin)
    return joined


def is_open(checkins: Iterable[CheckIn]) -> bool:
    """Say whether an action with these check-ins waits for its account."""
    return all(checkin.stays_open for checkin in checkins)


def _joined(earlier: CheckIn, later: CheckIn) -> CheckIn:
    said: Mapping[str, object] = {
        name: value
        for name in later.__struct_fields__
        if (value := getattr(later, name)) not in ("", None)
    }
    joined = replace(earlier, **said)
    if earlier.outcome.tried and not later.outcome.tried:
        joined = replace(joined, outcome=earlier.outcome, at=earlier.at)
    return joined


def tried_by(checkins: Iterable[CheckIn]) -> Outcome | None:
    """Say how far something was tried; none where it was not."""
    account = account_of(checkins)
    return account.outcome if account and account.outcome.tried else None
