CREATE TABLE "addendum" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "format" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "previous_digest" TEXT NOT NULL,
    "sealed_at" TEXT NOT NULL,
    "sealed" INTEGER NOT NULL,
    FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id")
);

CREATE INDEX "addendum_meeting_id" ON "addendum" ("meeting_id");

CREATE UNIQUE INDEX "addendum_meeting_id_number" ON "addendum" ("meeting_id", "number");

CREATE TABLE "addendum_value" (
    "addendum_id" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    PRIMARY KEY ("addendum_id",
    "token"),
    FOREIGN KEY ("addendum_id") REFERENCES "addendum" ("id")
);

CREATE INDEX "addendum_value_addendum_id" ON "addendum_value" ("addendum_id");

ALTER TABLE "club" ADD COLUMN "official_letters" INTEGER NOT NULL DEFAULT 0;
