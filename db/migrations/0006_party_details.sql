CREATE TABLE "party_details" (
	"registration_id" integer PRIMARY KEY NOT NULL,
	"state" "registration_state" DEFAULT 'confirmed' NOT NULL,
	"filled_for" integer NOT NULL,
	"consented_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"filled_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"filled_by" uuid,
	CONSTRAINT "party_details_confirmed" CHECK ("party_details"."state" = 'confirmed'),
	CONSTRAINT "party_details_size" CHECK ("party_details"."filled_for" between 0 and 50)
);
--> statement-breakpoint
CREATE TABLE "party_members" (
	"registration_id" integer NOT NULL,
	"position" integer NOT NULL,
	"name" "bytea" NOT NULL,
	"document" "bytea",
	"birth_date" "bytea",
	"age_group" "bytea",
	"guardian_position" integer,
	"guardian_name" "bytea",
	"guardian_phone" "bytea",
	"guardian_consented_at" timestamp with time zone,
	CONSTRAINT "party_members_registration_id_position_pk" PRIMARY KEY("registration_id","position"),
	CONSTRAINT "party_members_position" CHECK ("party_members"."position" between 1 and 50),
	CONSTRAINT "party_members_guardian_whole" CHECK (("party_members"."guardian_name" is null) = ("party_members"."guardian_phone" is null)),
	CONSTRAINT "party_members_one_guardian" CHECK ("party_members"."guardian_position" is null or "party_members"."guardian_name" is null),
	CONSTRAINT "party_members_other_guardian" CHECK ("party_members"."guardian_position" <> "party_members"."position")
);
--> statement-breakpoint
CREATE TABLE "party_plates" (
	"registration_id" integer NOT NULL,
	"position" integer NOT NULL,
	"plate" "bytea" NOT NULL,
	CONSTRAINT "party_plates_registration_id_position_pk" PRIMARY KEY("registration_id","position"),
	CONSTRAINT "party_plates_position" CHECK ("party_plates"."position" between 1 and 50)
);
--> statement-breakpoint
ALTER TABLE "open_days" ADD COLUMN "asks_identity" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "open_days" ADD COLUMN "identity_why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "open_days" ADD COLUMN "asks_birth_date" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "open_days" ADD COLUMN "birth_date_why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "open_days" ADD COLUMN "asks_plate" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "open_days" ADD COLUMN "plate_why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "open_days" ADD COLUMN "details_days" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "deletion_certificates" ADD COLUMN "members" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deletion_certificates" ADD COLUMN "identity_numbers" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deletion_certificates" ADD COLUMN "birth_dates" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deletion_certificates" ADD COLUMN "plates" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deletion_certificates" ADD COLUMN "guardians" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_in_state" UNIQUE("id","state");--> statement-breakpoint
ALTER TABLE "party_details" ADD CONSTRAINT "party_details_filled_by_accounts_id_fk" FOREIGN KEY ("filled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_details" ADD CONSTRAINT "party_details_of_confirmed" FOREIGN KEY ("registration_id","state") REFERENCES "public"."registrations"("id","state") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_members" ADD CONSTRAINT "party_members_registration_id_party_details_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."party_details"("registration_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_members" ADD CONSTRAINT "party_members_guardian" FOREIGN KEY ("registration_id","guardian_position") REFERENCES "public"."party_members"("registration_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_plates" ADD CONSTRAINT "party_plates_registration_id_party_details_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."party_details"("registration_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_asked_for_a_purpose" CHECK ("open_days"."published_at" is null or ((not "open_days"."asks_identity" or "open_days"."identity_why" <> '') and (not "open_days"."asks_birth_date" or "open_days"."birth_date_why" <> '') and (not "open_days"."asks_plate" or "open_days"."plate_why" <> '')));--> statement-breakpoint
ALTER TABLE "open_days" ADD CONSTRAINT "open_days_details_days" CHECK ("open_days"."details_days" between 1 and 30);--> statement-breakpoint
-- What a published notice says it asks of visitors is a promise: it may ask less, never more.
CREATE FUNCTION "refuse_to_ask_more"() RETURNS trigger LANGUAGE plpgsql AS $f$
begin
  raise exception 'A published notice cannot ask for more.' using errcode = 'check_violation';
end $f$;--> statement-breakpoint
CREATE TRIGGER "open_days_never_ask_more" BEFORE UPDATE ON "open_days" FOR EACH ROW
  WHEN (old.published_at is not null and ((new.asks_identity and not old.asks_identity) or (new.asks_birth_date and not old.asks_birth_date) or (new.asks_plate and not old.asks_plate)))
  EXECUTE FUNCTION "refuse_to_ask_more"();
