"""The small family of errors of the books: kinds with values, worded by the screens."""

from __future__ import annotations

from enum import StrEnum


class RefusalKind(StrEnum):
    """Why an entry is not accepted; each is a rule of the club or of the books."""

    NAME_MISSING = "name_missing"
    MEMBER_UNKNOWN = "member_unknown"
    PERSON_MISSING = "person_missing"
    SAME_PERSON = "same_person"
    MEMBERS_APART = "members_apart"
    SENTENCE_MISSING = "sentence_missing"
    NEED_MISSING = "need_missing"
    WHAT_MISSING = "what_missing"
    HELPER_MISSING = "helper_missing"
    TEXT_MISSING = "text_missing"
    NUMBER_INVALID = "number_invalid"
    NUMBER_TOO_HIGH = "number_too_high"
    MORE_PRESENT_THAN_MEMBERS = "more_present_than_members"
    MORE_HANDS_THAN_PRESENT = "more_hands_than_present"
    MORE_HANDS_THAN_TIMES = "more_hands_than_times"
    NOBODY_PRESENT = "nobody_present"
    NOTHING_CHOSEN = "nothing_chosen"
    SEATS_INVALID = "seats_invalid"
    COUNT_MISSING = "count_missing"
    COUNT_UNDER_WAY = "count_under_way"
    COUNT_UNFINISHED = "count_unfinished"
    NO_HANDS_RAISED = "no_hands_raised"
    CASES_TIED = "cases_tied"
    NOTHING_TIED = "nothing_tied"
    REASON_MISSING = "reason_missing"
    GROUP_MISSING = "group_missing"
    GROUP_KNOWN = "group_known"
    MEMBER_KNOWN = "member_known"
    MEMBER_MISSING = "member_missing"
    MEMBER_GONE = "member_gone"
    NOT_OF_GROUP = "not_of_group"
    DAY_AHEAD = "day_ahead"
    DAY_TOO_EARLY = "day_too_early"
    DAY_UNCLEAR = "day_unclear"
    MOMENT_UNCLEAR = "moment_unclear"
    MOMENT_AHEAD = "moment_ahead"
    MOMENT_TOO_EARLY = "moment_too_early"
    HOURS_INVALID = "hours_invalid"
    CAUSE_MISSING = "cause_missing"
    REPORT_HAS_HELP = "report_has_help"
    ALREADY_REFERRED = "already_referred"
    NOTE_TAKEN_OVER = "note_taken_over"
    MEETING_SEALED = "meeting_sealed"
    MEETING_APPROVED = "meeting_approved"
    NOT_APPROVED = "not_approved"
    MINUTES_NOT_SEALED = "minutes_not_sealed"
    """Minutes that are not sealed are opened again; they take no addendum."""
    ADDENDUM_DAY_UNCLEAR = "addendum_day_unclear"
    ADDENDUM_TOO_EARLY = "addendum_too_early"
    ADDENDUM_MISSING = "addendum_missing"
    LETTER_MISSING = "letter_missing"
    """A meeting agreed on nothing for the locality."""
    REFERRAL_MISSING = "referral_missing"
    MINUTES_NOT_CARRIED = "minutes_not_carried"
    MEETING_RUNNING = "meeting_running"
    MEETING_MISSING = "meeting_missing"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"
    STILL_NEEDED = "still_needed"
    """An act cannot be taken back: something that is no act of the meeting rests on it."""
    SAME_CASE = "same_case"
    CASES_APART = "cases_apart"
    PROPOSAL_MISSING = "proposal_missing"
    PLEDGE_SETTLED = "pledge_settled"
    PLEDGE_MISSING = "pledge_missing"
    MORE_NAMES_THAN_PROMISED = "more_names_than_promised"
    YEAR_INVALID = "year_invalid"
    YEAR_IN_LINE_INVALID = "year_in_line_invalid"
    """Of one line of a list of names."""
    AMOUNT_INVALID = "amount_invalid"
    NEW_DAY_MISSING = "new_day_missing"
    DAY_DONE_INVALID = "day_done_invalid"
    SETTING_OUT_OF_LIMITS = "setting_out_of_limits"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_LOCKED = "file_locked"
    FILE_DAMAGED = "file_damaged"
    FILE_TOO_LARGE = "file_too_large"
    TOO_MANY_ROWS = "too_many_rows"
    NO_SPREADSHEET = "no_spreadsheet"
    NO_HEADINGS = "no_headings"
    NOTHING_TO_IMPORT = "nothing_to_import"
    FOLDER_NOT_EMPTY = "folder_not_empty"
    BACKUP_IS_BOOKS = "backup_is_books"
    PASSPHRASE_SHORT = "passphrase_short"
    LOOKING_ON = "looking_on"
    """These are a copy, opened only to be looked at."""


class TroubleKind(StrEnum):
    """What is wrong with the file or the disk."""

    NOT_OURS = "not_ours"
    NEWER = "newer"
    DAMAGED = "damaged"
    IN_USE = "in_use"
    READ_ONLY = "read_only"
    DISK_FULL = "disk_full"
    ROOM_MADE = "room_made"
    """The disk was full; the reserve was given up, and the same entry can be stored now."""
    DISK_ERROR = "disk_error"
    CANNOT_READ = "cannot_read"
    """The disk does not give back what is in the file; whether that is whole, nobody knows."""
    CANNOT_OPEN = "cannot_open"
    NOTHING_SALVAGED = "nothing_salvaged"
    CANNOT_LOOK_ON = "cannot_look_on"
    NO_BOOKS = "no_books"
    PASSPHRASE_NEEDED = "passphrase_needed"
    PASSPHRASE_WRONG = "passphrase_wrong"
    """Or the first page of the file is damaged: nobody can tell which."""
    CIPHER_MISSING = "cipher_missing"
    """The part of the program that reads encrypted files is not installed."""
    BACKUP_FULL = "backup_full"
    BACKUP_READ_ONLY = "backup_read_only"
    BACKUP_GONE = "backup_gone"
    BACKUP_FAILED = "backup_failed"
    BOOKS_UNSOUND = "books_unsound"
    """A backup shows that the books themselves are damaged."""
    BACKUP_UNREADABLE = "backup_unreadable"
    BACKUP_DAMAGED = "backup_damaged"
    BACKUP_NOT_OURS = "backup_not_ours"
    BACKUP_NEWER = "backup_newer"
    RESTORE_FULL = "restore_full"
    RESTORE_FAILED = "restore_failed"
    STICK_FULL = "stick_full"
    STICK_LOCKED = "stick_locked"
    STICK_GONE = "stick_gone"
    STICK_FAILED = "stick_failed"


OF_THE_DISK = frozenset(
    {
        TroubleKind.DISK_FULL,
        TroubleKind.DISK_ERROR,
        TroubleKind.CANNOT_READ,
        TroubleKind.READ_ONLY,
        TroubleKind.CANNOT_OPEN,
        TroubleKind.IN_USE,
    }
)
"""What may be over in a moment: the books are as they were, and the same can be tried again."""


class BooksError(Exception):
    """An error of the books that the person at the keyboard is told about."""

    def __init__(self, kind: StrEnum, **values: str | int) -> None:
        super().__init__(str(kind))
        self.kind = kind
        """What went wrong."""
        self.values = values
        """What the sentence needs to name."""


class Refusal(BooksError):
    """An entry that a rule does not allow; the books are unchanged."""

    def __init__(self, kind: RefusalKind, **values: str | int) -> None:
        super().__init__(kind, **values)


class Trouble(BooksError):
    """The file or the disk does not do what it should; the last entry is not stored."""

    def __init__(self, kind: TroubleKind, **values: str | int) -> None:
        super().__init__(kind, **values)
