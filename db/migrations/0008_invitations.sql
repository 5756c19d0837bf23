ALTER TYPE "public"."channel" ADD VALUE 'open-day';--> statement-breakpoint
CREATE TABLE "visitor_invitations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visitor_invitations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"open_day_id" integer NOT NULL,
	"group_id" integer NOT NULL,
	"note" "bytea",
	"contact" "bytea",
	"contact_kind" text,
	"code_key" text NOT NULL,
	"code_sealed" "bytea" NOT NULL,
	"form_key" text NOT NULL,
	"issued_by" uuid NOT NULL,
	"issued_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "visitor_invitations_code_key_unique" UNIQUE("code_key"),
	CONSTRAINT "visitor_invitations_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "visitor_invitations_within" UNIQUE("open_day_id","id"),
	CONSTRAINT "visitor_invitations_contact" CHECK ("visitor_invitations"."contact" is null or "visitor_invitations"."contact_kind" is not null),
	CONSTRAINT "visitor_invitations_revoked" CHECK (("visitor_invitations"."revoked_at" is null) = ("visitor_invitations"."revoked_by" is null))
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "open_day_id" integer;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "invitation_id" integer;--> statement-breakpoint
ALTER TABLE "visitor_invitations" ADD CONSTRAINT "visitor_invitations_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_invitations" ADD CONSTRAINT "visitor_invitations_issued_by_accounts_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_invitations" ADD CONSTRAINT "visitor_invitations_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_invitations" ADD CONSTRAINT "visitor_invitations_group" FOREIGN KEY ("open_day_id","group_id") REFERENCES "public"."visitor_groups"("open_day_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_about" UNIQUE("id","consultation_id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_open_day" FOREIGN KEY ("open_day_id","consultation_id") REFERENCES "public"."open_days"("id","consultation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_invitation" FOREIGN KEY ("open_day_id","invitation_id") REFERENCES "public"."visitor_invitations"("open_day_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_invited_once" UNIQUE("invitation_id");--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_said_there" CHECK (("comments"."open_day_id" is not null) = ("comments"."channel"::text = 'open-day'));