CREATE TABLE "consent" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "on_day" DATE,
    "asked_by_id" INTEGER REFERENCES "member" ("id"),
    "guardian" TEXT NOT NULL,
    FOREIGN KEY ("person_id") REFERENCES "person" ("id")
);

CREATE INDEX "consent_person_id" ON "consent" ("person_id");

-- The question was whether the person may be named before the club and in its minutes.
-- When it was asked was not kept: the day of the first meeting that heard of the person stands.

INSERT INTO "consent" ("person_id", "scope", "answer", "on_day", "asked_by_id", "guardian")
SELECT person.id, asked.scope, person.consent,
    (SELECT min(meeting.day) FROM hardship_case
        JOIN proposal ON proposal.hardship_case_id = hardship_case.id
        JOIN meeting ON meeting.id = proposal.meeting_id
        WHERE hardship_case.person_id = person.id),
    NULL, person.guardian
FROM person, (SELECT 'club' AS scope UNION ALL SELECT 'minutes') AS asked
WHERE person.consent <> 'not_asked'
ORDER BY person.id, asked.scope;

ALTER TABLE "person" DROP COLUMN "consent";

-- The row images go, as with every migration: their columns are others from here on.

DELETE FROM "row_change";

DELETE FROM "act" WHERE "undone"
