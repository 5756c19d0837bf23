CREATE TABLE "live_answerers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_answerers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"session_id" integer NOT NULL,
	"department_id" integer NOT NULL,
	"name" text NOT NULL,
	"office" text NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "live_answerers_within" UNIQUE("session_id","id")
);
--> statement-breakpoint
CREATE TABLE "live_answers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"session_id" integer NOT NULL,
	"question_id" integer NOT NULL,
	"way" text NOT NULL,
	"body" text NOT NULL,
	"answerer_id" integer NOT NULL,
	"corrects" integer,
	"why" text DEFAULT '' NOT NULL,
	"entered_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "live_answers_corrects_unique" UNIQUE("corrects"),
	CONSTRAINT "live_answers_within" UNIQUE("question_id","id"),
	CONSTRAINT "live_answers_why" CHECK ("live_answers"."corrects" is null or "live_answers"."why" <> '')
);
--> statement-breakpoint
CREATE TABLE "live_participants" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_participants_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"session_id" integer NOT NULL,
	"key" text NOT NULL,
	"resident" boolean NOT NULL,
	"joined_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"muted_until" timestamp with time zone,
	"banned_at" timestamp with time zone,
	"barred_by" uuid,
	"barred_why" text DEFAULT '' NOT NULL,
	CONSTRAINT "live_participants_once" UNIQUE("session_id","key"),
	CONSTRAINT "live_participants_within" UNIQUE("session_id","id"),
	CONSTRAINT "live_participants_barred" CHECK (("live_participants"."muted_until" is null and "live_participants"."banned_at" is null) or "live_participants"."barred_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "live_questions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"session_id" integer NOT NULL,
	"number" integer NOT NULL,
	"participant_id" integer,
	"channel" text DEFAULT 'web' NOT NULL,
	"entered_by" uuid,
	"body" text NOT NULL,
	"display_name" text DEFAULT '' NOT NULL,
	"form_key" text NOT NULL,
	"form_print" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"seq" bigint,
	"published_at" timestamp with time zone,
	"decided_by" uuid,
	"decline_reason" text,
	"decline_note" text DEFAULT '' NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"merged_into" integer,
	"department_id" integer,
	"article_id" integer,
	"pinned_at" timestamp with time zone,
	"staged_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"disposition" text,
	"disposition_why" text DEFAULT '' NOT NULL,
	"residents" integer DEFAULT 0 NOT NULL,
	"guests" integer DEFAULT 0 NOT NULL,
	"comment_number" integer,
	CONSTRAINT "live_questions_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "live_questions_number" UNIQUE("session_id","number"),
	CONSTRAINT "live_questions_within" UNIQUE("session_id","id"),
	CONSTRAINT "live_questions_asker" CHECK (("live_questions"."channel" = 'web') = ("live_questions"."participant_id" is not null) and ("live_questions"."channel" = 'web') = ("live_questions"."entered_by" is null)),
	CONSTRAINT "live_questions_public" CHECK (("live_questions"."state" = 'published') <= ("live_questions"."published_at" is not null and "live_questions"."seq" is not null)),
	CONSTRAINT "live_questions_declined" CHECK (("live_questions"."state" = 'declined') = ("live_questions"."decline_reason" is not null)),
	CONSTRAINT "live_questions_merged_once" CHECK (("live_questions"."merged_into" is null) = ("live_questions"."disposition" is distinct from 'merged') and "live_questions"."merged_into" is distinct from "live_questions"."id"),
	CONSTRAINT "live_questions_tally" CHECK ("live_questions"."residents" >= 0 and "live_questions"."guests" >= 0),
	CONSTRAINT "live_questions_reason" CHECK ("live_questions"."disposition" is distinct from 'out-of-scope' or "live_questions"."disposition_why" <> ''),
	CONSTRAINT "live_questions_owed" CHECK ("live_questions"."disposition" is distinct from 'written' or "live_questions"."department_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "live_sessions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"department_id" integer NOT NULL,
	"title" text NOT NULL,
	"lang" text DEFAULT 'zh-CN' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"house_rules" text DEFAULT '' NOT NULL,
	"open_day_id" integer,
	"consultation_id" integer,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"naming" text DEFAULT 'either' NOT NULL,
	"premoderated" boolean DEFAULT true NOT NULL,
	"questions_most" integer DEFAULT 5 NOT NULL,
	"slow_seconds" integer DEFAULT 0 NOT NULL,
	"answer_within_days" integer DEFAULT 10 NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"acts" bigint DEFAULT 0 NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"announced_at" timestamp with time zone,
	"announced_by" uuid,
	"opened_at" timestamp with time zone,
	"opened_by" uuid,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	CONSTRAINT "live_sessions_code_unique" UNIQUE("code"),
	CONSTRAINT "live_sessions_code" CHECK ("live_sessions"."code" ~ '^[0-9]{6}$'),
	CONSTRAINT "live_sessions_times" CHECK ("live_sessions"."ends_at" > "live_sessions"."starts_at"),
	CONSTRAINT "live_sessions_steps" CHECK (("live_sessions"."opened_at" is null or "live_sessions"."announced_at" is not null) and ("live_sessions"."ended_at" is null or "live_sessions"."opened_at" is not null) and ("live_sessions"."closed_at" is null or "live_sessions"."ended_at" is not null)),
	CONSTRAINT "live_sessions_limits" CHECK ("live_sessions"."questions_most" between 1 and 100 and "live_sessions"."slow_seconds" between 0 and 600 and "live_sessions"."answer_within_days" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "live_supports" (
	"question_id" integer NOT NULL,
	"participant_id" integer NOT NULL,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "live_supports_question_id_participant_id_pk" PRIMARY KEY("question_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "live_answerers" ADD CONSTRAINT "live_answerers_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_answerers" ADD CONSTRAINT "live_answerers_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_answers" ADD CONSTRAINT "live_answers_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_answers" ADD CONSTRAINT "live_answers_question" FOREIGN KEY ("session_id","question_id") REFERENCES "public"."live_questions"("session_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_answers" ADD CONSTRAINT "live_answers_answerer" FOREIGN KEY ("session_id","answerer_id") REFERENCES "public"."live_answerers"("session_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_answers" ADD CONSTRAINT "live_answers_corrects" FOREIGN KEY ("question_id","corrects") REFERENCES "public"."live_answers"("question_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_participants" ADD CONSTRAINT "live_participants_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_participants" ADD CONSTRAINT "live_participants_barred_by_accounts_id_fk" FOREIGN KEY ("barred_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_questions" ADD CONSTRAINT "live_questions_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_questions" ADD CONSTRAINT "live_questions_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_questions" ADD CONSTRAINT "live_questions_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_questions" ADD CONSTRAINT "live_questions_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_questions" ADD CONSTRAINT "live_questions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_questions" ADD CONSTRAINT "live_questions_participant" FOREIGN KEY ("session_id","participant_id") REFERENCES "public"."live_participants"("session_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_questions" ADD CONSTRAINT "live_questions_merged" FOREIGN KEY ("session_id","merged_into") REFERENCES "public"."live_questions"("session_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_announced_by_accounts_id_fk" FOREIGN KEY ("announced_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_ended_by_accounts_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_supports" ADD CONSTRAINT "live_supports_question_id_live_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."live_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_supports" ADD CONSTRAINT "live_supports_participant_id_live_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."live_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "live_questions_on_stage" ON "live_questions" USING btree ("session_id") WHERE "live_questions"."staged_at" is not null;--> statement-breakpoint
CREATE INDEX "live_questions_since" ON "live_questions" USING btree ("session_id","seq");--> statement-breakpoint
CREATE INDEX "live_questions_of_participant" ON "live_questions" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "live_supports_of" ON "live_supports" USING btree ("participant_id");