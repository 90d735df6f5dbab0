"""Guessing the country: by the locale, by the zone."""

from collections.abc import Mapping

_TABLES = ("/usr/share/zoneinfo/zone1970.tab", "/usr/share/zoneinfo/zone.tab")
"""Which zones lie in which countries, where the system keeps such a table."""


def country_of(environ: Mapping[str, str]) -> str:
    """Guess the country by the locale's region: `en_IE.UTF-8` is Ireland; empty where none is."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        region = environ.get(name, "").split(".")[0].split("@")[0].partition("_")[2]
        if len(region) == 2 and region.isalpha():  # noqa: PLR2004 - ISO 3166
            return region.upper()
    return ""


def country_of_zone(zone: str) -> str:
    """Guess the country by the zone: the table that the system keeps, where it has one."""
    for table in _TABLES:
        try:
            with open(table, encoding="utf-8") as lines:  # noqa: PTH123 - one line of it is read
                for line in lines:
                    codes, _, rest = line.partition("\t")
                    if not line.startswith("#") and rest.rstrip().split("\t")[1:2] == [zone]:
                        return codes[:2]
        except OSError:
            continue
    return ""


def zones_of_country(code: str) -> list[str]:
    """List the zones that lie in a country alone or with others; none where no table tells."""
    for table in reversed(_TABLES):  # the older one knows each country by itself
        try:
            with open(table, encoding="utf-8") as lines:  # noqa: PTH123 - as above
                rows = [line.split("\t") for line in lines if not line.startswith("#")]
        except OSError:
            continue
        return [row[2].strip() for row in rows if code in row[0].split(",")]
    return []
