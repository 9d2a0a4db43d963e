-- The first tables of the books, frozen as they were: later changes are later migrations.

CREATE TABLE "club" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "hamlet" TEXT NOT NULL,
    "commune" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "parent_body" TEXT NOT NULL,
    "abbreviation" TEXT NOT NULL,
    "part_number" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "discussion_minutes" INTEGER NOT NULL,
    "recipients" TEXT NOT NULL,
    "minutes_read_aloud" INTEGER NOT NULL,
    "minutes_copies" INTEGER NOT NULL,
    "signature_hint" INTEGER NOT NULL
);

CREATE TABLE "club_group" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "leader_id" INTEGER REFERENCES "member" ("id")
);

CREATE TABLE "person" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "address_form" TEXT,
    "birth_year" INTEGER,
    "address" TEXT NOT NULL,
    "telephone" TEXT NOT NULL,
    "private_details" TEXT NOT NULL,
    "guardian" TEXT NOT NULL,
    "consent" TEXT NOT NULL
);

CREATE INDEX "person_folded" ON "person" ("folded");

CREATE TABLE "member" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "positions" TEXT NOT NULL,
    "home_care" INTEGER NOT NULL,
    "can_help" TEXT NOT NULL,
    "joined" DATE,
    "left" DATE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    FOREIGN KEY ("group_id") REFERENCES "club_group" ("id")
);

CREATE UNIQUE INDEX "member_person_id" ON "member" ("person_id");

CREATE INDEX "member_group_id" ON "member" ("group_id");

CREATE TABLE "hardship_case" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "member_id" INTEGER,
    "relation" TEXT NOT NULL,
    "relative_of_id" INTEGER,
    "household" INTEGER NOT NULL,
    "circumstances" TEXT NOT NULL,
    "when_text" TEXT NOT NULL,
    "when_first" DATE,
    "when_last" DATE,
    "facts" TEXT NOT NULL,
    "home_care" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "noted_by_id" INTEGER,
    "noted_on" DATE,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
    FOREIGN KEY ("member_id") REFERENCES "member" ("id"),
    FOREIGN KEY ("relative_of_id") REFERENCES "member" ("id"),
    FOREIGN KEY ("noted_by_id") REFERENCES "club_group" ("id")
);

CREATE INDEX "hardship_case_person_id" ON "hardship_case" ("person_id");

CREATE INDEX "hardship_case_member_id" ON "hardship_case" ("member_id");

CREATE INDEX "hardship_case_relative_of_id" ON "hardship_case" ("relative_of_id");

CREATE INDEX "hardship_case_noted_by_id" ON "hardship_case" ("noted_by_id");

CREATE TABLE "case_need" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "hardship_case_id" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "quantity" INTEGER,
    "unit" TEXT NOT NULL,
    FOREIGN KEY ("hardship_case_id") REFERENCES "hardship_case" ("id")
);

CREATE INDEX "case_need_hardship_case_id" ON "case_need" ("hardship_case_id");

CREATE TABLE "matter" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "when_text" TEXT NOT NULL,
    "when_first" DATE,
    "when_last" DATE,
    "participants" TEXT NOT NULL,
    "in_charge_id" INTEGER,
    "addressee" TEXT NOT NULL,
    "way" TEXT,
    "representative_id" INTEGER,
    "source" TEXT NOT NULL,
    "noted_by_id" INTEGER,
    "noted_on" DATE,
    FOREIGN KEY ("in_charge_id") REFERENCES "member" ("id"),
    FOREIGN KEY ("representative_id") REFERENCES "member" ("id"),
    FOREIGN KEY ("noted_by_id") REFERENCES "club_group" ("id")
);

CREATE INDEX "matter_in_charge_id" ON "matter" ("in_charge_id");

CREATE INDEX "matter_representative_id" ON "matter" ("representative_id");

CREATE INDEX "matter_noted_by_id" ON "matter" ("noted_by_id");

CREATE TABLE "meeting" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "day" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "began" TEXT NOT NULL,
    "ended" TEXT,
    "chair_id" INTEGER,
    "facilitator_id" INTEGER,
    "secretary_id" INTEGER,
    "number" INTEGER,
    "seats" INTEGER NOT NULL,
    "no_case_reason" TEXT NOT NULL,
    "no_community_reason" TEXT NOT NULL,
    "abandoned_reason" TEXT NOT NULL,
    FOREIGN KEY ("chair_id") REFERENCES "member" ("id"),
    FOREIGN KEY ("facilitator_id") REFERENCES "member" ("id"),
    FOREIGN KEY ("secretary_id") REFERENCES "member" ("id")
);

CREATE INDEX "meeting_day" ON "meeting" ("day");

CREATE INDEX "meeting_chair_id" ON "meeting" ("chair_id");

CREATE INDEX "meeting_facilitator_id" ON "meeting" ("facilitator_id");

CREATE INDEX "meeting_secretary_id" ON "meeting" ("secretary_id");

CREATE TABLE "meeting_progress" (
    "meeting_id" INTEGER NOT NULL PRIMARY KEY,
    "step" INTEGER NOT NULL,
    "visited" TEXT NOT NULL,
    "countdown_length" INTEGER NOT NULL,
    "countdown_used" INTEGER NOT NULL,
    "countdown_started" TEXT,
    "countdown_ended" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE CASCADE
);

CREATE TABLE "guest" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "guest_meeting_id" ON "guest" ("meeting_id");

CREATE TABLE "attendance" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
    FOREIGN KEY ("member_id") REFERENCES "member" ("id")
);

CREATE INDEX "attendance_meeting_id" ON "attendance" ("meeting_id");

CREATE INDEX "attendance_member_id" ON "attendance" ("member_id");

CREATE UNIQUE INDEX "attendance_meeting_id_member_id" ON "attendance" ("meeting_id", "member_id");

CREATE TABLE "group_count" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
    FOREIGN KEY ("group_id") REFERENCES "club_group" ("id")
);

CREATE INDEX "group_count_meeting_id" ON "group_count" ("meeting_id");

CREATE INDEX "group_count_group_id" ON "group_count" ("group_id");

CREATE UNIQUE INDEX "group_count_meeting_id_group_id" ON "group_count" ("meeting_id", "group_id");

CREATE TABLE "group_turn" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "agreed" INTEGER NOT NULL,
    "presenter_id" INTEGER,
    "no_case" INTEGER NOT NULL,
    "no_matter" INTEGER NOT NULL,
    "postponed" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
    FOREIGN KEY ("group_id") REFERENCES "club_group" ("id"),
    FOREIGN KEY ("presenter_id") REFERENCES "member" ("id")
);

CREATE INDEX "group_turn_meeting_id" ON "group_turn" ("meeting_id");

CREATE INDEX "group_turn_group_id" ON "group_turn" ("group_id");

CREATE INDEX "group_turn_presenter_id" ON "group_turn" ("presenter_id");

CREATE UNIQUE INDEX "group_turn_meeting_id_group_id" ON "group_turn" ("meeting_id", "group_id");

CREATE TABLE "proposal" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "group_id" INTEGER,
    "hardship_case_id" INTEGER,
    "matter_id" INTEGER,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
    FOREIGN KEY ("group_id") REFERENCES "club_group" ("id"),
    FOREIGN KEY ("hardship_case_id") REFERENCES "hardship_case" ("id"),
    FOREIGN KEY ("matter_id") REFERENCES "matter" ("id")
);

CREATE INDEX "proposal_meeting_id" ON "proposal" ("meeting_id");

CREATE INDEX "proposal_group_id" ON "proposal" ("group_id");

CREATE INDEX "proposal_hardship_case_id" ON "proposal" ("hardship_case_id");

CREATE INDEX "proposal_matter_id" ON "proposal" ("matter_id");

CREATE TABLE "hand_count" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "hardship_case_id" INTEGER,
    "matter_id" INTEGER,
    "round" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "unanimous" INTEGER NOT NULL,
    "in_favour" INTEGER NOT NULL,
    "against" INTEGER NOT NULL,
    "other" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
    FOREIGN KEY ("hardship_case_id") REFERENCES "hardship_case" ("id"),
    FOREIGN KEY ("matter_id") REFERENCES "matter" ("id")
);

CREATE INDEX "hand_count_meeting_id" ON "hand_count" ("meeting_id");

CREATE INDEX "hand_count_hardship_case_id" ON "hand_count" ("hardship_case_id");

CREATE INDEX "hand_count_matter_id" ON "hand_count" ("matter_id");

CREATE TABLE "selection_round" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "seats" INTEGER NOT NULL,
    "cases" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "selection_round_meeting_id" ON "selection_round" ("meeting_id");

CREATE UNIQUE INDEX "selection_round_meeting_id_round" ON "selection_round" ("meeting_id", "round");

CREATE TABLE "decision" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "hardship_case_id" INTEGER,
    "matter_id" INTEGER,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
    FOREIGN KEY ("hardship_case_id") REFERENCES "hardship_case" ("id"),
    FOREIGN KEY ("matter_id") REFERENCES "matter" ("id")
);

CREATE INDEX "decision_meeting_id" ON "decision" ("meeting_id");

CREATE INDEX "decision_hardship_case_id" ON "decision" ("hardship_case_id");

CREATE INDEX "decision_matter_id" ON "decision" ("matter_id");

CREATE TABLE "note" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "note_meeting_id" ON "note" ("meeting_id");

CREATE UNIQUE INDEX "note_meeting_id_step" ON "note" ("meeting_id", "step");

CREATE TABLE "part_wording" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "composed_digest" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "part_wording_meeting_id" ON "part_wording" ("meeting_id");

CREATE UNIQUE INDEX "part_wording_meeting_id_step" ON "part_wording" ("meeting_id", "step");

CREATE TABLE "minutes" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "format" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "previous_digest" TEXT NOT NULL,
    "sealed_at" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE UNIQUE INDEX "minutes_meeting_id" ON "minutes" ("meeting_id");

CREATE TABLE "minutes_value" (
    "minutes_id" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    PRIMARY KEY ("minutes_id",
    "token"),
    FOREIGN KEY ("minutes_id") REFERENCES "minutes" ("id")
);

CREATE INDEX "minutes_value_minutes_id" ON "minutes_value" ("minutes_id");

CREATE TABLE "minutes_print" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "minutes_print_meeting_id" ON "minutes_print" ("meeting_id");

CREATE TABLE "urgent_report" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "hardship_case_id" INTEGER NOT NULL,
    "reported_by_id" INTEGER,
    "reported_at" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_by_id" INTEGER,
    "decided_at" TEXT,
    "help_given" TEXT NOT NULL,
    "helped_at" TEXT,
    FOREIGN KEY ("hardship_case_id") REFERENCES "hardship_case" ("id"),
    FOREIGN KEY ("reported_by_id") REFERENCES "member" ("id"),
    FOREIGN KEY ("decided_by_id") REFERENCES "member" ("id")
);

CREATE INDEX "urgent_report_hardship_case_id" ON "urgent_report" ("hardship_case_id");

CREATE INDEX "urgent_report_reported_by_id" ON "urgent_report" ("reported_by_id");

CREATE INDEX "urgent_report_decided_by_id" ON "urgent_report" ("decided_by_id");

CREATE TABLE "pledge" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER,
    "urgent_report_id" INTEGER,
    "hardship_case_id" INTEGER,
    "matter_id" INTEGER,
    "form" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "quantity" INTEGER,
    "unit" TEXT NOT NULL,
    "helper_kind" TEXT NOT NULL,
    "group_id" INTEGER,
    "organisation" TEXT NOT NULL,
    "number" INTEGER,
    "when_text" TEXT NOT NULL,
    "when_first" DATE,
    "when_last" DATE,
    "place" TEXT NOT NULL,
    "in_charge_id" INTEGER,
    "used" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
    FOREIGN KEY ("urgent_report_id") REFERENCES "urgent_report" ("id"),
    FOREIGN KEY ("hardship_case_id") REFERENCES "hardship_case" ("id"),
    FOREIGN KEY ("matter_id") REFERENCES "matter" ("id"),
    FOREIGN KEY ("group_id") REFERENCES "club_group" ("id"),
    FOREIGN KEY ("in_charge_id") REFERENCES "member" ("id")
);

CREATE INDEX "pledge_meeting_id" ON "pledge" ("meeting_id");

CREATE INDEX "pledge_urgent_report_id" ON "pledge" ("urgent_report_id");

CREATE INDEX "pledge_hardship_case_id" ON "pledge" ("hardship_case_id");

CREATE INDEX "pledge_matter_id" ON "pledge" ("matter_id");

CREATE INDEX "pledge_group_id" ON "pledge" ("group_id");

CREATE INDEX "pledge_in_charge_id" ON "pledge" ("in_charge_id");

CREATE TABLE "pledge_helper" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "pledge_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    FOREIGN KEY ("pledge_id") REFERENCES "pledge" ("id"),
    FOREIGN KEY ("member_id") REFERENCES "member" ("id")
);

CREATE INDEX "pledge_helper_pledge_id" ON "pledge_helper" ("pledge_id");

CREATE INDEX "pledge_helper_member_id" ON "pledge_helper" ("member_id");

CREATE UNIQUE INDEX "pledge_helper_pledge_id_member_id" ON "pledge_helper" ("pledge_id", "member_id");

CREATE TABLE "fulfilment" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "pledge_id" INTEGER NOT NULL,
    "meeting_id" INTEGER,
    "state" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "given" INTEGER,
    "came" INTEGER,
    "result" TEXT NOT NULL,
    "thanks" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "postponed_text" TEXT NOT NULL,
    "postponed_first" DATE,
    "postponed_last" DATE,
    FOREIGN KEY ("pledge_id") REFERENCES "pledge" ("id"),
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "fulfilment_pledge_id" ON "fulfilment" ("pledge_id");

CREATE INDEX "fulfilment_meeting_id" ON "fulfilment" ("meeting_id");

CREATE TABLE "answer" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "meeting_id" INTEGER,
    "on_day" DATE NOT NULL,
    "answered_by" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    FOREIGN KEY ("matter_id") REFERENCES "matter" ("id"),
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "answer_matter_id" ON "answer" ("matter_id");

CREATE INDEX "answer_meeting_id" ON "answer" ("meeting_id");

CREATE TABLE "case_event" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "hardship_case_id" INTEGER NOT NULL,
    "meeting_id" INTEGER,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    FOREIGN KEY ("hardship_case_id") REFERENCES "hardship_case" ("id"),
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "case_event_hardship_case_id" ON "case_event" ("hardship_case_id");

CREATE INDEX "case_event_meeting_id" ON "case_event" ("meeting_id");

CREATE TABLE "referral" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "hardship_case_id" INTEGER NOT NULL,
    "meeting_id" INTEGER,
    "note" TEXT NOT NULL,
    "survey_by_id" INTEGER,
    "survey_on" DATE,
    "needs_found" TEXT NOT NULL,
    "solution" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    FOREIGN KEY ("hardship_case_id") REFERENCES "hardship_case" ("id"),
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id"),
    FOREIGN KEY ("survey_by_id") REFERENCES "member" ("id")
);

CREATE INDEX "referral_hardship_case_id" ON "referral" ("hardship_case_id");

CREATE INDEX "referral_meeting_id" ON "referral" ("meeting_id");

CREATE INDEX "referral_survey_by_id" ON "referral" ("survey_by_id");

CREATE TABLE "act" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "undone" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "act_meeting_id" ON "act" ("meeting_id");

CREATE TABLE "row_change" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "act_id" INTEGER NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT,
    FOREIGN KEY ("act_id") REFERENCES "act" ("id") ON DELETE CASCADE
);

CREATE INDEX "row_change_act_id" ON "row_change" ("act_id");

CREATE TABLE "current_act" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "act_id" INTEGER
);

CREATE TABLE "draft" (
    "form" TEXT NOT NULL PRIMARY KEY,
    "content" TEXT NOT NULL
);
