"""Muster: councils close, sealed sheets become orders, forces move to where they are to stand, cases come to a head."""

from collections.abc import Mapping

from game.core.checks.sheets import sheet_problems
from game.core.deeds.cases import invoke
from game.core.deeds.councils import councils_close, plans_ready
from game.core.deeds.speaking import decline
from game.core.mediation import parties_of
from game.core.options import default_sheet
from game.core.orders import Budget, Sheet
from game.core.turn import Turn
from game.core.view import open_view


def muster(turn: Turn, sheets: Mapping[str, Sheet]) -> None:
    """Take every nation's sheet. One that events have made impossible is cut to what can still be met."""
    councils_close(turn)
    state = turn.world()
    for name in turn.nations:
        view = open_view(state, name)
        sheet = sheets.get(name) or default_sheet(state, name)
        why = ""
        if sheet_problems(view, sheet):
            why = "cut"
            sheet = Sheet(
                budget=Budget(home_cut=sheet.budget.home_cut),
                standing=sheet.standing,
                exercises=sheet.exercises,
            )
            if sheet_problems(view, sheet):
                why, sheet = "bare", default_sheet(state, name)
                if sheet_problems(view, sheet):
                    why, sheet = "recalled", Sheet(withheld=sheet.withheld)
        for _ in sheet.missions:
            turn.use_initiative(name, "mission")
        turn.station(name, sheet.standing)
        turn.commit_sheet(name, sheet, why)
    for crisis_id, crisis in list(turn.crises.items()):
        if crisis.stage == "open" and (crisis.pace == "acute" or crisis.opened < turn.turn):
            if crisis.terms_by:
                silent = next(side for side in parties_of(crisis) if side not in crisis.offers)
                decline(turn, crisis_id, silent, "silence")
            turn.bring_to_showdown(crisis_id)
            for treaty_id in plans_ready(turn, crisis_id):
                # What was agreed and practised beforehand needs nobody's word now.
                turn.follow_plan(treaty_id, crisis_id)
                invoke(turn, crisis_id, treaty_id)
