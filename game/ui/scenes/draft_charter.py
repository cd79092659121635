"""The charter on the drafting table: what the parties are together for, who may belong, and how they decide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.core.charters import DUTY_KINDS, NO_CREED, RULES_OF_DECISION, TASKS, Charter, DecisionRule, OptOut
from game.core.councils import rule_price
from game.core.drafts import Draft
from game.core.world import State
from game.reports.council_words import DUTY_KIND_WORDS, RULE_MEANS, RULE_WORDS, TASK_WORDS, creed_words
from game.reports.grammar import capital, figure
from game.reports.words import name, name_bare
from game.ui import theme
from game.ui.kit import (
    STRONG,
    Button,
    Caption,
    Column,
    Dropdown,
    Icon,
    Label,
    Panel,
    Quiet,
    Row,
    Spacer,
    Stepper,
    Widget,
)
from game.ui.scenes.draft_terms import Change, field


def charter_panel(world: State, draft: Draft, me: str, change: Change) -> Widget:
    """The charter with its terms to set, or the way to give the draft one."""
    charter = draft.charter
    if charter is None:
        return Panel(
            Column(
                Row(Icon("consult", colour=theme.QUIET), Label("Charter", face=STRONG)),
                Quiet("Without one it is a plain treaty. A charter gives it a council, votes, plans and cohesion."),
                Row(
                    Button(
                        "Add a charter",
                        lambda: change(replace(draft, charter=Charter())),
                        icon="plus",
                        key="add-charter",
                    ),
                    Spacer(grow=1),
                ),
                gap=theme.INSIDE,
            ),
            pad=theme.BETWEEN,
        )

    def to(**terms: Any) -> None:
        change(replace(draft, charter=replace(charter, **terms)))

    kept = draft.amends in world.treaties and world.treaties[draft.amends].charter is not None
    head = Row(
        Icon("consult", colour=theme.ACCENT),
        Label("Charter", face=STRONG),
        Spacer(grow=1),
        Button(
            "Remove charter",
            lambda: change(replace(draft, charter=None)),
            kind="bare",
            icon="cross",
            icon_only=True,
            problem="An alliance keeps a charter; its council can dissolve it." if kept else "",
            key="remove-charter",
        ),
    )
    parties = [(one, name_bare(world, one)) for one in draft.parties]
    creed = capital(creed_words(charter.creed)) if charter.creed > NO_CREED else "it asks for nothing"
    return Panel(
        Column(
            head,
            field("Aim", _aim(world, draft, charter, to)),
            field(
                "Creed",
                Stepper(
                    charter.creed, lambda v: to(creed=v), least=NO_CREED, most=10, label="Creed", key="charter-creed"
                ),
                Caption(creed),
            ),
            field("Decides", _rule(charter, draft, me, to)),
            field(
                "Leader",
                Dropdown(parties, charter.leader, lambda v: to(leader=v), label="Leader", key="charter-leader"),
            )
            if charter.rule == "leader"
            else None,
            Caption(f"{RULE_MEANS[charter.rule]} {_price(world, charter, me)}"),
            field(
                "Seat",
                Dropdown(
                    [("", "Nowhere in particular"), *parties],
                    charter.seat,
                    lambda v: to(seat=v),
                    label="Seat",
                    key="charter-seat",
                ),
                Caption(f"its host earns 1 influence every {figure(world.rules.seat_turns)} turns"),
            ),
            field("Caveats", _caveats(world, draft, charter, to), grow=True),
            gap=theme.INSIDE,
        ),
        pad=theme.BETWEEN,
    )


def _price(world: State, charter: Charter, me: str) -> str:
    cost = rule_price(world.rules, charter, me)
    return f"It costs you {figure(cost)} of autonomy." if cost else "It costs you no autonomy."


def _aim(world: State, draft: Draft, charter: Charter, to: Any) -> Widget:
    """A task, or the nation it is aimed at."""
    options = [(f"task:{task}", capital(TASK_WORDS[task])) for task in TASKS]
    outside = sorted((one for one in world.nations if one not in draft.parties), key=lambda one: name_bare(world, one))
    options += [(f"against:{one}", f"To hold {name(world, one)}") for one in outside]
    others = [one for one in world.others if one == charter.against]
    options += [(f"against:{one}", f"To hold {name(world, one)}") for one in others]

    def chosen(value: str) -> None:
        kind, _, what = value.partition(":")
        to(against=what, task="defence") if kind == "against" else to(against="", task=what)

    now = f"against:{charter.against}" if charter.against else f"task:{charter.task}"
    return Dropdown(options, now, chosen, label="Aim", key="charter-aim")


def _rule(charter: Charter, draft: Draft, me: str, to: Any) -> Widget:
    def chosen(rule: DecisionRule) -> None:
        to(rule=rule, leader=(charter.leader or me) if rule == "leader" else "")

    options = [(rule, capital(RULE_WORDS[rule])) for rule in RULES_OF_DECISION]
    return Dropdown(options, charter.rule, chosen, label="Decides", key="charter-rule")


def _caveats(world: State, draft: Draft, charter: Charter, to: Any) -> Widget:
    """Parties on whom a kind of duty does not fall."""
    rows: list[Widget] = []
    parties = [(one, name_bare(world, one)) for one in draft.parties]
    duties = [(one, capital(DUTY_KIND_WORDS[one])) for one in DUTY_KINDS]

    def put(place: int, out: OptOut | None) -> None:
        found = list(charter.opt_outs)
        found[place : place + 1] = [out] if out is not None else []
        to(opt_outs=tuple(found))

    for place, out in enumerate(charter.opt_outs):
        rows.append(
            Row(
                Dropdown(
                    parties, out.party, lambda v, o=out, i=place: put(i, replace(o, party=v)),  # type: ignore[misc]
                    label="Who is exempt", key=f"caveat-party-{place}",
                ),
                Quiet("is exempt from"),
                Dropdown(
                    duties, out.duty, lambda v, o=out, i=place: put(i, replace(o, duty=v)),  # type: ignore[misc]
                    label="From what", key=f"caveat-duty-{place}",
                ),
                Button(
                    "Strike this caveat", lambda i=place: put(i, None), kind="bare", icon="cross",  # type: ignore[misc]
                    icon_only=True, key=f"caveat-strike-{place}",
                ),
                gap=theme.INSIDE,
            )
        )  # fmt: skip
    every = [OptOut(party, duty) for party in draft.parties for duty in DUTY_KINDS]
    free = next((out for out in every if out not in charter.opt_outs), None)
    rows.append(
        Row(
            Button(
                "Add a caveat",
                lambda: to(opt_outs=(*charter.opt_outs, free)),
                icon="plus",
                problem="" if free is not None else "Everybody is exempt from everything.",
                tooltip="One party on whom one kind of duty does not fall. Each takes "
                f"{figure(world.rules.cohesion_opt_out)} from cohesion.",
                key="add-caveat",
            ),
            Spacer(grow=1),
        )
    )
    return Column(*rows, gap=theme.INSIDE)
