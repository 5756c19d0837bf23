CREATE TYPE "public"."workday_kind" AS ENUM('holiday', 'workday');--> statement-breakpoint
CREATE TABLE "workday_calendar" (
	"date" date PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"kind" "workday_kind" NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "workday_calendar_within" CHECK ("workday_calendar"."date" between make_date("workday_calendar"."year" - 1, 12, 1) and make_date("workday_calendar"."year", 12, 31)),
	CONSTRAINT "workday_calendar_named" CHECK ("workday_calendar"."kind" = 'workday' or "workday_calendar"."name" <> ''),
	CONSTRAINT "workday_calendar_makes_up" CHECK ("workday_calendar"."kind" = 'holiday' or extract(isodow from "workday_calendar"."date") > 5)
);
--> statement-breakpoint
CREATE TABLE "workday_notices" (
	"year" integer PRIMARY KEY NOT NULL,
	"source_doc" text NOT NULL,
	"covered_until" date NOT NULL,
	"loaded_by" uuid,
	"loaded_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "workday_notices_source" CHECK ("workday_notices"."source_doc" <> ''),
	CONSTRAINT "workday_notices_within" CHECK (extract(year from "workday_notices"."covered_until") = "workday_notices"."year")
);
--> statement-breakpoint
ALTER TABLE "workday_calendar" ADD CONSTRAINT "workday_calendar_year_workday_notices_year_fk" FOREIGN KEY ("year") REFERENCES "public"."workday_notices"("year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workday_notices" ADD CONSTRAINT "workday_notices_loaded_by_accounts_id_fk" FOREIGN KEY ("loaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO "workday_notices" ("year", "source_doc", "covered_until") VALUES
	(2025, '国办发明电〔2024〕12号', '2025-12-31'),
	(2026, '国办发明电〔2025〕7号', '2026-12-31');
--> statement-breakpoint
INSERT INTO "workday_calendar" ("date", "year", "kind", "name")
SELECT day::date, year, 'holiday', name
FROM (VALUES
	(2025, '2025-01-01', '2025-01-01', '元旦'),
	(2025, '2025-01-28', '2025-02-04', '春节'),
	(2025, '2025-04-04', '2025-04-06', '清明节'),
	(2025, '2025-05-01', '2025-05-05', '劳动节'),
	(2025, '2025-05-31', '2025-06-02', '端午节'),
	(2025, '2025-10-01', '2025-10-08', '国庆节、中秋节'),
	(2026, '2026-01-01', '2026-01-03', '元旦'),
	(2026, '2026-02-15', '2026-02-23', '春节'),
	(2026, '2026-04-04', '2026-04-06', '清明节'),
	(2026, '2026-05-01', '2026-05-05', '劳动节'),
	(2026, '2026-06-19', '2026-06-21', '端午节'),
	(2026, '2026-09-25', '2026-09-27', '中秋节'),
	(2026, '2026-10-01', '2026-10-07', '国庆节')
) AS holidays (year, first, last, name), generate_series(first::timestamp, last::timestamp, '1 day') AS day;
--> statement-breakpoint
INSERT INTO "workday_calendar" ("date", "year", "kind", "name") VALUES
	('2025-01-26', 2025, 'workday', '春节'),
	('2025-02-08', 2025, 'workday', '春节'),
	('2025-04-27', 2025, 'workday', '劳动节'),
	('2025-09-28', 2025, 'workday', '国庆节、中秋节'),
	('2025-10-11', 2025, 'workday', '国庆节、中秋节'),
	('2026-01-04', 2026, 'workday', '元旦'),
	('2026-02-14', 2026, 'workday', '春节'),
	('2026-02-28', 2026, 'workday', '春节'),
	('2026-05-09', 2026, 'workday', '劳动节'),
	('2026-09-20', 2026, 'workday', '国庆节'),
	('2026-10-10', 2026, 'workday', '国庆节');
