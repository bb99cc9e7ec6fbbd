"""The rules of the extraction at a desk: what became of the claims they made, and which of them are muted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import case, delete, func, select
from sqlmodel import col

from bot.claims.model import DeskId, DocumentId
from bot.claims.precision import RuleRecord
from bot.claims.status import REVEALING, Status
from storage.room import Room
from storage.tables import ClaimRow, MentionRow, MutedRuleRow

CHARGED = (*REVEALING, Status.REJECTED)  # where it is known whether it was a claim


class Rules(Room):
    """The rules, by the names that mentions bear."""

    def outcomes(self, desk: DeskId) -> list[RuleRecord]:
        """Every rule that has made a claim of this desk, in order of names."""
        decided = func.sum(case((col(ClaimRow.status).in_(CHARGED), 1), else_=0))
        rejected = func.sum(case((col(ClaimRow.status) == Status.REJECTED, 1), else_=0))
        question = (
            select(col(MentionRow.rule), decided, rejected)
            .join(ClaimRow, col(ClaimRow.mention_id) == col(MentionRow.id))
            .where(col(ClaimRow.desk_id) == desk)
            .group_by(col(MentionRow.rule))
            .order_by(col(MentionRow.rule))
        )
        return [RuleRecord(row[0], int(row[1]), int(row[2])) for row in self.db.execute(question)]

    def muted(self, desk: DeskId) -> frozenset[str]:
        """The names of rules and families that the desk has muted."""
        question = select(col(MutedRuleRow.rule)).where(col(MutedRuleRow.desk_id) == desk)
        return frozenset(self.db.execute(question).scalars())

    def mute(self, desk: DeskId, rule: str, at: datetime) -> bool:
        """Mutes a rule; False when it is muted already."""
        row = self.insert(MutedRuleRow, desk_id=desk, rule=rule, since=at)
        once = row.on_conflict_do_nothing(index_elements=["desk_id", "rule"]).returning(col(MutedRuleRow.rule))
        return self.db.execute(once).one_or_none() is not None

    def unmute(self, desk: DeskId, rule: str) -> bool:
        """Lets a rule speak again; False when it was not muted."""
        which = (col(MutedRuleRow.desk_id) == desk, col(MutedRuleRow.rule) == rule)
        return bool(self.db.execute(delete(MutedRuleRow).where(*which)).rowcount)

    def count_muted(self, document: DocumentId) -> int:
        """How many mentions of a document were held back because their rules were muted."""
        which = (col(MentionRow.document_id) == document, col(MentionRow.muted))
        return self.db.execute(select(func.count()).select_from(MentionRow).where(*which)).scalar_one()
