-- Names given before are sealed at the next start, when the key file is at hand: until then the constraints bind new rows only.
ALTER TABLE "accounts" ADD COLUMN "name_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "mfa_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "receipt_way" text;--> statement-breakpoint
CREATE INDEX "comments_told" ON "comments" USING btree ("author_key","entered_at") WHERE "comments"."receipt_way" is not null;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_resident_sealed" CHECK (("accounts"."role" = 'resident') = ("accounts"."name_sealed" is not null)) NOT VALID;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_resident_nameless" CHECK ("accounts"."role" <> 'resident' or "accounts"."name" = '') NOT VALID;