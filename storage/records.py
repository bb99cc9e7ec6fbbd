"""Everything that is kept, one room each, inside one transaction."""

from __future__ import annotations

from sqlalchemy import Connection

from storage.auditing import Auditing
from storage.ballots import Ballots
from storage.claims import Claims
from storage.desks import Desks
from storage.deskwork import Deskwork
from storage.digests import Digests
from storage.documents import Documents
from storage.drafts import Drafts
from storage.erasure import Erasure
from storage.event_keys import EventKeys
from storage.figures import Figures
from storage.history import History
from storage.inbox import Inbox
from storage.inspection import Inspection
from storage.leases import Leases
from storage.links import Links
from storage.log import Log
from storage.notes import Notes
from storage.parties import Parties
from storage.past import Past
from storage.postings import Postings
from storage.reviewers import Reviewers
from storage.rules import Rules
from storage.scenes import Scenes
from storage.settings import Settings
from storage.sketches import Sketches


class Records:
    """The rooms of one transaction: what they do is kept together or not at all."""

    def __init__(self, db: Connection) -> None:
        self.desks = Desks(db)
        self.reviewers = Reviewers(db)
        self.documents = Documents(db)
        self.claims = Claims(db)
        self.history = History(db)
        self.ballots = Ballots(db)
        self.postings = Postings(db)
        self.inbox = Inbox(db)
        self.leases = Leases(db)
        self.digests = Digests(db)
        self.drafts = Drafts(db)
        self.notes = Notes(db)
        self.erasure = Erasure(db)
        self.settings = Settings(db)
        self.figures = Figures(db)
        self.inspection = Inspection(db)
        self.past = Past(db)
        self.log = Log(db)
        self.rules = Rules(db)
        self.deskwork = Deskwork(db)
        self.auditing = Auditing(db)
        self.event_keys = EventKeys(db)
        self.links = Links(db)
        self.parties = Parties(db)
        self.scenes = Scenes(db)
        self.sketches = Sketches(db)
