"""What the game map shows of a world: blocs, overlays, treaty arcs, crisis signs, exercises. No widgets here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from game.core.appraisal import Appraisal
from game.core.crises import Crisis
from game.core.events import Event
from game.core.relations import trust
from game.core.world import Nation, State, Treaty
from game.reports.grammar import capital, figure, signed, signed_hundredths
from game.reports.hardship_words import hidden_hand
from game.reports.treaties import guard_of
from game.reports.words import RANK_WORDS, kind_name, misfortune_name, name, name_bare, name_first
from game.ui import theme
from game.ui.map import Arc, Fill, MapModel, Marker, Ring
from game.ui.map import world as atlas_of_the_world
from game.ui.session import Overlay
from game.ui.theme import Colour

STRENGTH: Final = {"automatic": 3, "consulted": 2, "own_way": 2}
"""Thickness of an arc by how automatic its guarantee is; a treaty without one has 1."""
BARS: Final = {"brewing": 1, "open": 2, "showdown": 3, "fighting": 3, "war": 3}
MANY_PARTIES: Final = 4
"""A treaty of more parties than this is drawn from one nation only: all its pairs would be a web."""
MANY_ARCS: Final = 24
"""Pairs bound by treaty above which a map shows guarantees, and of lesser promises only some."""
Spot = tuple[float, float]


@dataclass(frozen=True)
class Bloc:
    """Nations bound to one another by guarantees in force."""

    members: tuple[str, ...]
    title: str
    """Title of its broadest treaty."""
    treaty: str
    """That treaty."""
    founded: int
    strength: int
    colour: Colour
    hatch: str | None


@dataclass(frozen=True)
class Look:
    """How the map is looked at: which overlay, about which nation, in which direction, with hatching or not."""

    overlay: Overlay
    about: str
    from_it: bool = False
    """Trust overlay: what the nation feels toward the others, instead of what they feel toward it."""
    hatching: bool = False


def strength(treaty: Treaty) -> int:
    """1 (no guarantee) to 3 (an automatic one)."""
    guard = guard_of(treaty)
    return STRENGTH[guard.automaticity] if guard is not None else 1


def blocs(world: State) -> tuple[Bloc, ...]:
    """The blocs of a world in the order of their founding.

    Of two treaties with a guarantee one of which binds all parties of the other the greater names the bloc. Others are
    blocs apart: who is in both stands in both, and its partners owe each other nothing.
    """
    groups: list[tuple[tuple[str, ...], int, tuple[int, str, str], int]] = []
    found = [
        (treaty.signed, treaty_id, treaty)
        for treaty_id, treaty in world.treaties.items()
        if treaty.in_force(world.turn) and guard_of(treaty) is not None
    ]
    for signed_in, treaty_id, treaty in sorted(found, key=lambda item: item[0]):
        members = tuple(party for party in treaty.parties if party in world.nations)
        if len(members) < 2:
            continue
        founded, bound = signed_in, strength(treaty)
        title = (_breadth(treaty), treaty.title, treaty_id)
        near = [group for group in groups if set(group[0]) <= set(members) or set(members) <= set(group[0])]
        for group in near:
            groups.remove(group)
            members = tuple(sorted(dict.fromkeys((*group[0], *members))))
            founded, bound = min(founded, group[1]), max(bound, group[3])
            title = max(title, group[2], key=lambda named: named[0])
        groups.append((members, founded, title, bound))
    groups.sort(key=lambda group: (group[1], group[0]))
    return tuple(
        Bloc(members, title[1], title[2], founded, bound, *theme.bloc(place))
        for place, (members, founded, title, bound) in enumerate(groups)
    )


def _breadth(treaty: Treaty) -> int:
    """How much of a bloc a treaty speaks for: its parties, and whether it holds against all."""
    guard = guard_of(treaty)
    return 2 * len(treaty.parties) + (1 if guard is not None and not guard.against else 0)


def blocs_of(found: Iterable[Bloc], nation: str) -> list[Bloc]:
    """The blocs a nation stands in, the stronger duty first."""
    mine = [bloc for bloc in found if nation in bloc.members]
    return sorted(mine, key=lambda bloc: (-bloc.strength, -len(bloc.members), bloc.founded))


def map_model(table: Appraisal, look: Look, me: str, events: Iterable[Event] = ()) -> MapModel:
    """Everything the map shows of the appraisal's world, seen from seat `me`. `events` hold last turn's exercises."""
    world = table.world
    found = blocs(world)
    fills = tuple(_fill(table, key, nation, look, found) for key, nation in world.nations.items() if nation.territories)
    placed = [fill.owner for fill in fills]
    return MapModel(
        fills=fills,
        arcs=tuple(_arcs(world, placed, look.about, me)),
        markers=(*_markers(world), *_hardships(world)),
        rings=tuple(_rings(world, events)),
    )


# --- land


def _fill(table: Appraisal, key: str, nation: Nation, look: Look, found: tuple[Bloc, ...]) -> Fill:
    colour: Colour = theme.LAND
    second: Colour | None = None
    kind = "diagonal"
    if look.overlay == "blocs":
        mine = blocs_of(found, key)
        if mine:
            colour = mine[0].colour
            if len(mine) > 1:
                second = mine[1].colour
            else:
                drawn = bloc_hatch(table.world, mine[0], found, look.hatching)
                if drawn is not None:
                    second, kind = theme.mix(colour, theme.SEA, 0.45), drawn
    elif key != look.about:
        colour = value_colour(table, look, key)
    return Fill(
        territories=nation.territories,
        owner=key,
        colour=colour,
        hatch_colour=second,
        hatch_kind=kind,
        label=name_bare(table.world, key),
        importance=nation.potential,
        great=nation.rank == "great",
    )


def value_colour(table: Appraisal, look: Look, nation: str) -> Colour:
    """The colour of a nation under the trust or threat overlay."""
    if look.overlay == "trust":
        return theme.signed_step(trust_shown(table.world, look, nation))
    return theme.unsigned_step(table.threat(nation, look.about), max(1, most_threat(table, look.about)))


def trust_shown(world: State, look: Look, nation: str) -> int:
    """-100..100 in the direction that is looked at."""
    if look.from_it:
        return trust(world, look.about, nation)
    return trust(world, nation, look.about)


def most_threat(table: Appraisal, nation: str) -> int:
    """The greatest single threat to a nation, in hundredths of an FP."""
    return max((part.amount for part in table.threats(nation)), default=0)


@lru_cache(maxsize=1)
def _neighbours() -> frozenset[tuple[int, int]]:
    """Cells of the world atlas that share a border."""
    atlas = atlas_of_the_world()
    return frozenset(zip(atlas.left.tolist(), atlas.right.tolist(), strict=True))


def bloc_hatch(world: State, bloc: Bloc, found: tuple[Bloc, ...], always: bool) -> str | None:
    """The hatching of a bloc: its own, or one by its place when the setting asks or its land borders another's."""
    if bloc.hatch is not None or not (always or _touches(world, bloc, found)):
        return bloc.hatch
    return theme.HATCHES[found.index(bloc) % len(theme.HATCHES)]


def _touches(world: State, bloc: Bloc, found: tuple[Bloc, ...]) -> bool:
    """Whether land of a bloc borders that of another, so that colour alone should not tell them apart."""
    near = _neighbours()
    others = [one for other in found if other is not bloc for one in other.members if one not in bloc.members]
    mine = [cell for one in bloc.members for cell in _cells(world.nations[one])]
    theirs = [cell for one in others for cell in _cells(world.nations[one])]
    return any((a, b) in near or (b, a) in near for a in mine for b in theirs)


def _cells(nation: Nation) -> tuple[int, ...]:
    atlas = atlas_of_the_world()
    return tuple(cell for code in nation.territories for cell in atlas.territories[code].cells)


# --- treaties


def _arcs(world: State, placed: list[str], about: str, me: str) -> Iterable[Arc]:
    """One arc a pair, for the strongest treaty between the two. One's own are in the accent colour.

    Where there are many, those that carry no guarantee are left out, but for one's own and those of the nation looked
    at: every pair of capitals consults somebody.
    """
    best: dict[tuple[str, str], tuple[int, bool]] = {}
    for treaty in world.treaties.values():
        if not treaty.in_force(world.turn):
            continue
        parties = [party for party in treaty.parties if party in placed]
        hub = about if about in parties else me if me in parties else parties[0] if parties else ""
        for i, a in enumerate(parties):
            for b in parties[i + 1 :]:
                if len(parties) > MANY_PARTIES and hub not in (a, b):
                    continue
                weight = strength(treaty)
                if weight > best.get((a, b), (0, False))[0]:
                    best[a, b] = (weight, treaty.secret)
    crowded = len(best) > MANY_ARCS
    for (a, b), (weight, secret) in best.items():
        if crowded and weight == 1 and not {me, about} & {a, b}:
            continue
        yield Arc(a, b, weight, secret, theme.ACCENT if me in (a, b) else theme.QUIET)


# --- crises and exercises


def _markers(world: State) -> Iterable[Marker]:
    for crisis in world.crises.values():
        if crisis.live or (crisis.stage == "war" and crisis.ended >= world.turn - 1):
            place = crisis_place(world, crisis)
            if place is not None:
                yield Marker(place, BARS[crisis.stage], capital(kind_name(world, crisis.kind)))


def _hardships(world: State) -> Iterable[Marker]:
    """A sign for each live misfortune, at the capital of the nation it struck."""
    for fate_id, fate in world.misfortunes.items():
        spot = capital_spot(world, fate.target) if fate.live else None
        if spot is not None:
            words = capital(misfortune_name(world, fate_id).removeprefix("the "))
            yield Marker(unproject(*spot), label=words, sign="search" if hidden_hand(world, fate_id) else "relief")


def _rings(world: State, events: Iterable[Event]) -> Iterable[Ring]:
    for event in events:
        if event.kind == "exercise_held" and event.turn >= world.turn - 1:
            spot = theatre_spot(world, event.about)
            if spot is not None:
                yield Ring(unproject(*spot))


def capital_spot(world: State, nation: str) -> Spot | None:
    """Where a nation's capital is, in units; None for one without land on the map."""
    atlas = atlas_of_the_world()
    known = world.nations.get(nation)
    for code in known.territories if known is not None else ():
        at = atlas.territories[code].capital
        if at is not None:
            return at[1], at[2]
    return None


def theatre_spot(world: State, theatre: str) -> Spot | None:
    """The middle of the capitals of those at home in a theatre, in units."""
    at = [capital_spot(world, key) for key, nation in world.nations.items() if nation.home == theatre]
    return _middle([spot for spot in at if spot is not None])


def crisis_place(world: State, crisis: Crisis) -> Spot | None:
    """Latitude and longitude of a crisis sign: the target's capital when it is challenged at home.

    Elsewhere it stands between the theatre and the line from challenger to target.
    """
    home = capital_spot(world, crisis.target)
    if home is not None and world.nations[crisis.target].home == crisis.theatre:
        return unproject(*home)
    ends = [spot for spot in (home, capital_spot(world, crisis.challenger)) if spot is not None]
    parts = [spot for spot in (theatre_spot(world, crisis.theatre), _middle(ends)) if spot is not None]
    found = _middle(parts)
    return unproject(*found) if found is not None else None


def _middle(spots: list[Spot]) -> Spot | None:
    if not spots:
        return None
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


def unproject(x: float, y: float) -> Spot:
    """Units of the world atlas back to latitude and longitude, by halving: the projection is level and monotone."""
    atlas = atlas_of_the_world()
    low, high = -89.0, 89.0
    for _ in range(40):
        lat = (low + high) / 2
        low, high = (lat, high) if atlas.project(lat, atlas.meridian)[1] > y else (low, lat)
    lat = (low + high) / 2
    a_degree = atlas.project(lat, atlas.meridian + 1)[0]
    lon = atlas.meridian + max(-180.0, min(180.0, x / a_degree))
    return lat, (lon + 180) % 360 - 180


# --- words


def hover_words(table: Appraisal, look: Look, nation: str) -> tuple[str, str]:
    """Name and one line about a nation under the pointer."""
    world = table.world
    if look.overlay == "blocs":
        titles = [bloc.title for bloc in blocs_of(blocs(world), nation)]
        said = f"{capital(RANK_WORDS[world.nations[nation].rank])} · {', '.join(titles) or 'no guarantee'}"
    elif nation == look.about:
        said = "The nation this overlay is about"
    elif look.overlay == "trust":
        other = name(world, look.about)
        said = (
            f"{capital(other)} trusts it {signed(trust(world, look.about, nation))}"
            if look.from_it
            else f"Trusts {other} {signed(trust(world, nation, look.about))}"
        )
    else:
        force = signed_hundredths(table.threat(nation, look.about)).lstrip("+")
        hostile = figure(table.hostility(nation, look.about).value)
        said = f"Threat to {name(world, look.about)} {force} FP, hostility {hostile} of 100"
    return name_first(world, nation), said
