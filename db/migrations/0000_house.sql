CREATE TYPE "public"."role" AS ENUM('resident', 'moderator', 'staff', 'publisher', 'administrator', 'auditor');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('web', 'paper', 'mail', 'email', 'phone', 'counter', 'meeting', 'visit', 'hotline', 'other');--> statement-breakpoint
CREATE TYPE "public"."fate" AS ENUM('in_points', 'withdrawn', 'inadmissible');--> statement-breakpoint
CREATE TYPE "public"."stance" AS ENUM('support', 'oppose', 'change');--> statement-breakpoint
CREATE TYPE "public"."comment_access" AS ENUM('nothing', 'contact', 'account');--> statement-breakpoint
CREATE TYPE "public"."name_mode" AS ENUM('open', 'masked', 'number');--> statement-breakpoint
CREATE TYPE "public"."visibility" AS ENUM('published', 'redacted', 'withheld');--> statement-breakpoint
CREATE TYPE "public"."disposition" AS ENUM('adopted', 'partly_adopted', 'already_covered', 'not_adopted', 'out_of_scope', 'later_study', 'noted');--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"role" "role" DEFAULT 'resident' NOT NULL,
	"department_id" integer,
	"phone" "bytea",
	"phone_key" text,
	"email" "bytea",
	"email_key" text,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid,
	"last_signed_in_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"disabled_by" uuid,
	"disabled_why" text,
	CONSTRAINT "accounts_phone_key_unique" UNIQUE("phone_key"),
	CONSTRAINT "accounts_email_key_unique" UNIQUE("email_key"),
	CONSTRAINT "accounts_reachable" CHECK ("accounts"."phone_key" is not null or "accounts"."email_key" is not null),
	CONSTRAINT "accounts_staff_has_department" CHECK ("accounts"."role" <> 'staff' or "accounts"."department_id" is not null),
	CONSTRAINT "accounts_resident_has_none" CHECK ("accounts"."role" <> 'resident' or "accounts"."department_id" is null),
	CONSTRAINT "accounts_disabled_whole" CHECK (("accounts"."disabled_at" is null) = ("accounts"."disabled_why" is null))
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "departments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "departments_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code_key" text NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"department_id" integer,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_code_key_unique" UNIQUE("code_key")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"code_key" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"way" text NOT NULL,
	"issued_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"authenticated_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"consultation_id" integer NOT NULL,
	"number" integer NOT NULL,
	"article_id" integer,
	"channel" "channel" DEFAULT 'web' NOT NULL,
	"stance" "stance",
	"body" text NOT NULL,
	"replacement" text DEFAULT '' NOT NULL,
	"lang" text DEFAULT 'zh-CN' NOT NULL,
	"display_name" text DEFAULT '' NOT NULL,
	"author_name" "bytea",
	"contact" "bytea",
	"contact_kind" text,
	"author_key" text,
	"account_id" uuid,
	"receipt_key" text NOT NULL,
	"receipt_sealed" "bytea" NOT NULL,
	"form_key" text NOT NULL,
	"form_print" text NOT NULL,
	"received_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"entered_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"entered_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"fate" "fate",
	CONSTRAINT "comments_consultation_id_number_pk" PRIMARY KEY("consultation_id","number"),
	CONSTRAINT "comments_receipt_key_unique" UNIQUE("receipt_key"),
	CONSTRAINT "comments_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "comments_fate" UNIQUE("consultation_id","number","fate"),
	CONSTRAINT "comments_withdrawn" CHECK (("comments"."withdrawn_at" is not null) = ("comments"."fate" is not distinct from 'withdrawn')),
	CONSTRAINT "comments_contact" CHECK (("comments"."contact" is null) = ("comments"."contact_kind" is null)),
	CONSTRAINT "comments_clerk" CHECK ("comments"."channel" = 'web' or "comments"."entered_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "articles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"consultation_id" integer NOT NULL,
	"position" integer NOT NULL,
	"anchor" text NOT NULL,
	"kind" text NOT NULL,
	"level" integer NOT NULL,
	"label" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"commentable" boolean NOT NULL,
	CONSTRAINT "articles_anchor" UNIQUE("consultation_id","anchor"),
	CONSTRAINT "articles_position" UNIQUE("consultation_id","position"),
	CONSTRAINT "articles_within" UNIQUE("consultation_id","id")
);
--> statement-breakpoint
CREATE TABLE "consultation_files" (
	"consultation_id" integer NOT NULL,
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "consultation_files_consultation_id_file_id_pk" PRIMARY KEY("consultation_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consultations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"department_id" integer NOT NULL,
	"title" text NOT NULL,
	"lang" text DEFAULT 'zh-CN' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"explanatory_note" text DEFAULT '' NOT NULL,
	"legal_basis" text DEFAULT '' NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"short_period_reason" text DEFAULT '' NOT NULL,
	"access" "comment_access" DEFAULT 'contact' NOT NULL,
	"name_mode" "name_mode" DEFAULT 'masked' NOT NULL,
	"contact_person" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"contact_address" text DEFAULT '' NOT NULL,
	"source_text" text DEFAULT '' NOT NULL,
	"source_name" text DEFAULT '' NOT NULL,
	"prepared_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"returned_why" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"last_comment_number" integer DEFAULT 0 NOT NULL,
	"last_point_number" integer DEFAULT 0 NOT NULL,
	"reported_at" timestamp with time zone,
	CONSTRAINT "consultations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "consultations_two_people" CHECK ("consultations"."published_by" is null or ("consultations"."published_by" <> "consultations"."prepared_by" and "consultations"."published_by" <> "consultations"."submitted_by")),
	CONSTRAINT "consultations_published_whole" CHECK ("consultations"."published_at" is null or ("consultations"."opens_at" is not null and "consultations"."closes_at" > "consultations"."opens_at" and "consultations"."published_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "county" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"office" text DEFAULT '' NOT NULL,
	"office_en" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"icp" text DEFAULT '' NOT NULL,
	"police_record" text DEFAULT '' NOT NULL,
	"site_code" text DEFAULT '' NOT NULL,
	"report_within_days" integer DEFAULT 30 NOT NULL,
	"contact_kept_days" integer DEFAULT 180 NOT NULL,
	"demo_laid_at" timestamp with time zone,
	CONSTRAINT "county_only_one" CHECK ("county"."only")
);
--> statement-breakpoint
CREATE TABLE "file_chunks" (
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_file_id_position_pk" PRIMARY KEY("file_id","position")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"way" text NOT NULL,
	"template" text NOT NULL,
	"lang" text DEFAULT 'zh-CN' NOT NULL,
	"department_id" integer,
	"recipient_kind" text NOT NULL,
	"recipient" "bytea",
	"params" "bytea",
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"delivered_at" timestamp with time zone,
	"gave_up_at" timestamp with time zone,
	"called_by" uuid,
	"outcome" text,
	CONSTRAINT "outbox_emptied" CHECK ("outbox"."delivered_at" is null or ("outbox"."recipient" is null and "outbox"."params" is null)),
	CONSTRAINT "outbox_call_outcome" CHECK ("outbox"."way" <> 'call' or "outbox"."delivered_at" is null or "outbox"."outcome" is not null)
);
--> statement-breakpoint
CREATE TABLE "moderations" (
	"consultation_id" integer NOT NULL,
	"number" integer NOT NULL,
	"visibility" "visibility" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"public_body" text,
	"public_replacement" text,
	"decided_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "moderations_consultation_id_number_pk" PRIMARY KEY("consultation_id","number"),
	CONSTRAINT "moderations_redacted" CHECK (("moderations"."visibility" = 'redacted') = ("moderations"."public_body" is not null)),
	CONSTRAINT "moderations_reason" CHECK ("moderations"."visibility" = 'published' or "moderations"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "objections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"consultation_id" integer NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"against" uuid NOT NULL,
	"answer" text,
	"outcome" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "objections_answered_whole" CHECK (("objections"."answer" is null) = ("objections"."answered_at" is null) and ("objections"."answer" is null) = ("objections"."answered_by" is null) and ("objections"."answer" is null) = ("objections"."outcome" is null)),
	CONSTRAINT "objections_two_people" CHECK ("objections"."answered_by" <> "objections"."against")
);
--> statement-breakpoint
CREATE TABLE "record" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "record_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"department_id" integer,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"facts" jsonb
);
--> statement-breakpoint
CREATE TABLE "inadmissibles" (
	"consultation_id" integer NOT NULL,
	"number" integer NOT NULL,
	"fate" "fate" DEFAULT 'inadmissible' NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "inadmissibles_consultation_id_number_pk" PRIMARY KEY("consultation_id","number"),
	CONSTRAINT "inadmissibles_fate_fixed" CHECK ("inadmissibles"."fate" = 'inadmissible'),
	CONSTRAINT "inadmissibles_reason" CHECK ("inadmissibles"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "point_comments" (
	"consultation_id" integer NOT NULL,
	"point_id" integer NOT NULL,
	"number" integer NOT NULL,
	"fate" "fate" DEFAULT 'in_points' NOT NULL,
	CONSTRAINT "point_comments_point_id_number_pk" PRIMARY KEY("point_id","number"),
	CONSTRAINT "point_comments_in_points" CHECK ("point_comments"."fate" = 'in_points')
);
--> statement-breakpoint
CREATE TABLE "points" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "points_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"consultation_id" integer NOT NULL,
	"number" integer NOT NULL,
	"article_id" integer,
	"summary" text NOT NULL,
	"disposition" "disposition",
	"reason" text DEFAULT '' NOT NULL,
	"text_before" text DEFAULT '' NOT NULL,
	"text_after" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"created_by" uuid NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "points_number" UNIQUE("consultation_id","number"),
	CONSTRAINT "points_within" UNIQUE("consultation_id","id"),
	CONSTRAINT "points_decided_with_reason" CHECK ("points"."disposition" is null or ("points"."reason" <> '' and "points"."decided_at" is not null and "points"."decided_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"consultation_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"statement" text DEFAULT '' NOT NULL,
	"correction_why" text DEFAULT '' NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"returned_why" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"document" jsonb,
	"digest" text,
	CONSTRAINT "reports_consultation_id_revision_pk" PRIMARY KEY("consultation_id","revision"),
	CONSTRAINT "reports_two_people" CHECK ("reports"."published_by" is null or "reports"."published_by" <> "reports"."prepared_by"),
	CONSTRAINT "reports_published_whole" CHECK (("reports"."published_at" is null) = ("reports"."document" is null) and ("reports"."published_at" is null) = ("reports"."published_by" is null)),
	CONSTRAINT "reports_correction" CHECK ("reports"."revision" = 1 or "reports"."correction_why" <> '')
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_accounts_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_issued_by_accounts_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_article" FOREIGN KEY ("consultation_id","article_id") REFERENCES "public"."articles"("consultation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_files" ADD CONSTRAINT "consultation_files_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_files" ADD CONSTRAINT "consultation_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_prepared_by_accounts_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_submitted_by_accounts_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_chunks" ADD CONSTRAINT "file_chunks_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_called_by_accounts_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderations" ADD CONSTRAINT "moderations_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderations" ADD CONSTRAINT "moderations_consultation_id_number_comments_consultation_id_number_fk" FOREIGN KEY ("consultation_id","number") REFERENCES "public"."comments"("consultation_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_against_accounts_id_fk" FOREIGN KEY ("against") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_consultation_id_number_comments_consultation_id_number_fk" FOREIGN KEY ("consultation_id","number") REFERENCES "public"."comments"("consultation_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inadmissibles" ADD CONSTRAINT "inadmissibles_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inadmissibles" ADD CONSTRAINT "inadmissibles_fate" FOREIGN KEY ("consultation_id","number","fate") REFERENCES "public"."comments"("consultation_id","number","fate") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_comments" ADD CONSTRAINT "point_comments_point" FOREIGN KEY ("consultation_id","point_id") REFERENCES "public"."points"("consultation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_comments" ADD CONSTRAINT "point_comments_fate" FOREIGN KEY ("consultation_id","number","fate") REFERENCES "public"."comments"("consultation_id","number","fate") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_article" FOREIGN KEY ("consultation_id","article_id") REFERENCES "public"."articles"("consultation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_prepared_by_accounts_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "comments_article_index" ON "comments" USING btree ("consultation_id","article_id");--> statement-breakpoint
CREATE INDEX "consultations_published" ON "consultations" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "consultations_department" ON "consultations" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE "outbox"."delivered_at" is null and "outbox"."gave_up_at" is null and "outbox"."way" <> 'call';--> statement-breakpoint
CREATE INDEX "outbox_desk" ON "outbox" USING btree ("id") WHERE "outbox"."delivered_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "objections_one_open" ON "objections" USING btree ("consultation_id","number") WHERE "objections"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "objections_comment" ON "objections" USING btree ("consultation_id","number");--> statement-breakpoint
CREATE INDEX "record_subject" ON "record" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "record_department" ON "record" USING btree ("department_id","seq");--> statement-breakpoint
CREATE INDEX "point_comments_comment" ON "point_comments" USING btree ("consultation_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_in_work" ON "reports" USING btree ("consultation_id") WHERE "reports"."published_at" is null;