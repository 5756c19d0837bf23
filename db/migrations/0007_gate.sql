CREATE TYPE "public"."device_verdict" AS ENUM('admitted', 'unlisted', 'repeat', 'refused');--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "device_said" "device_verdict";--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "conflict" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "settled_why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "walk_in" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_settled_by_accounts_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "check_ins_came_in" ON "check_ins" USING btree ("registration_id") WHERE "check_ins"."outcome" = 'admitted';--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_conflict" CHECK (not "check_ins"."conflict" or "check_ins"."outcome" <> 'admitted');--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_settled" CHECK (("check_ins"."settled_at" is null) = ("check_ins"."settled_by" is null) and ("check_ins"."settled_at" is null) = ("check_ins"."settled_why" = '') and ("check_ins"."settled_at" is null or "check_ins"."conflict"));--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_in_order" CHECK ("check_ins"."scanned_at" <= "check_ins"."received_at");--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_walk_in" CHECK (not "registrations"."walk_in" or "registrations"."entered_by" is not null);