-- The row images go, as with every migration: their columns may be others from here on.

DROP TABLE "row_change";

CREATE TABLE "act_anew" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER,
    "kind" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "undone" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

INSERT INTO "act_anew" SELECT id, meeting_id, kind, details, at, step, undone FROM "act"
    WHERE NOT undone;

DROP TABLE "act";

ALTER TABLE "act_anew" RENAME TO "act";

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

CREATE INDEX "row_change_act_id" ON "row_change" ("act_id")
