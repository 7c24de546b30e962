import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("academy")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("slug", "text", (column) => column.notNull())
    .addColumn("name_ko", "text", (column) => column.notNull())
    .addColumn("name_en", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addUniqueConstraint("academy_slug_unique", ["slug"])
    .execute();
  await db.schema
    .createTable("account")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("email", "text", (column) => column.notNull())
    .addColumn("password_hash", "text")
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) =>
      column.notNull().check(sql`role in ('applicant', 'reviewer', 'administrator', 'auditor')`),
    )
    .addColumn("academy_id", "text", (column) => column.references("academy.id"))
    .addColumn("language", "text", (column) => column.notNull().check(sql`language in ('ko', 'en')`))
    .addColumn("email_verified_at", "text")
    .addColumn("disabled_at", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addUniqueConstraint("account_email_unique", ["email"])
    .execute();
  await db.schema.createIndex("account_academy_id_role_index").on("account").columns(["academy_id", "role"]).execute();
  await db.schema
    .createTable("session")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("account_id", "text", (column) => column.notNull().references("account.id"))
    .addColumn("expires_at", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("session_account_id_index").on("session").columns(["account_id"]).execute();
  await db.schema
    .createTable("account_token")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("account_id", "text", (column) => column.references("account.id"))
    .addColumn("academy_id", "text", (column) => column.references("academy.id"))
    .addColumn("kind", "text", (column) =>
      column
        .notNull()
        .check(sql`kind in ('verify_email', 'reset_password', 'staff_invitation', 'first_administrator')`),
    )
    .addColumn("email", "text", (column) => column.notNull())
    .addColumn("payload", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("used_at", "text")
    .execute();
  await db.schema.createIndex("account_token_email_index").on("account_token").columns(["email"]).execute();
  await db.schema
    .createTable("setting")
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("setting_primary_key", ["key"])
    .execute();
}
