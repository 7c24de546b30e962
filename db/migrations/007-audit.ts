import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("audit_chain")
    .addColumn("chain", "text", (column) => column.notNull())
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("head", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("audit_chain_primary_key", ["chain"])
    .execute();
  await db.schema
    .createTable("audit_entry")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("chain", "text", (column) => column.notNull())
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("actor_id", "text")
    .addColumn("actor_role", "text", (column) => column.notNull())
    .addColumn("event", "text", (column) => column.notNull())
    .addColumn("cohort_id", "text", (column) => column.references("cohort.id"))
    .addColumn("subject_kind", "text", (column) => column.notNull())
    .addColumn("subject_id", "text", (column) => column.notNull())
    .addColumn("payload", "text")
    .addColumn("salt", "text")
    .addColumn("commitment", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addUniqueConstraint("audit_entry_chain_sequence_unique", ["chain", "sequence"])
    .execute();
  await db.schema
    .createIndex("audit_entry_cohort_id_at_index")
    .on("audit_entry")
    .columns(["cohort_id", "at"])
    .execute();
  await db.schema.createIndex("audit_entry_subject_id_index").on("audit_entry").columns(["subject_id"]).execute();
}
