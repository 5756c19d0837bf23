CREATE TABLE "checked_answers" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"kept_at" timestamp with time zone DEFAULT app_now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "checked_answers_kept" ON "checked_answers" USING btree ("kept_at");