"""Errors of scenario files, each one change away from the sound scaffold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """One change to the sound scaffold, the text to point at (its last
    occurrence counts), and what is said about it."""

    name: str
    old: str
    new: str
    mark: str
    path: str
    says: str


GUARANTEE = '{ kind = "mutual_defence", area = ["strait", "west"], automaticity = "consulted", earmark = 40 }'
"""The clause of the scaffold's draft."""

CASES = [
    Case(
        "misspelt key",
        "income = 20",
        "incom = 20",
        "incom = 20",
        "nations.ALB.incom",
        'did you mean "income"?',
    ),
    Case(
        "unknown key",
        'rank = "small"',
        'rank = "small"\nanthem = "x"',
        "anthem",
        "nations.MIR.anthem",
        "unknown",
    ),
    Case(
        "unknown table", "[theatres]", "[weather]\nsun = 1\n[theatres]", "weather]", "weather", "unknown key"
    ),
    Case("text for a number", "forces = 24", 'forces = "24"', '"24"', "nations.ALB.forces", "a whole number"),
    Case("true for a number", "forces = 24", "forces = true", "true      ", "nations.ALB.forces", "not true"),
    Case("fraction", "months = 6", "months = 1.5", "1.5", "months", "a whole number"),
    Case("not a number", "forces = 24", "forces = nan", "nan", "nations.ALB.forces", "a whole number"),
    Case(
        "number for text", 'name = "Mira"', "name = 3", "3\nadjective", "nations.MIR.name", "text in quotes"
    ),
    Case(
        "index too high",
        "readiness = 55",
        "readiness = 155",
        "155",
        "nations.ALB.readiness",
        "most allowed is 100",
    ),
    Case(
        "regime too low", "regime = -6", "regime = -60", "-60", "nations.VOR.regime", "least allowed is -10"
    ),
    Case(
        "bad choice",
        'rank = "middle"',
        'rank = "midle"',
        '"midle"',
        "nations.ALB.rank",
        'did you mean "middle"?',
    ),
    Case("missing key", "income = 30\n", "", "[nations.VOR]", "nations.VOR.income", "is missing"),
    Case("missing at the top", "turns = 5", "# none", "# A Foedus", "turns", "is missing"),
    Case(
        "unknown clause",
        '"mutual_defence"',
        '"defense"',
        '"defense"',
        "drafts[0].clauses[0].kind",
        'unknown clause "defense"; did you mean "mutual_defence"?',
    ),
    Case(
        "clause without kind",
        'kind = "consultation", ',
        "",
        "{ area",
        "treaties[0].clauses[0].kind",
        "is missing",
    ),
    Case(
        "unknown term",
        "earmark = 40",
        "earmarks = 40",
        "earmarks",
        "drafts[0].clauses[0].earmarks",
        'did you mean "earmark"?',
    ),
    Case(
        "term out of range", "earmark = 40", "earmark = 5", "5 }", "drafts[0].clauses[0].earmark", "10 to 100"
    ),
    Case(
        "term off its steps",
        "earmark = 40",
        "earmark = 45",
        "45 }",
        "drafts[0].clauses[0].earmark",
        "steps of 10",
    ),
    Case(
        "second clause of a kind",
        'area = ["strait"] }]',
        'area = ["strait"] }, { kind = "consultation" }]',
        '"consultation" }]',
        "treaties[0].clauses[1].kind",
        "at most one",
    ),
    Case(
        "unknown area",
        '["strait", "west"]',
        '["strait", "wets"]',
        '"wets"',
        "drafts[0].clauses[0].area[1]",
        '"west"',
    ),
    Case(
        "unknown objective",
        '"no_war", points = 20 },\n]\n\n[nations.MIR]',
        '"no_wars", points = 20 },\n]\n\n[nations.MIR]',
        '"no_wars"',
        "nations.ALB.objectives[2].kind",
        'did you mean "no_war"?',
    ),
    Case(
        "level out of range",
        "level = 65, points = 50",
        "level = 165, points = 50",
        "165",
        "nations.VOR.objectives[0].level",
        "0 to 100",
    ),
    Case(
        "unknown nation in an objective",
        'nation = "MIR"',
        'nation = "Mira"',
        '"Mira", points',
        "nations.ALB.objectives[1].nation",
        'did you mean "MIR"?',
    ),
    Case(
        "unknown home", 'home = "east"', 'home = "eest"', '"eest"', "nations.VOR.home", 'did you mean "east"?'
    ),
    Case(
        "unknown territory",
        'home = "east"',
        'home = "east"\nterritories = ["ÅÅ", "POR"]',
        '"POR"',
        "nations.VOR.territories[1]",
        '"PRT"',
    ),
    Case(
        "treasury above income",
        "income = 8",
        "income = 8\ntreasury = 9",
        "9\nforces = 7",
        "nations.MIR.treasury",
        "above",
    ),
    Case("lower-case id", "[nations.VOR]", "[nations.vor]", "vor]", "nations.vor", "capitals"),
    Case(
        "unknown nation in a pair",
        '["ALB", "VOR"]',
        '["ALB", "VOX"]',
        '"VOX"',
        "pairs[2].between[1]",
        '"VOR"',
    ),
    Case("pair with itself", '["ALB", "VOR"]', '["ALB", "ALB"]', '"ALB"]', "pairs[2].between[1]", "itself"),
    Case("pair twice", '["ALB", "VOR"]', '["MIR", "ALB"]', '["MIR", "ALB"]', "pairs[2].between", "same pair"),
    Case("pair of one", '["ALB", "VOR"]', '["ALB"]', '["ALB"]\nrivalry', "pairs[2].between", "only 1"),
    Case(
        "trust by a third",
        'by = "MIR"',
        'by = "ALB"',
        '"ALB", points = -25',
        "pairs[1].trust[0].by",
        "neither",
    ),
    Case(
        "claim by a third",
        'claims = ["VOR"]',
        'claims = ["ALB"]',
        '"ALB"]  ',
        "pairs[1].claims[0]",
        "neither",
    ),
    Case(
        "treaty with nobody",
        'parties = ["ALB", "MIR"]\nsigned',
        'parties = ["ALB"]\nsigned',
        '["ALB"]\nsigned',
        "treaties[0].parties",
        "at least two",
    ),
    Case("signed too late", '"1897-05"', '"1900-02"', '"1900-02"', "treaties[0].signed", "after"),
    Case("no such month", '"1900-01"', '"1900-13"', '"1900-13"', "start", "a year and a month"),
    Case("date for a name", 'name = "Mira"', "name = 1900-01-01", "1900-01-01", "nations.MIR.name", "date"),
    Case(
        "draft by an outsider",
        'by = "ALB"\ntitle',
        'by = "VOR"\ntitle',
        '"VOR"\ntitle',
        "drafts[0].by",
        "not among",
    ),
    Case("deadline after the end", "deadline = 2", "deadline = 6", "6    ", "drafts[0].deadline", "1 to 5"),
    Case("crisis after the end", "turn = 3", "turn = 9", "9\nkind", "crises[0].turn", "beyond the last turn"),
    Case(
        "crisis of no kind",
        '"border_clash"',
        '"border_clas"',
        '"border_clas"',
        "crises[0].kind",
        '"border_clash"',
    ),
    Case(
        "self-challenge", 'target = "MIR"', 'target = "VOR"', '"VOR"\n<end>', "crises[0].challenger", "itself"
    ),
    Case(
        "theatre without a path",
        'east = { name = "the eastern shore", adjoins = ["strait"] }',
        'east = { name = "é" }',
        "east = {",
        "theatres.east",
        "no chain",
    ),
    Case(
        "rule of no name",
        "[theatres]",
        "[rules]\ninitiative = 2\n[theatres]",
        "initiative = 2",
        "rules.initiative",
        '"initiatives"',
    ),
    Case(
        "rule out of range",
        "[theatres]",
        "[rules]\nupkeep_fp = 0\n[theatres]",
        "0\n[theatres]",
        "rules.upkeep_fp",
        "1 to",
    ),
    Case(
        "list too short",
        "[theatres]",
        "[rules]\nprice_exercise = [1, 2]\n[theatres]",
        "[1, 2]",
        "rules.price_exercise",
        "only 2",
    ),
    Case(
        "donor outside the treaty",
        GUARANTEE,
        '{ kind = "capacity_building", donor = "VOR", amount = 2 }',
        '"VOR", amount',
        "drafts[0].clauses[0].donor",
        '"VOR" is not among the parties',
    ),
    Case(
        "misspelt donor",
        GUARANTEE,
        '{ kind = "capacity_building", donor = "ALBO" }',
        '"ALBO"',
        "drafts[0].clauses[0].donor",
        'did you mean "ALB"?',
    ),
    Case(
        "gift by nobody",
        GUARANTEE,
        '{ kind = "capacity_building", amount = 2 }',
        '{ kind = "capacity_building"',
        "drafts[0].clauses[0].donor",
        'is missing',
    ),
    Case(
        "gift too large",
        GUARANTEE,
        '{ kind = "capacity_building", donor = "ALB", amount = 7 }',
        '7 }',
        "drafts[0].clauses[0].amount",
        '1 to 6',
    ),
    Case(
        "host outside the treaty",
        GUARANTEE,
        '{ kind = "basing", host = "VOR" }',
        '"VOR" }',
        "drafts[0].clauses[0].host",
        '"VOR" is not among the parties',
    ),
    Case(
        "base of nobody",
        GUARANTEE,
        '{ kind = "basing" }',
        '{ kind = "basing"',
        "drafts[0].clauses[0].host",
        'is missing',
    ),
    Case(
        "host of another clause",
        GUARANTEE,
        '{ kind = "capacity_building", host = "ALB", donor = "MIR" }',
        'host = ',
        "drafts[0].clauses[0].host",
        'unknown key',
    ),
    Case(
        "sharing beyond everything",
        GUARANTEE,
        '{ kind = "intelligence_sharing", level = 4 }',
        '4 }',
        "drafts[0].clauses[0].level",
        '1 to 3',
    ),
    Case(
        "terms of a clause that has none",
        GUARANTEE,
        '{ kind = "neutrality", area = ["west"] }',
        'area = ',
        "drafts[0].clauses[0].area",
        'unknown key',
    ),
    Case(
        "misspelt clause",
        GUARANTEE,
        '{ kind = "nonaggression" }',
        '"nonaggression"',
        "drafts[0].clauses[0].kind",
        'did you mean "non_aggression"?',
    ),
    Case(
        "unknown threat",
        GUARANTEE,
        '{ kind = "mutual_defence", threats = ["armed_attack", "blokade"] }',
        '"blokade"',
        "drafts[0].clauses[0].threats[1]",
        'did you mean "blockade"?',
    ),
    Case(
        "second pledge of a kind",
        GUARANTEE,
        '{ kind = "neutrality" }, { kind = "neutrality" }',
        '"neutrality" }]',
        "drafts[0].clauses[1].kind",
        'at most one',
    ),
    Case(
        "intelligence above everything",
        "intelligence = 45",
        "intelligence = 101",
        "101",
        "nations.ALB.intelligence",
        "most allowed is 100",
    ),
    Case(
        "kind of crisis not named in uses",
        'kind = "border_clash"',
        'kind = "blockade"',
        '"blockade"',
        "crises[0].kind",
        "not named in uses",
    ),
    Case(
        "column after wide letters",
        'name = "Albor"',
        'name = "Ålbørg", brief = "é"',
        ", brief",
        "syntax",
        "newline",
    ),
    Case("unclosed text", 'title = "The Strait"', 'title = "The Strait', "\nyears", "syntax", "illegal"),
    Case("key twice", "turns = 5", "turns = 5\nturns = 6", "turns = 6", "syntax", "twice"),
    Case("table twice", "[nations.VOR]", "[nations.MIR]", "[nations.MIR]", "syntax", "twice"),
]
