-- The row images go, as with every migration: the person has columns more from here on.

DELETE FROM "act" WHERE undone;

DELETE FROM "row_change";

ALTER TABLE "person" ADD COLUMN "sex" TEXT;

ALTER TABLE "person" ADD COLUMN "household" TEXT NOT NULL DEFAULT '';

CREATE TABLE "member_span" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "group_id" INTEGER,
    "since" DATE,
    "until" DATE,
    FOREIGN KEY ("member_id") REFERENCES "member" ("id"),
    FOREIGN KEY ("group_id") REFERENCES "club_group" ("id")
);

CREATE INDEX "member_span_member_id" ON "member_span" ("member_id");

CREATE INDEX "member_span_group_id" ON "member_span" ("group_id");

INSERT INTO "member_span" ("member_id", "role", "group_id", "since", "until")
    SELECT "id", 'member', "group_id", "joined", "left" FROM "member";

INSERT INTO "member_span" ("member_id", "role", "group_id", "since", "until")
    SELECT "leader_id", 'leader', "id", NULL, NULL FROM "club_group" WHERE "leader_id" IS NOT NULL;

INSERT INTO "member_span" ("member_id", "role", "group_id", "since", "until")
    SELECT "member"."id", "office"."role", NULL, NULL, NULL
    FROM "member" JOIN (
        SELECT 'chair' AS "role" UNION ALL SELECT 'vice_chair'
        UNION ALL SELECT 'board' UNION ALL SELECT 'secretary') AS "office"
    ON instr(' ' || "member"."positions" || ' ', ' ' || "office"."role" || ' ') > 0;

CREATE TABLE "export" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "what" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "file" TEXT NOT NULL
)
