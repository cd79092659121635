"""Naming a nation for a hidden hand's work: whom one suspects, and what it does if one is right or wrong."""

from __future__ import annotations

from collections.abc import Callable

from game.core.acts import Accuse, Act
from game.core.attribution import suspicion
from game.core.world import State
from game.reports.grammar import figure, number, signed
from game.reports.words import misfortune_name, name, name_bare
from game.ui import theme
from game.ui.kit import Button, Caption, Column, Dialog, Dropdown, Label, Quiet, Ui
from game.ui.session import Session

Do = Callable[[Act, str], bool]


def suspects(session: Session, key: str) -> tuple[tuple[str, int], ...]:
    """Nations that may be named, the likeliest first, each with the per cent by which one's own staff suspects it."""
    world, fate = session.world, session.world.misfortunes[key]
    if fate.attributed:
        return ((fate.culprit, 100),)
    shares = suspicion(session.appraisal, fate.target)
    others = [one for one in world.nations if one != session.nation]
    order = sorted(others, key=lambda one: (-shares.get(one, 0), name_bare(world, one)))
    return tuple((one, shares.get(one, 0) // 10) for one in order)


def accuse_dialog(ui: Ui, session: Session, key: str, do: Do) -> Dialog:
    """Choose whom to name, and name it before all the world."""
    world, rules = session.world, session.world.rules
    found = suspects(session, key)
    fate = world.misfortunes[key]
    dialog: Dialog

    def act() -> Accuse:
        return Accuse(misfortune=key, suspect=chooser.value)

    def problem(suspect: str) -> str:
        return " ".join(one.text for one in session.problems(Accuse(misfortune=key, suspect=suspect)))

    def changed(suspect: str) -> None:
        send.problem = problem(suspect)

    def go() -> None:
        if send.works:
            dialog.close()
            do(act(), f"You have named {name(world, chooser.value)} before all the world.")

    options = [
        (one, f"{name_bare(world, one)}, {figure(share)} %" if share else f"{name_bare(world, one)}, not suspected")
        for one, share in found
    ]
    chooser = Dropdown(options, found[0][0], changed, label="Whom", key="suspect")
    send = Button("Accuse it", go, kind="primary", problem=problem(found[0][0]), key="accuse-send")
    cancel = Button("Name nobody", lambda: dialog.cancel())
    body = Column(
        Label(
            f"You name a nation for {misfortune_name(world, key)}, proved or not. It takes an initiative, once, and "
            f"it trusts you {number(-rules.trust_accused)} points less, guilty or not."
        ),
        chooser,
        Caption("The figure is how far your staff suspects it: by its hostility, and by what its services can do."),
        Label(_opens(world, fate.kind)) if _opens(world, fate.kind) else None,
        Label(
            "It has been found who did it: influence +1."
            if fate.attributed
            else f"Borne out before the search ends: influence +1. Never proved: influence −1. Proved wrong: influence "
            f"−1, its trust {signed(rules.trust_wronged)}, that of each of its partners "
            f"{signed(rules.trust_wronged_onlooker)}.",
            colour=theme.TEXT,
        ),
        Quiet("All the world will see it. This is final."),
        gap=theme.BETWEEN,
    )
    dialog = Dialog("Accuse", body, [cancel, send], confirm=send, widest=560)
    dialog.open(ui, chooser)
    return dialog


def _opens(world: State, kind: str) -> str:
    """What case an accusation opens, in a sentence."""
    opens = world.kinds.get(world.misfortune_kinds[kind].opens)
    if opens is None:
        return ""
    return f"A case opens ({opens.name}), and treaties that name such threats can be called in it."
