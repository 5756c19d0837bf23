DROP INDEX "record_subject";--> statement-breakpoint
CREATE INDEX "record_subject" ON "record" USING btree ("subject","subject_id" text_pattern_ops);