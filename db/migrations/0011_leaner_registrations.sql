ALTER TABLE "registrations" DROP CONSTRAINT "registrations_open_day_id_open_days_id_fk";--> statement-breakpoint
ALTER TABLE "registrations" DROP CONSTRAINT "registrations_slot";--> statement-breakpoint
ALTER TABLE "registrations" DROP CONSTRAINT "registrations_quota";--> statement-breakpoint
ALTER TABLE "registrations" DROP CONSTRAINT "registrations_invited_once";--> statement-breakpoint
ALTER TABLE "quotas" DROP CONSTRAINT "quotas_within";--> statement-breakpoint
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_within" UNIQUE("open_day_id","slot_id","id");--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_places" FOREIGN KEY ("open_day_id","slot_id","quota_id") REFERENCES "public"."quotas"("open_day_id","slot_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_invited_once" ON "registrations" USING btree ("invitation_id") WHERE "registrations"."invitation_id" is not null;
