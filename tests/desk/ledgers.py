"""The counts of the tiny site's petition, and what an editor types."""

from __future__ import annotations

from tests.content import PETITION

FIRST = "open-net/first"
LEDGER = f"content/{PETITION}/signatures.csv"
FACTS = f"content/{PETITION}/facts.yaml"
HEAD = "date,platform,count,kind,source\n"
ROWS = (
    "2021-10-02,avaaz,400,online,https://example.org/a\n",
    "2021-10-09,avaaz,5200,online,https://example.org/b\n",
    "2021-10-10,paper,120,paper,\n",
)
OF_TODAY = "2022-04-15,avaaz,5300,online,https://example.org/c\n"
AGAIN = "Write it as the names of the two folders, such as open-internet/first."


def cells(**others):
    """A row as it is typed."""
    row = {"platform": "avaaz", "count": "5300", "source": "https://example.org/c"}
    return {**row, "kind": "online", "date": "", **others}


def ledger(desk):
    """The file of counts as it is now."""
    return (desk / PETITION / "signatures.csv").read_bytes().decode()


def names(desk):
    """What lies in the folder of the petition."""
    return sorted(path.name for path in (desk / PETITION).iterdir())
