"""Speakers: what in the words for a speaker tells nothing of who it is, and what different words are one."""

from __future__ import annotations

IDLE = frozenset(
    "the a an of for and s in on at to by with from its his her their our own regional provincial local state "
    "national federal senior top country district city town village area central main other another several two "
    "three four five six some many few statement press service report social medium telegram channel post account "
    "military-run written late early separate unnamed anonymous daily evening morning bulletin briefing".split()
)
# Who speaks for another; the other is the speaker.
MOUTHS = frozenset(
    "spokesman spokeswoman spokesperson spokespeople official officials source sources representative statement "
    "communique bulletin office chief head commander leader general colonel major captain lieutenant brigadier "
    "officer".split()
)
ONE_WORD = {
    "defense": "defence", "military": "army", "armed": "army", "force": "", "minister": "ministry",
    "president": "presidency", "presidential": "presidency", "mod": "defence", "moh": "health", "moi": "interior",
    "directorate": "department", "authority": "department", "administration": "administration",
    "policeman": "police", "governorate": "governor", "municipality": "mayor", "organisation": "organization",
    "centre": "center", "defender": "defence",
}  # fmt: skip
PHRASES = (
    ("united nations", "un"),
    ("armed forces", "army"),
    ("general staff", "army"),
    ("ministry of defence", "defence ministry"),
    ("ministry of defense", "defence ministry"),
    ("mod", "defence ministry"),
    ("idf", "israel army"),
    ("israel defense forces", "israel army"),
    ("israel defence forces", "israel army"),
    ("msf", "doctors without borders"),
    ("medecins sans frontieres", "doctors without borders"),
    ("icrc", "red cross"),
    ("international committee of the red cross", "red cross"),
    ("unhcr", "un refugee agency"),
    ("high commissioner for refugees", "refugee agency"),
    ("ocha", "un humanitarian office"),
    ("sohr", "syrian observatory for human rights"),
    ("pentagon", "us defence ministry"),
    ("kremlin", "russia presidency"),
    ("head of state", "presidency"),
    ("rsf", "rapid support forces"),
    ("civil protection", "civil defence"),
    ("civil defense", "civil defence"),
)
# Heads of words for people of whom there are many, and bodies that nobody names.
UNNAMED = frozenset(
    "resident witness eyewitness official source doctor medic villager worker activist elder local relative survivor "
    "person people man woman trader diplomat soldier fighter nurse councillor officer driver farmer shopkeeper "
    "teacher student neighbour neighbor paramedic rescuer volunteer family farmer fisherman herder refugee evacuee "
    "detainee prisoner monk pastor priest imam lawmaker deputy monitor group body charity network aide analyst "
    "expert observer report medium reporter journalist correspondent photographer chief leader commander father "
    "mother brother sister son daughter wife husband surgeon administrator director head spokesman".split()
)
# Who speaks for nobody else, whatever body stands before the word: a military blogger, a hospital doctor.
PERSONS = frozenset(
    "blogger doctor medic nurse surgeon worker resident witness eyewitness villager elder analyst expert correspondent "
    "reporter journalist photographer driver guard soldier fighter activist volunteer paramedic rescuer survivor "
    "relative teacher student trader farmer priest lawyer priest monk patient refugee prisoner deserter veteran "
    "observer researcher neighbour neighbor keeper owner shopkeeper employee".split()
)
# Offices of which a place has one: “the mayor” is somebody, “a mayor” too where only one place is meant.
OFFICES = frozenset(
    "mayor governor president presidency prefect coroner ombudsman minister ministry administrator director".split()
)
# Bodies that are somebody without a name, for there is one of them in a place.
BODIES = frozenset(
    "army police ministry government presidency department governor mayor administration parliament un hospital "
    "council commission command defence observatory coastguard navy agency union service brigade emergency morgue "
    "prosecutor court kremlin coalition mission company embassy cross crescent civil junta taliban rebel militia "
    "office television tv health interior education fire rescue corps university station directorate committee association monitor red".split()
)
# Of the bodies those that papers and stations are named after: their own text is a reporter's.
PAPERS = frozenset("agency station network association company union monitor post".split())
