"""People: the groups that victims, detainees and the displaced are counted in, by the heads of the words for them."""

from __future__ import annotations

ANYBODY = frozenset(
    "person people individual other victim body corpse dead wounded injured casualty fatality human life death "
    "soul one remains martyr killed missing toll suspect fallen man".split()
)
_GROUPS = """
child: child boy girl baby infant toddler teenager teen minor schoolchild pupil student schoolboy schoolgirl youth newborn adolescent
woman: woman wife mother grandmother
soldier: soldier troop serviceman marine paratrooper conscript sailor airman guardsman gendarme commando sergeant captain lieutenant colonel general major recruit infantry crew personnel army military sniper
police: police policeman policewoman constable
officer: officer guard
fighter: fighter militant rebel insurgent jihadist jihadi terrorist gunman guerrilla separatist militiaman mujahideen extremist islamist attacker assailant bandit combatant paramilitary enemy taliban raider bomber
civilian: civilian villager resident farmer worshipper passenger shopper trader vendor fisherman herder shepherd worker miner labourer bystander local citizen inhabitant pilgrim mourner refugee displaced family tribesman native townsman elder driver customer commuter neighbour neighbor household migrant evacuee islander peasant
medic: medic doctor nurse paramedic rescuer firefighter volunteer
journalist: journalist reporter cameraman photographer correspondent
prisoner: prisoner detainee inmate hostage captive
protester: protester demonstrator activist protestor
peacekeeper: peacekeeper
"""
GROUPS: dict[str, str] = {
    word: line.split(":")[0] for line in _GROUPS.strip().splitlines() for word in line.split(":")[1].split()
}
CIVILIAN = frozenset("civilian child woman medic journalist prisoner protester".split())
ARMED = frozenset("soldier police officer fighter peacekeeper".split())
# Narrower within wider: a figure for the one is part of a figure for the other.
NARROWER = {
    ("child", "civilian"), ("woman", "civilian"), ("medic", "civilian"), ("journalist", "civilian"),
}  # fmt: skip
# Words that may be for the same people.
ALIKE = frozenset({
    frozenset({"officer", "police"}), frozenset({"officer", "soldier"}), frozenset({"peacekeeper", "soldier"}),
    frozenset({"protester", "civilian"}), frozenset({"prisoner", "civilian"}), frozenset({"prisoner", "soldier"}),
    frozenset({"prisoner", "fighter"}),
})  # fmt: skip
HOUSEHOLDS = frozenset({"family", "household"})
