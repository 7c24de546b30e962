import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("stage")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("stage_key", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('waiting', 'open', 'closed', 'approved', 'published')`),
    )
    .addColumn("opened_at", "text")
    .addColumn("closed_at", "text")
    .addColumn("closed_by", "text")
    .addColumn("approved_at", "text")
    .addColumn("approved_by", "text")
    .addColumn("publish_at", "text")
    .addColumn("published_at", "text")
    .addColumn("digest", "text")
    .addColumn("result", "text")
    .addUniqueConstraint("stage_cohort_id_stage_key_unique", ["cohort_id", "stage_key"])
    .execute();
  await db.schema
    .createTable("stage_entry")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("stage_key", "text", (column) => column.notNull())
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("evaluation_number", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) =>
      column.notNull().check(sql`outcome in ('pending', 'passed', 'failed', 'absent', 'excluded')`),
    )
    .addColumn("score", "text")
    .addColumn("detail", "text")
    .addColumn("reason", "text")
    .addUniqueConstraint("stage_entry_cohort_id_stage_key_application_id_unique", [
      "cohort_id",
      "stage_key",
      "application_id",
    ])
    .addUniqueConstraint("stage_entry_cohort_id_stage_key_evaluation_number_unique", [
      "cohort_id",
      "stage_key",
      "evaluation_number",
    ])
    .execute();
  await db.schema
    .createIndex("stage_entry_application_id_index")
    .on("stage_entry")
    .columns(["application_id"])
    .execute();
  await db.schema
    .createTable("panel_member")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("stage_key", "text", (column) => column.notNull())
    .addColumn("track_key", "text", (column) => column.notNull())
    .addColumn("reviewer_id", "text", (column) => column.notNull().references("account.id"))
    .addColumn("is_external", "integer", (column) => column.notNull())
    .addColumn("conflicts_declared_at", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addUniqueConstraint("panel_member_cohort_id_stage_key_track_key_reviewer_id_unique", [
      "cohort_id",
      "stage_key",
      "track_key",
      "reviewer_id",
    ])
    .execute();
  await db.schema.createIndex("panel_member_reviewer_id_index").on("panel_member").columns(["reviewer_id"]).execute();
  await db.schema
    .createTable("pledge")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("reviewer_id", "text", (column) => column.notNull().references("account.id"))
    .addColumn("typed_name", "text", (column) => column.notNull())
    .addColumn("text_sha256", "text", (column) => column.notNull())
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("signed_at", "text", (column) => column.notNull())
    .addUniqueConstraint("pledge_cohort_id_reviewer_id_unique", ["cohort_id", "reviewer_id"])
    .execute();
  await db.schema
    .createTable("conflict")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("reviewer_id", "text", (column) => column.notNull().references("account.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("reason_key", "text", (column) => column.notNull())
    .addColumn("note", "text", (column) => column.notNull())
    .addColumn("declared_at", "text", (column) => column.notNull())
    .addUniqueConstraint("conflict_reviewer_id_application_id_unique", ["reviewer_id", "application_id"])
    .execute();
  await db.schema
    .createIndex("conflict_cohort_id_application_id_index")
    .on("conflict")
    .columns(["cohort_id", "application_id"])
    .execute();
  await db.schema
    .createTable("assignment_batch")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("stage_key", "text", (column) => column.notNull())
    .addColumn("seed", "text", (column) => column.notNull())
    .addColumn("summary", "text", (column) => column.notNull())
    .addColumn("created_by", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("review")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("stage_key", "text", (column) => column.notNull())
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("reviewer_id", "text", (column) => column.notNull().references("account.id"))
    .addColumn("batch_id", "text", (column) => column.references("assignment_batch.id"))
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('assigned', 'draft', 'submitted', 'cancelled')`),
    )
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("comment", "text", (column) => column.notNull())
    .addColumn("total_hundredths", "integer")
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("assigned_at", "text", (column) => column.notNull())
    .addColumn("saved_at", "text")
    .addColumn("submitted_at", "text")
    .addColumn("cancelled_at", "text")
    .addColumn("cancel_reason", "text")
    .addUniqueConstraint("review_cohort_id_stage_key_application_id_reviewer_id_unique", [
      "cohort_id",
      "stage_key",
      "application_id",
      "reviewer_id",
    ])
    .execute();
  await db.schema
    .createIndex("review_reviewer_id_stage_key_position_index")
    .on("review")
    .columns(["reviewer_id", "stage_key", "position"])
    .execute();
  await db.schema
    .createIndex("review_cohort_id_stage_key_status_index")
    .on("review")
    .columns(["cohort_id", "stage_key", "status"])
    .execute();
  await db.schema.createIndex("review_application_id_index").on("review").columns(["application_id"]).execute();
  await db.schema
    .createTable("review_score")
    .addColumn("review_id", "text", (column) => column.notNull().references("review.id"))
    .addColumn("criterion_key", "text", (column) => column.notNull())
    .addColumn("hundredths", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("review_score_primary_key", ["review_id", "criterion_key"])
    .execute();
  await db.schema
    .createTable("score_import")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("stage_key", "text", (column) => column.notNull())
    .addColumn("file_name", "text", (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("row_count", "integer", (column) => column.notNull())
    .addColumn("created_by", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("imported_score")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("stage_key", "text", (column) => column.notNull())
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("column_key", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("import_id", "text", (column) => column.notNull().references("score_import.id"))
    .addUniqueConstraint("imported_score_cohort_id_stage_key_application_id_column_key_unique", [
      "cohort_id",
      "stage_key",
      "application_id",
      "column_key",
    ])
    .execute();
}
