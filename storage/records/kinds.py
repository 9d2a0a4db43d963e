"""The closed lists of the club's books: every state and kind that a record may have."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Step(IntEnum):
    """The eight steps of part IV, in the order of the walk."""

    ATTENDANCE = 1
    LAST_MONTH = 2
    DISCUSSION = 3
    PROPOSALS = 4
    SELECTION = 5
    ASSIGNMENT = 6
    COMMUNITY = 7
    APPROVAL = 8


class StepState(StrEnum):
    """How far a step has come; the rail shows it as a mark and a word."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    COMPLETE = "complete"
    LACKING = "lacking"


class MeetingState(StrEnum):
    """The life of a meeting."""

    RUNNING = "running"
    APPROVED = "approved"
    SEALED = "sealed"
    ABANDONED = "abandoned"


class Address(StrEnum):
    """How a person is addressed; shown before the full name."""

    ONG = "ông"
    BA = "bà"
    CU = "cụ"
    ANH = "anh"
    CHI = "chị"
    CHAU = "cháu"


class Position(StrEnum):
    """An office that a member holds in the club."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    BOARD = "board"
    SECRETARY = "secretary"


HELD_BY_ONE = frozenset({Position.CHAIR, Position.SECRETARY})
"""Offices of which a club has one."""


class Sex(StrEnum):
    """As a register has it; not said is nobody's."""

    FEMALE = "female"
    MALE = "male"


class SpanRole(StrEnum):
    """What a member was for a span of time: of a group, its leader, or in an office."""

    MEMBER = "member"
    LEADER = "leader"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    BOARD = "board"
    SECRETARY = "secretary"


class ExportKind(StrEnum):
    """What was written out of the books into a file of its own."""

    MEMBERS = "members"
    TRACKING_BOOK = "tracking_book"
    BUNDLE = "bundle"
    """For the Association, with the names of those who agreed."""
    PAPER = "paper"
    """A paper or spreadsheet that tells of people."""
    BACKUP = "backup"
    """The whole books, onto a stick or into a folder that somebody named."""


class ExportWay(StrEnum):
    """How it left the books."""

    FILE = "file"
    """Into a file on this computer, which may have been opened to be read."""
    PRINTED = "printed"
    STICK = "stick"


class Relation(StrEnum):
    """What a person in hardship is to the club (S5)."""

    MEMBER = "member"
    FAMILY = "family"
    OUTSIDE = "outside"


class HelpForm(StrEnum):
    """The seven forms of help to a person (S8), in the handbook's order."""

    GOODS = "goods"
    LABOUR = "labour"
    MONEY = "money"
    SKILL = "skill"
    LEGAL = "legal"
    INSURANCE = "insurance"
    COMPANY = "company"


class Source(StrEnum):
    """Where a case or a matter was first heard of."""

    AREA = "area"
    MEETING = "meeting"
    URGENT = "urgent"


class Consent(StrEnum):
    """What a person said to being named; not asked is not given."""

    AGREED = "agreed"
    NOT_ASKED = "not_asked"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """Refused after it was given."""


class ConsentScope(StrEnum):
    """To whom a person may be named; each is asked apart."""

    CLUB = "club"
    """Before the club, on the wall of the meeting."""
    MINUTES = "minutes"
    """In the copy of the minutes that is given away."""
    LOCALITY = "locality"
    """To the locality, in a letter."""


class MatterKind(StrEnum):
    """Something for the community (S7) or a matter of concern for the locality (S6)."""

    ACTIVITY = "activity"
    LOCALITY = "locality"


class ClubRole(StrEnum):
    """Whether the club leads an activity or joins it (S7)."""

    LEADS = "leads"
    JOINS = "joins"


class LocalityWay(StrEnum):
    """The three ways to speak to the locality (S6)."""

    MEETINGS = "meetings"
    IN_PERSON = "in_person"
    INVITE = "invite"


class Outcome(StrEnum):
    """What the meeting decided about a case or a matter (S20, S22)."""

    CHOSEN = "chosen"
    KEPT = "kept"
    OWN_GROUP = "own_group"
    HOME_CARE = "home_care"
    LOCALITY = "locality"
    ENDED = "ended"
    AGREED = "agreed"
    """A matter that the club will do or say."""
    NOT_DONE = "not_done"
    """A matter that the club will not take on."""


class CountSubject(StrEnum):
    """What the club's opinion was taken on."""

    SELECTION = "selection"
    """Which cases are chosen, all of them at once, by agreement."""
    CASE = "case"
    """One case among others, by hands (S22)."""
    HELP = "help"
    """What is done for one case: what, who, when (S23)."""
    MATTER = "matter"
    MINUTES = "minutes"


class HelperKind(StrEnum):
    """Who has pledged (S26, S27)."""

    MEMBERS = "members"
    GROUP = "group"
    EVERYONE = "everyone"
    ORGANISATION = "organisation"
    NUMBER = "number"


class FulfilmentState(StrEnum):
    """What became of a promise."""

    DONE = "done"
    PARTLY = "partly"
    POSTPONED = "postponed"
    NOT_DONE = "not_done"


HELPED = (FulfilmentState.DONE, FulfilmentState.PARTLY)
"""Something was done: it counts as help, with its day and its amount."""
CLOSING = (FulfilmentState.DONE, FulfilmentState.NOT_DONE)
"""After these a promise is not asked about any more."""


class ReferralState(StrEnum):
    """How far the home-care volunteers are (S29)."""

    WAITING = "waiting"
    SURVEYED = "surveyed"
    CARED_FOR = "cared_for"
    ENDED = "ended"
    BROUGHT_BACK = "brought_back"
    """The club must help: the case is offered to the next meeting."""


class CaseEventKind(StrEnum):
    """What became of a case, in order."""

    CHOSEN = "chosen"
    KEPT = "kept"
    OWN_GROUP = "own_group"
    HOME_CARE = "home_care"
    LOCALITY = "locality"
    HELPED = "helped"
    ENDED = "ended"
    BROUGHT_BACK = "brought_back"
    """The home-care volunteers ask the club to help after all (S29)."""


class Fact(StrEnum):
    """A fact that helps the club to judge a case; never a score."""

    ALONE = "alone"
    ILL = "ill"
    SEASON = "season"
    URGENT = "urgent"


class TypingMethod(StrEnum):
    """How Vietnamese is typed where the computer has no input method of its own."""

    NONE = "none"
    """The computer has one, or none is wanted."""
    TELEX = "telex"
    VNI = "vni"


class ToneStyle(StrEnum):
    """Where the tone of an open "oa", "oe", "uy" stands."""

    OLD = "old"
    """hòa, thúy"""
    MODERN = "modern"
    """hoà, thuý"""
