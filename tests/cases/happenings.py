"""What a case says should have happened, and should not have: events, described in words."""

from collections.abc import Sequence
from typing import get_args

from game.core.events import Event, EventKind
from tests.cases.outline import CaseError, Line, Phrase

_KINDS = get_args(EventKind)
_EVENT = Phrase("{kind:name}[ by {who:nation}][ to {whom:rest}]")
PARTS = {
    "amount": Phrase("amount {amount:number}"),
    "why": Phrase("why {reason:name}"),
    "about": Phrase("about {key:name}"),
    "text": Phrase("under {treaty:name}"),
    "stance": Phrase("answer {stance:name}"),
    "audience": Phrase("known to {nations:rest}"),
    "times": Phrase("{times:number} times"),
}


class Happening:
    """An event as a case describes it: what is not said does not matter."""

    def __init__(self, line: Line, text: str) -> None:
        self.line, self.text = line, text
        self.times: int | None = None
        self.wanted: dict[str, object] = {}
        first, *parts = text.split("; ")
        event = _EVENT.read(first)
        if event is None or event["kind"] not in _KINDS:
            raise CaseError(line, f'"{first}" is no event; write KIND by NATION to NATION, a kind of events.py first')
        self.wanted["kind"] = event["kind"]
        if "who" in event:
            self.wanted["who"] = event["who"]
        if "whom" in event:
            self.wanted["whom"] = tuple(event["whom"].split(", "))
        for part in parts:
            self._part(part)

    def _part(self, part: str) -> None:
        for name, phrase in PARTS.items():
            found = phrase.read(part)
            if found is None:
                continue
            (value,) = found.values()
            if name == "times":
                self.times = value
            elif name == "audience":
                known = {"everybody": None, "nobody": ()}
                self.wanted[name] = known[value] if value in known else tuple(value.split(", "))
            else:
                self.wanted[name] = value
            return
        raise CaseError(self.line, f'"{part}" is not understood in an event; there are: '
                        + "; ".join(phrase.shown for phrase in PARTS.values()))  # fmt: skip

    def fits(self, event: Event) -> bool:
        """Whether an event is the one described."""
        return all(getattr(event, field) == value for field, value in self.wanted.items())

    def check(self, events: Sequence[Event], expected: bool) -> None:
        """Raise CaseError when it did not happen though it should have, or the other way round."""
        found = [event for event in events if self.fits(event)]
        if not expected and found:
            raise CaseError(self.line, f"this should not have happened: {told(found[0])}")
        if expected and (not found or (self.times is not None and len(found) != self.times)):
            alike = [told(event) for event in events if event.kind == self.wanted["kind"]]
            others = "\n    ".join(alike) or "no event of that kind"
            raise CaseError(self.line, f'"{self.text}" happened {len(found)} times; what did:\n    {others}')


def told(event: Event) -> str:
    """An event in the words of a case."""
    text = event.kind
    text += f" by {event.who}" if event.who else ""
    text += f" to {', '.join(event.whom)}" if event.whom else ""
    text += f"; amount {event.amount}" if event.amount else ""
    text += f"; why {event.why}" if event.why else ""
    text += f"; about {event.about}" if event.about else ""
    text += f"; under {event.text}" if event.text and " " not in event.text else ""
    text += f"; answer {event.stance}" if event.stance else ""
    if event.audience is not None:
        text += f"; known to {', '.join(event.audience) or 'nobody'}"
    return text
