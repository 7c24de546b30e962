import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("application")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("academy_id", "text", (column) => column.notNull().references("academy.id"))
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("applicant_id", "text", (column) => column.notNull().references("account.id"))
    .addColumn("definition_id", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column
        .notNull()
        .check(
          sql`status in ('draft', 'submitted', 'reserved', 'offered', 'accepted', 'not_passed', 'not_selected', 'excluded', 'cancelled', 'declined', 'lapsed', 'withdrawn', 'expired')`,
        ),
    )
    .addColumn("application_number", "text")
    .addColumn("answers", "text", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("birth_date", "text")
    .addColumn("phone", "text")
    .addColumn("email", "text")
    .addColumn("first_choice", "text")
    .addColumn("second_choice", "text")
    .addColumn("accept_other", "text", (column) => column.check(sql`accept_other in ('yes', 'no')`))
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("saved_at", "text", (column) => column.notNull())
    .addColumn("submitted_at", "text")
    .addColumn("withdrawn_at", "text")
    .addColumn("excluded_reason", "text")
    .addUniqueConstraint("application_cohort_id_application_number_unique", ["cohort_id", "application_number"])
    .execute();
  await db.schema.createIndex("application_applicant_id_index").on("application").columns(["applicant_id"]).execute();
  await db.schema
    .createIndex("application_academy_id_cohort_id_status_index")
    .on("application")
    .columns(["academy_id", "cohort_id", "status"])
    .execute();
  // A withdrawn application does not prevent a new one before the close.
  await sql`create unique index application_one_live_unique on application (cohort_id, applicant_id) where status <> 'withdrawn'`.execute(
    db,
  );
  await db.schema
    .createTable("application_submission")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("definition_id", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("answers", "text", (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("arrived_at", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addUniqueConstraint("application_submission_application_id_number_unique", ["application_id", "number"])
    .execute();
  await db.schema
    .createTable("consent")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("consent_key", "text", (column) => column.notNull())
    .addColumn("definition_id", "text", (column) => column.notNull())
    .addColumn("given_at", "text", (column) => column.notNull())
    .addColumn("withdrawn_at", "text")
    .execute();
  await db.schema.createIndex("consent_application_id_index").on("consent").columns(["application_id"]).execute();
  await db.schema
    .createTable("bonus_claim")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("item_key", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull().check(sql`status in ('claimed', 'verified', 'rejected')`))
    .addColumn("decided_by", "text")
    .addColumn("decided_at", "text")
    .addColumn("reason", "text")
    .addUniqueConstraint("bonus_claim_application_id_item_key_unique", ["application_id", "item_key"])
    .execute();
  await db.schema
    .createIndex("bonus_claim_cohort_id_status_index")
    .on("bonus_claim")
    .columns(["cohort_id", "status"])
    .execute();
  await db.schema
    .createTable("eligibility_flag")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("rule_key", "text", (column) => column.notNull())
    .addColumn("detail", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull().check(sql`status in ('open', 'eligible', 'ineligible')`))
    .addColumn("decided_by", "text")
    .addColumn("decided_at", "text")
    .addColumn("reason", "text")
    .addUniqueConstraint("eligibility_flag_application_id_rule_key_unique", ["application_id", "rule_key"])
    .execute();
  await db.schema
    .createIndex("eligibility_flag_cohort_id_status_index")
    .on("eligibility_flag")
    .columns(["cohort_id", "status"])
    .execute();
  await db.schema
    .createTable("file")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("document_key", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("media_type", "text", (column) => column.notNull())
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("removed_at", "text")
    .execute();
  await db.schema.createIndex("file_application_id_index").on("file").columns(["application_id"]).execute();
  await db.schema.createIndex("file_sha256_index").on("file").columns(["sha256"]).execute();
}
