CREATE TABLE "act_subject" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "act_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "row_id" INTEGER NOT NULL,
    "changed" TEXT NOT NULL,
    FOREIGN KEY ("act_id") REFERENCES "act" ("id") ON DELETE CASCADE
);

CREATE INDEX "act_subject_act_id" ON "act_subject" ("act_id");

CREATE INDEX "act_subject_kind_row_id" ON "act_subject" ("kind", "row_id");

-- What is no JSON is a damage that is told of, and not one that hinders the migration.

INSERT INTO "act_subject" ("act_id", "kind", "row_id", "changed")
SELECT id, 'person', json_extract(details, '$.person_id'), ''
FROM (SELECT * FROM "act" WHERE json_valid(details) LIMIT -1)
WHERE json_extract(details, '$.person_id') IN (SELECT id FROM "person")
UNION ALL
SELECT id, 'member', json_extract(details, '$.member_id'), ''
FROM (SELECT * FROM "act" WHERE json_valid(details) LIMIT -1)
WHERE kind LIKE 'member_%' AND kind <> 'member_ticked'
    AND json_extract(details, '$.member_id') IN (SELECT id FROM "member");

-- Nothing asks for it any more.

DROP INDEX "act_member"
