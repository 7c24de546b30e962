import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("cohort")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("academy_id", "text", (column) => column.notNull().references("academy.id"))
    .addColumn("slug", "text", (column) => column.notNull())
    .addColumn("phase", "text", (column) =>
      column
        .notNull()
        .check(
          sql`phase in ('draft', 'open', 'closed', 'in_review', 'selecting', 'confirmed', 'published', 'filling', 'in_training', 'completed', 'archived')`,
        ),
    )
    .addColumn("definition_id", "text", (column) => column.notNull())
    .addColumn("title_ko", "text", (column) => column.notNull())
    .addColumn("title_en", "text", (column) => column.notNull())
    .addColumn("seats", "integer", (column) => column.notNull())
    .addColumn("last_application_sequence", "integer", (column) => column.notNull())
    .addColumn("lock_version", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("opened_at", "text")
    .addColumn("closed_at", "text")
    .addUniqueConstraint("cohort_slug_unique", ["slug"])
    .execute();
  await db.schema.createIndex("cohort_academy_id_index").on("cohort").columns(["academy_id"]).execute();
  await db.schema
    .createTable("definition_version")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("definition", "text", (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("created_by", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addUniqueConstraint("definition_version_cohort_id_version_unique", ["cohort_id", "version"])
    .execute();
}
