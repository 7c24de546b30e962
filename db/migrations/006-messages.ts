import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("outbox")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("message_key", "text", (column) => column.notNull())
    .addColumn("academy_id", "text", (column) => column.references("academy.id"))
    .addColumn("cohort_id", "text", (column) => column.references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.references("application.id"))
    .addColumn("offer_id", "text")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull().check(sql`language in ('ko', 'en')`))
    .addColumn("payload", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('queued', 'sent', 'failed', 'stopped')`),
    )
    .addColumn("due_at", "text", (column) => column.notNull())
    .addColumn("claimed_until", "text")
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("last_error", "text")
    .addColumn("sent_at", "text")
    .addColumn("smtp_message_id", "text")
    .addColumn("subject", "text")
    .addColumn("body_text", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addUniqueConstraint("outbox_message_key_unique", ["message_key"])
    .execute();
  await db.schema.createIndex("outbox_status_due_at_index").on("outbox").columns(["status", "due_at"]).execute();
  await db.schema.createIndex("outbox_cohort_id_kind_index").on("outbox").columns(["cohort_id", "kind"]).execute();
  await db.schema.createIndex("outbox_application_id_index").on("outbox").columns(["application_id"]).execute();
  await db.schema
    .createTable("job")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("payload", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('queued', 'running', 'done', 'refused', 'failed')`),
    )
    .addColumn("requested_by", "text")
    .addColumn("due_at", "text", (column) => column.notNull())
    .addColumn("claimed_until", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("finished_at", "text")
    .addColumn("result", "text")
    .execute();
  await db.schema.createIndex("job_status_due_at_index").on("job").columns(["status", "due_at"]).execute();
  await db.schema.createIndex("job_cohort_id_index").on("job").columns(["cohort_id"]).execute();
}
