"""Names for records: from the moment and the words, so that the same record has the same name."""

from datetime import UTC, datetime, timedelta
from typing import Literal

from nowwhat.session.moment import Moment

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def identify(
    kind: Literal["insight", "action", "checkin", "session", "ladder", "rung"],
    moment: Moment,
    text: str = "",
) -> str:
    """Name a record: its kind's letter, its microsecond, and 16 bits of its words.

    The words only part two records of one microsecond; sixteen bits give nothing of them away.
    """
    from hashlib import blake2b  # noqa: PLC0415 - it loads all that OpenSSL has; few name anything

    micros = (moment.at - _EPOCH) // timedelta(microseconds=1)
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=2).hexdigest()
    return f"{kind[0]}{micros:x}-{digest}"
