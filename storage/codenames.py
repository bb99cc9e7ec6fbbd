"""Codenames of two plain words. They say nothing about a person: chosen at random, unique within a desk."""

from __future__ import annotations

import secrets

FIRST = (
    "amber autumn birch brave bright brisk bronze calm cedar chalk clear cobalt copper coral crimson crisp "
    "dawn deep distant early eastern elm ember even fair fern flint frosty gentle golden granite green "
    "hazel honest indigo iron ivory jade keen lively lone lucky lunar maple marble mellow misty morning "
    "mossy noble northern oak ochre olive opal patient pearl pine plain polar quick quiet rapid river rowan "
    "russet rustic sable salt sandy scarlet silent silver slate snowy solid southern steady stone summer "
    "sunny swift teal tidal umber upland velvet violet walnut warm western wild willow winter wise"
)

SECOND = (
    "anchor arbour badger barge beacon bell bison bittern boulder bridge brook canyon cello cliff comet "
    "compass crane cricket curlew delta dolphin dove dune eagle egret falcon ferry field finch fjord forest "
    "fountain fox gannet garden gate glacier grove gull harbour hare harp heron hill ibex island jay kestrel "
    "kettle kite lagoon lake lantern lark ledger linnet lynx magpie marten meadow mill moth mountain oriole "
    "orchard osprey otter owl paddle pebble pelican plover pond puffin quail raven reef robin sail seal "
    "shore sparrow spring stork swallow swan tern thistle thrush tower valley vole wagtail well wren"
)


def a_codename(taken: set[str]) -> str:
    """A codename that is not taken. When all are, the words get a number."""
    free = [name for first in FIRST.split() for second in SECOND.split() if (name := f"{first} {second}") not in taken]
    if free:
        return secrets.choice(free)
    name = f"{secrets.choice(FIRST.split())} {secrets.choice(SECOND.split())}"
    return next(numbered for count in range(2, len(taken) + 3) if (numbered := f"{name} {count}") not in taken)
