ALTER TABLE "live_questions" ADD COLUMN "act" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "live_questions_acts" ON "live_questions" USING btree ("session_id","act");