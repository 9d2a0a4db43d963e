-- What is looked for by more than its number: however many years there are, it is found at once.

CREATE INDEX "meeting_state" ON "meeting" ("state");

CREATE INDEX "hardship_case_source" ON "hardship_case" ("source", "noted_on");

CREATE INDEX "matter_source" ON "matter" ("source", "noted_on");

CREATE INDEX "matter_kind" ON "matter" ("kind");

CREATE INDEX "decision_outcome" ON "decision" ("outcome");

CREATE INDEX "case_event_kind" ON "case_event" ("kind");

CREATE INDEX "pledge_when_first" ON "pledge" ("when_first");

CREATE INDEX "fulfilment_on_day" ON "fulfilment" ("on_day");

CREATE INDEX "referral_state" ON "referral" ("state");

CREATE INDEX "urgent_report_reported_at" ON "urgent_report" ("reported_at");

CREATE INDEX "urgent_report_entered_at" ON "urgent_report" ("entered_at");

CREATE INDEX "urgent_report_helped_at" ON "urgent_report" ("helped_at");

CREATE INDEX "urgent_report_undecided" ON "urgent_report" ("id") WHERE "decision" = '';

CREATE INDEX "addendum_previous_digest" ON "addendum" ("previous_digest");

-- What is no JSON is a damage that is told of, and not one that hinders the writing.

CREATE INDEX "act_member" ON "act" (
    CASE WHEN json_valid("details") THEN json_extract("details", '$.member_id') END
);

-- The pledges of which nobody has told the end, as the triggers keep them.

CREATE TABLE "open_pledge" (
    "pledge_id" INTEGER NOT NULL PRIMARY KEY,
    FOREIGN KEY ("pledge_id") REFERENCES "pledge" ("id") ON DELETE CASCADE
)
