"""Answering a price: another has asked, with influence, what exactly this seat would sign."""

from __future__ import annotations

from collections.abc import Callable

from game.ai.prices import named_prices
from game.core.acts import Act, NamePrice
from game.core.drafts import Draft
from game.reports.differences import difference
from game.reports.grammar import capital, number
from game.reports.words import name, name_first, title_in_sentence
from game.ui import theme
from game.ui.kit import STRONG, Button, Caption, Check, Column, Dialog, Flow, Label, Panel, Quiet, Ui, Widget
from game.ui.scenes.draft_outlook import Prospect
from game.ui.scenes.thread_verbs import Verbs
from game.ui.session import Session

Do = Callable[[Act, str], object]


def priced_threads(session: Session) -> tuple[str, ...]:
    """Negotiations in which somebody waits to hear this seat's price."""
    return tuple(dict.fromkeys(question.thread for question in session.me.questions))


def asked_part(session: Session, key: str, verbs: Verbs) -> Widget | None:
    """Who has asked what this seat would sign in a negotiation, and the way to answer."""
    world = session.world
    asking = [question.by for question in session.me.questions if question.thread == key]
    if not asking:
        return None
    parts: list[Widget] = []
    for nation in asking:
        parts.append(
            Label(f"{name_first(world, nation)} has spent influence to hear what you would sign instead of this draft.")
        )
        parts.append(
            Flow(
                Button(
                    f"Name your price to {name(world, nation)}…",
                    lambda nation=nation: verbs.name(nation),  # type: ignore[misc]
                    kind="primary",
                    icon="pen",
                    problem=" ".join(p.text for p in session.problems(NamePrice(thread=key, to=nation))),
                    key=f"name-price-{nation}",
                )
            )
        )
    parts.append(Caption("It is told to the one that asked alone, binds you to nothing, and is asked this turn only."))
    return Panel(Column(Label("Your price is asked", face=STRONG), *parts, gap=theme.INSIDE), pad=theme.BETWEEN)


def price_dialog(
    ui: Ui, session: Session, question: tuple[str, str], prospect: Prospect, do: Do, draft_own: Callable[[], object]
) -> Dialog:
    """Tick what you would sign today, draft it yourself, or say that there is nothing."""
    world, (key, nation) = session.world, question
    before, who = world.threads[key].latest.draft, name(world, nation)
    found: tuple[Draft, ...] = next(
        (act.drafts for act in named_prices(prospect.outlook) if act.thread == key and act.to == nation), ()
    )
    named = dict.fromkeys(range(len(found)), True)
    dialog: Dialog

    def act() -> NamePrice:
        return NamePrice(thread=key, to=nation, drafts=tuple(found[place] for place, on in named.items() if on))

    def tick(place: int, on: bool) -> None:
        named[place] = on
        send.problem = problem()

    def problem() -> str:
        if not any(named.values()):
            return "Tick what you would sign, or say that there is nothing."
        return " ".join(one.text for one in session.problems(act()))

    def go() -> None:
        if send.works:
            dialog.close()
            count = len(act().drafts)
            do(act(), f"You told {who} of {number(count)} {'draft' if count == 1 else 'drafts'} that you would sign.")

    def nothing() -> None:
        dialog.close()
        do(NamePrice(thread=key, to=nation), f"You told {who} that nothing near this would do.")

    def own() -> None:
        dialog.close()
        draft_own()

    checks = [
        Check(
            capital(difference(world, before, draft)),
            True,
            lambda on, place=place: tick(place, on),  # type: ignore[misc]
            key=f"would-{place}",
        )
        for place, draft in enumerate(found)
    ]
    send = Button("Name these", go, kind="primary", problem=problem(), key="name-these")
    none = Button("Nothing near it", nothing, key="name-nothing")
    mine = Button("Draft one yourself…", own, key="name-own")
    body = Column(
        Label(f"{capital(who)} asks what you would sign instead of {title_in_sentence(before.title)}."),
        Quiet("Your staff would sign these today, each one change away:")
        if found
        else Quiet("Your staff finds nothing one change away that it would sign. You may draft what you would."),
        *checks,
        Caption(f"What you name goes to {who} alone. It binds you to nothing, and is final once sent."),
        gap=theme.INSIDE,
    )
    dialog = Dialog("Name your price", body, [mine, none, send], confirm=send, widest=780)
    dialog.open(ui, checks[0] if checks else mine)
    return dialog
