DROP INDEX "live_questions_since";--> statement-breakpoint
-- A tally is written over and over: room on the page for its new versions keeps the table, and every look at it, small.
ALTER TABLE "live_questions" SET (fillfactor = 50);
