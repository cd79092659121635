"""A small scenario to start from: commented, playable, and free of findings."""


def new_text() -> str:
    """The text of a three-nation scenario."""
    return _TEXT


_TEXT = """\
# A Foedus scenario. Everything after a "#" is for people. Check this file with:  foedus check THIS_FILE
# An editor that knows TOML schemas completes and checks it: write the schema once with
#   foedus schema > foedus.schema.json
# and put this line first in the file:  #:schema ./foedus.schema.json

title = "The Strait"
years = "an invented sea, about 1900"
teaches = "A promise protects the weak only as far as others believe it."
start = "1900-01"          # year and month in which turn 1 begins
months = 6                 # months a turn
turns = 5                  # announced number of turns
sources = ["Invented. Say here where real figures come from."]

# Theatres are the parts of the world; distance is counted in steps between them. One side is enough.
[theatres]
west = { name = "the western shore", adjoins = ["strait"] }
strait = { name = "the strait" }
east = { name = "the eastern shore", adjoins = ["strait"] }

# Nations: an id of two to eight capitals and digits. territories = ["PRT"] (ISO codes) puts one on the map.
[nations.ALB]
name = "Albor"             # as in a sentence
adjective = "Alborian"
brief = "You rule the western shore and trade through the strait. Keep it open, and do not fight alone."
home = "west"
rank = "middle"            # great, middle or small
sea_power = true           # saves one step of distance
regime = 7                 # -10 autocracy to 10 democracy
culture = ["seafaring", "old_rite"]
potential = 320            # 1000 x share of the world's capability
intelligence = 45          # how well it sees others: 30 unless given, finer from 45 and from 70
technology = 55            # equipment and cyber skill: 60, 50, 40 by rank unless given
income = 20                # resource points a turn
forces = 24                # force points in being
readiness = 55
support = 55               # support at home
autonomy_wanted = 60       # freedom of action it wants to keep
objectives = [
  { kind = "security_at_least", level = 60, points = 40 },
  { kind = "alliance_with", nation = "MIR", points = 40 },
  { kind = "no_war", points = 20 },
]

[nations.MIR]
name = "Mira"
adjective = "Miran"
brief = "Your harbours command the strait and your army is small. Find help and remain your own master."
home = "strait"
rank = "small"
regime = 6
culture = ["seafaring", "old_rite"]
potential = 90
income = 8
forces = 7
readiness = 50
support = 60
autonomy_wanted = 65
objectives = [
  { kind = "security_at_least", level = 50, points = 50 },
  { kind = "autonomy_at_least", level = 65, points = 30, secret = true },
  { kind = "no_war", points = 20 },
]

[nations.VOR]
name = "Vorland"
adjective = "Vorlandish"
brief = "You are the strongest on land and shut off from the open sea. The strait would change that."
home = "east"
rank = "great"
regime = -6
culture = ["steppe", "new_rite"]
potential = 590
income = 30
forces = 48
readiness = 60
support = 60
autonomy_wanted = 80
objectives = [
  { kind = "security_at_least", level = 65, points = 50 },
  { kind = "autonomy_at_least", level = 80, points = 50, secret = true },
]

# What stands between two nations. Trust is a sum of named reasons: "history" fades, "standing" lasts.
[[pairs]]
between = ["ALB", "MIR"]
trust = [{ by = "both", points = 20, kind = "history", about = "a century of trade" }]
interoperability = 10

[[pairs]]
between = ["MIR", "VOR"]
trust = [{ by = "MIR", points = -25, kind = "standing", about = "the claim to the northern harbour" }]
rivalry = 50
claims = ["VOR"]           # who claims something of the other

[[pairs]]
between = ["ALB", "VOR"]
rivalry = 40

# A treaty in force when the game begins. Clauses are mutual_defence, consultation, non_aggression, neutrality,
# confidence_building, arms_limits, joint_exercises, standardisation, integrated_command, personnel_exchange,
# intelligence_sharing, cyber_defence, cyber_deterrence, capacity_building, technology_transfer, basing, burden_sharing,
# resilience, disaster_response, peacekeeping, reconstruction and mutual_support: one of each kind at most.
# A charter makes it an alliance with a council: charter = { task = "defence", against = "VOR", creed = 6,
# rule = "consensus", seat = "MIR", opt_outs = [{ party = "MIR", duty = "guard" }] }. Rules: consensus, silence,
# qualified, majority, weighted, leader (then name it: leader = "ALB"); tasks: defence, order, relief.
# What its council has planned already: plans = [{ theatre = "strait", threat = "armed_attack", rehearsal = 20 }].
[[treaties]]
id = "harbour-1897"
title = "Harbour Convention"
parties = ["ALB", "MIR"]
signed = "1897-05"
clauses = [{ kind = "consultation", area = ["strait"] }]

# The opening hand: a draft that waits for an answer in turn 1.
[[drafts]]
by = "ALB"
title = "Strait Guarantee"
parties = ["ALB", "MIR"]
deadline = 2               # last turn in which it can be accepted
clauses = [{ kind = "mutual_defence", area = ["strait", "west"], automaticity = "consulted", earmark = 40 }]

# A crisis that the scenario deals. Without any, the nations make their own.
[[crises]]
id = "northern-harbour"
turn = 3
kind = "border_clash"
theatre = "strait"
target = "MIR"
challenger = "VOR"
"""
