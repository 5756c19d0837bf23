CREATE TYPE "public"."suggestion_result" AS ENUM('taken-up', 'partly', 'already-so', 'not-taken-up', 'passed-on', 'in-hand');--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"open_day_id" integer NOT NULL,
	"mark" text NOT NULL,
	"overall" smallint NOT NULL,
	"ease" text NOT NULL,
	"good" "bytea",
	"better" "bytea",
	"suggested" boolean DEFAULT false NOT NULL,
	"forgotten_at" timestamp with time zone,
	CONSTRAINT "feedback_mark_unique" UNIQUE("mark"),
	CONSTRAINT "feedback_overall" CHECK ("feedback"."overall" between 1 and 5),
	CONSTRAINT "feedback_suggested" CHECK (not "feedback"."suggested" or "feedback"."better" is not null or "feedback"."forgotten_at" is not null),
	CONSTRAINT "feedback_forgotten" CHECK ("feedback"."forgotten_at" is null or num_nonnulls("feedback"."good", "feedback"."better") = 0)
);
--> statement-breakpoint
CREATE TABLE "feedback_rounds" (
	"slot_id" integer PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"told" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestion_outcomes" (
	"open_day_id" integer NOT NULL,
	"suggestion_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"result" "suggestion_result" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"department_id" integer NOT NULL,
	"due_on" date,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "suggestion_outcomes_suggestion_id_revision_pk" PRIMARY KEY("suggestion_id","revision"),
	CONSTRAINT "suggestion_outcomes_due" CHECK (("suggestion_outcomes"."result" = 'in-hand') = ("suggestion_outcomes"."due_on" is not null)),
	CONSTRAINT "suggestion_outcomes_reason" CHECK ("suggestion_outcomes"."result" = 'in-hand' or "suggestion_outcomes"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "visit_photos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"open_day_id" integer NOT NULL,
	"position" integer NOT NULL,
	"file_id" uuid,
	"alt" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"people" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"removed_why" text,
	CONSTRAINT "visit_photos_position" UNIQUE("open_day_id","position"),
	CONSTRAINT "visit_photos_removed" CHECK (("visit_photos"."removed_at" is null) = ("visit_photos"."file_id" is not null)),
	CONSTRAINT "visit_photos_removed_whole" CHECK (num_nonnulls("visit_photos"."removed_at", "visit_photos"."removed_by", "visit_photos"."removed_why") in (0, 3)),
	CONSTRAINT "visit_photos_alt" CHECK ("visit_photos"."alt" <> ''),
	CONSTRAINT "visit_photos_size" CHECK ("visit_photos"."width" > 0 and "visit_photos"."height" > 0)
);
--> statement-breakpoint
CREATE TABLE "visit_questions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"position" integer NOT NULL,
	"question" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text DEFAULT '' NOT NULL,
	CONSTRAINT "visit_questions_position" UNIQUE("open_day_id","position")
);
--> statement-breakpoint
CREATE TABLE "visit_reports" (
	"open_day_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"happened" text DEFAULT '' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"returned_why" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"document" jsonb,
	CONSTRAINT "visit_reports_open_day_id_revision_pk" PRIMARY KEY("open_day_id","revision"),
	CONSTRAINT "visit_reports_two_people" CHECK ("visit_reports"."published_by" is null or ("visit_reports"."published_by" <> "visit_reports"."prepared_by" and "visit_reports"."published_by" is distinct from "visit_reports"."submitted_by")),
	CONSTRAINT "visit_reports_published_whole" CHECK (num_nonnulls("visit_reports"."published_at", "visit_reports"."published_by", "visit_reports"."document") in (0, 3) and ("visit_reports"."published_at" is null or "visit_reports"."submitted_at" is not null)),
	CONSTRAINT "visit_reports_later" CHECK (("visit_reports"."revision" = 1) = ("visit_reports"."why" = ''))
);
--> statement-breakpoint
CREATE TABLE "visit_suggestions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_suggestions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "visit_suggestions_number" UNIQUE("open_day_id","number"),
	CONSTRAINT "visit_suggestions_within" UNIQUE("open_day_id","id")
);
--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_rounds" ADD CONSTRAINT "feedback_rounds_slot_id_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."slots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_outcomes" ADD CONSTRAINT "suggestion_outcomes_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_outcomes" ADD CONSTRAINT "suggestion_outcomes_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_outcomes" ADD CONSTRAINT "suggestion_outcomes_suggestion" FOREIGN KEY ("open_day_id","suggestion_id") REFERENCES "public"."visit_suggestions"("open_day_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_outcomes" ADD CONSTRAINT "suggestion_outcomes_revision" FOREIGN KEY ("open_day_id","revision") REFERENCES "public"."visit_reports"("open_day_id","revision") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_photos" ADD CONSTRAINT "visit_photos_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_photos" ADD CONSTRAINT "visit_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_photos" ADD CONSTRAINT "visit_photos_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_photos" ADD CONSTRAINT "visit_photos_removed_by_accounts_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_questions" ADD CONSTRAINT "visit_questions_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reports" ADD CONSTRAINT "visit_reports_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reports" ADD CONSTRAINT "visit_reports_prepared_by_accounts_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reports" ADD CONSTRAINT "visit_reports_submitted_by_accounts_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_reports" ADD CONSTRAINT "visit_reports_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_suggestions" ADD CONSTRAINT "visit_suggestions_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_day" ON "feedback" USING btree ("open_day_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_reports_one_in_work" ON "visit_reports" USING btree ("open_day_id") WHERE "visit_reports"."published_at" is null;
--> statement-breakpoint
CREATE FUNCTION "refuse_published_report"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A published report is continued in a later revision.' USING errcode = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "visit_reports_frozen" BEFORE UPDATE ON "visit_reports" FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION "refuse_published_report"();--> statement-breakpoint
CREATE FUNCTION "refuse_published_outcome"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM visit_reports r WHERE r.open_day_id = NEW.open_day_id AND r.revision = NEW.revision AND r.published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'What a published report said of a suggestion stays.' USING errcode = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "suggestion_outcomes_frozen" BEFORE INSERT OR UPDATE ON "suggestion_outcomes" FOR EACH ROW EXECUTE FUNCTION "refuse_published_outcome"();
