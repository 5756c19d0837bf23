CREATE TYPE "public"."scan_outcome" AS ENUM('admitted', 'repeat', 'refused');--> statement-breakpoint
CREATE TYPE "public"."choosing" AS ENUM('first-come', 'review', 'draw');--> statement-breakpoint
CREATE TYPE "public"."place_kind" AS ENUM('seat', 'wheelchair', 'interpreter', 'quiet');--> statement-breakpoint
CREATE TYPE "public"."registration_state" AS ENUM('applied', 'waiting', 'offered', 'confirmed', 'cancelled', 'expired', 'not-chosen');--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "check_ins_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"slot_id" integer,
	"registration_id" integer,
	"nonce" text NOT NULL,
	"outcome" "scan_outcome" NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"scanned_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"received_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"scanned_by" uuid NOT NULL,
	CONSTRAINT "check_ins_nonce_unique" UNIQUE("nonce"),
	CONSTRAINT "check_ins_people" CHECK (("check_ins"."outcome" = 'admitted') = ("check_ins"."people" > 0)),
	CONSTRAINT "check_ins_whole" CHECK ("check_ins"."outcome" = 'refused' or ("check_ins"."registration_id" is not null and "check_ins"."slot_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "checked_answers" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"kept_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"open_day_id" integer PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"speaks_at" timestamp with time zone NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"frozen_at" timestamp with time zone,
	"entries" text,
	"entries_hash" text,
	"value" text,
	"reference" text,
	"entered_by" uuid,
	"drawn_at" timestamp with time zone,
	"result" jsonb,
	CONSTRAINT "draws_named" CHECK ("draws"."source" <> ''),
	CONSTRAINT "draws_frozen_whole" CHECK (num_nonnulls("draws"."frozen_at", "draws"."entries", "draws"."entries_hash") in (0, 3)),
	CONSTRAINT "draws_frozen_before" CHECK ("draws"."frozen_at" is null or "draws"."frozen_at" < "draws"."speaks_at"),
	CONSTRAINT "draws_drawn_whole" CHECK (num_nonnulls("draws"."value", "draws"."reference", "draws"."entered_by", "draws"."drawn_at", "draws"."result") in (0, 5)),
	CONSTRAINT "draws_drawn_after" CHECK ("draws"."drawn_at" is null or ("draws"."frozen_at" is not null and "draws"."drawn_at" >= "draws"."speaks_at")),
	CONSTRAINT "draws_hash" CHECK ("draws"."entries_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"lang" text DEFAULT 'zh-CN' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"report_within_days" integer DEFAULT 10 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "campaigns_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "open_day_questions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "open_day_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"options" text[] DEFAULT '{}' NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	CONSTRAINT "open_day_questions_position" UNIQUE("open_day_id","position"),
	CONSTRAINT "open_day_questions_options" CHECK (("open_day_questions"."kind" = 'choice') = (cardinality("open_day_questions"."options") > 0))
);
--> statement-breakpoint
CREATE TABLE "open_days" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "open_days_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"campaign_id" integer,
	"department_id" integer NOT NULL,
	"consultation_id" integer,
	"title" text NOT NULL,
	"lang" text DEFAULT 'zh-CN' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"agenda" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"access" text DEFAULT '' NOT NULL,
	"who_may_come" text DEFAULT '' NOT NULL,
	"other_ways" text DEFAULT '' NOT NULL,
	"house_rules" text DEFAULT '' NOT NULL,
	"house_rules_version" integer DEFAULT 1 NOT NULL,
	"choosing" "choosing" DEFAULT 'first-come' NOT NULL,
	"choosing_rule" text DEFAULT '' NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"party_most" integer DEFAULT 4 NOT NULL,
	"asks_photo_consent" boolean DEFAULT false NOT NULL,
	"kept_days" integer DEFAULT 30 NOT NULL,
	"offer_hours" integer DEFAULT 24 NOT NULL,
	"contact_person" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"prepared_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"returned_why" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"cancelled_at" timestamp with time zone,
	"cancelled_why" text,
	CONSTRAINT "open_days_slug_unique" UNIQUE("slug"),
	CONSTRAINT "open_days_two_people" CHECK ("open_days"."published_by" is null or ("open_days"."published_by" <> "open_days"."prepared_by" and "open_days"."published_by" <> "open_days"."submitted_by")),
	CONSTRAINT "open_days_published_whole" CHECK ("open_days"."published_at" is null or ("open_days"."opens_at" is not null and "open_days"."closes_at" > "open_days"."opens_at" and "open_days"."published_by" is not null)),
	CONSTRAINT "open_days_cancelled_whole" CHECK (("open_days"."cancelled_at" is null) = ("open_days"."cancelled_why" is null)),
	CONSTRAINT "open_days_party" CHECK ("open_days"."party_most" between 1 and 50),
	CONSTRAINT "open_days_kept" CHECK ("open_days"."kept_days" between 1 and 365 and "open_days"."offer_hours" between 1 and 168)
);
--> statement-breakpoint
CREATE TABLE "quotas" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quotas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"slot_id" integer NOT NULL,
	"group_id" integer,
	"kind" "place_kind" DEFAULT 'seat' NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "quotas_once" UNIQUE NULLS NOT DISTINCT("slot_id","kind","group_id"),
	CONSTRAINT "quotas_within" UNIQUE("slot_id","id"),
	CONSTRAINT "quotas_never_oversold" CHECK ("quotas"."taken" between 0 and "quotas"."capacity"),
	CONSTRAINT "quotas_needs_have_no_group" CHECK ("quotas"."kind" = 'seat' or "quotas"."group_id" is null)
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "slots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"gate" text DEFAULT '' NOT NULL,
	"arrive_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_why" text,
	"last_number" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "slots_position" UNIQUE("open_day_id","position"),
	CONSTRAINT "slots_within" UNIQUE("open_day_id","id"),
	CONSTRAINT "slots_times" CHECK ("slots"."arrive_at" <= "slots"."starts_at" and "slots"."starts_at" < "slots"."ends_at"),
	CONSTRAINT "slots_cancelled_whole" CHECK (("slots"."cancelled_at" is null) = ("slots"."cancelled_why" is null))
);
--> statement-breakpoint
CREATE TABLE "visitor_groups" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visitor_groups_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"invited" boolean DEFAULT false NOT NULL,
	CONSTRAINT "visitor_groups_position" UNIQUE("open_day_id","position"),
	CONSTRAINT "visitor_groups_within" UNIQUE("open_day_id","id")
);
--> statement-breakpoint
CREATE TABLE "deletion_certificates" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deletion_certificates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"kept_days" integer NOT NULL,
	"registrations" integer NOT NULL,
	"names" integer NOT NULL,
	"contacts" integer NOT NULL,
	"answers" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "registrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"slot_id" integer NOT NULL,
	"quota_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" "registration_state" NOT NULL,
	"size" integer NOT NULL,
	"wheelchairs" integer DEFAULT 0 NOT NULL,
	"interpreter" boolean DEFAULT false NOT NULL,
	"quiet" boolean DEFAULT false NOT NULL,
	"rank" integer NOT NULL,
	"person_key" text NOT NULL,
	"name" "bytea",
	"contact" "bytea",
	"contact_kind" text NOT NULL,
	"answers" "bytea",
	"lang" text NOT NULL,
	"photo_consent" boolean,
	"house_rules_version" integer NOT NULL,
	"code_key" text NOT NULL,
	"code_sealed" "bytea" NOT NULL,
	"form_key" text NOT NULL,
	"form_print" text NOT NULL,
	"channel" "channel" DEFAULT 'web' NOT NULL,
	"entered_by" uuid,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"state_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"offer_message_id" bigint,
	"offer_expires_at" timestamp with time zone,
	"slot_version" integer NOT NULL,
	"told_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"forgotten_at" timestamp with time zone,
	"ended_by" text,
	"ended_why" text DEFAULT '' NOT NULL,
	CONSTRAINT "registrations_code_key_unique" UNIQUE("code_key"),
	CONSTRAINT "registrations_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "registrations_number" UNIQUE("slot_id","number"),
	CONSTRAINT "registrations_forgotten" CHECK ("registrations"."forgotten_at" is null or ("registrations"."name" is null and "registrations"."contact" is null and "registrations"."answers" is null)),
	CONSTRAINT "registrations_party" CHECK ("registrations"."size" between 1 and 50 and "registrations"."wheelchairs" between 0 and "registrations"."size"),
	CONSTRAINT "registrations_ended" CHECK (("registrations"."ended_by" is not null) = ("registrations"."state" in ('cancelled', 'expired', 'not-chosen'))),
	CONSTRAINT "registrations_offer" CHECK ("registrations"."offer_expires_at" is null or "registrations"."state" = 'offered'),
	CONSTRAINT "registrations_clerk" CHECK ("registrations"."channel" = 'web' or "registrations"."entered_by" is not null)
);
--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_scanned_by_accounts_id_fk" FOREIGN KEY ("scanned_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_slot" FOREIGN KEY ("open_day_id","slot_id") REFERENCES "public"."slots"("open_day_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_named_by_accounts_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_day_questions" ADD CONSTRAINT "open_day_questions_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_prepared_by_accounts_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_submitted_by_accounts_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_slot" FOREIGN KEY ("open_day_id","slot_id") REFERENCES "public"."slots"("open_day_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_group" FOREIGN KEY ("open_day_id","group_id") REFERENCES "public"."visitor_groups"("open_day_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_groups" ADD CONSTRAINT "visitor_groups_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deletion_certificates" ADD CONSTRAINT "deletion_certificates_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_slot" FOREIGN KEY ("open_day_id","slot_id") REFERENCES "public"."slots"("open_day_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_quota" FOREIGN KEY ("slot_id","quota_id") REFERENCES "public"."quotas"("slot_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_ins_registration" ON "check_ins" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "check_ins_day" ON "check_ins" USING btree ("open_day_id","id");--> statement-breakpoint
CREATE INDEX "checked_answers_kept" ON "checked_answers" USING btree ("kept_at");--> statement-breakpoint
CREATE INDEX "open_days_published" ON "open_days" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "open_days_department" ON "open_days" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "slots_starts" ON "slots" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_person" ON "registrations" USING btree ("open_day_id","person_key") WHERE "registrations"."state" in ('applied', 'waiting', 'offered', 'confirmed');--> statement-breakpoint
CREATE INDEX "registrations_queue" ON "registrations" USING btree ("quota_id","rank") WHERE "registrations"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "registrations_offers" ON "registrations" USING btree ("offer_expires_at") WHERE "registrations"."state" = 'offered';