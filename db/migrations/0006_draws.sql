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
ALTER TABLE "draws" ADD CONSTRAINT "draws_open_day_id_open_days_id_fk" FOREIGN KEY ("open_day_id") REFERENCES "public"."open_days"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_named_by_accounts_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;