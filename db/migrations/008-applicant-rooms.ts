import { sql, type Kysely } from "kysely";

/** What an applicant meets around the form: clean copies of files, extensions, requests, appeals, notice attachments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Of the metadata-free copy that reviewers get; empty until the worker has made it.
  await db.schema.alterTable("file").addColumn("clean_sha256", "text").execute();
  await db.schema
    .alterTable("file")
    .addColumn("scan", "text", (column) =>
      column
        .notNull()
        .defaultTo("off")
        .check(sql`scan in ('off', 'waiting', 'clean', 'infected')`),
    )
    .execute();
  await db.schema.alterTable("file").addColumn("fault", "text").execute();
  await db.schema.alterTable("file").addColumn("certificate_number", "text").execute();
  await db.schema.alterTable("file").addColumn("issued_on", "text").execute();
  // The worker asks every second what is left to do.
  await sql`create index file_uncleaned_index on file (created_at)
    where clean_sha256 is null and fault is null and removed_at is null`.execute(db);
  await sql`create index file_waiting_index on file (created_at) where scan = 'waiting'`.execute(db);

  // One person who applies from two accounts is looked for at every final submission.
  await index(db, "application", ["cohort_id", "birth_date", "phone"]);

  await db.schema
    .createTable("personal_extension")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("until", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("granted_by", "text")
    .addColumn("granted_at", "text", (column) => column.notNull())
    .addColumn("revoked_at", "text")
    .execute();
  await index(db, "personal_extension", ["cohort_id", "granted_at"]);
  await index(db, "personal_extension", ["application_id"]);

  await db.schema
    .createTable("document_request")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("document_key", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("due_at", "text", (column) => column.notNull())
    .addColumn("requested_by", "text")
    .addColumn("requested_at", "text", (column) => column.notNull())
    .addColumn("fulfilled_at", "text")
    .addColumn("cancelled_at", "text")
    .execute();
  await index(db, "document_request", ["cohort_id", "requested_at"]);
  await index(db, "document_request", ["application_id"]);

  await db.schema
    .createTable("document_check")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("document_key", "text", (column) => column.notNull())
    .addColumn("checked_by", "text")
    .addColumn("checked_at", "text", (column) => column.notNull())
    .addUniqueConstraint("document_check_application_id_document_key_unique", ["application_id", "document_key"])
    .execute();
  await index(db, "document_check", ["cohort_id"]);

  await db.schema
    .createTable("selection_record")
    .addColumn("run_id", "text", (column) => column.primaryKey().notNull().references("selection_run.id"))
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    // Of the pseudonyms; with the salts it makes the same record again.
    .addColumn("secret_key", "text", (column) => column.notNull())
    .addColumn("root", "text", (column) => column.notNull())
    .addColumn("disclosed_root", "text", (column) => column.notNull())
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("made_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("record_opening")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("run_id", "text", (column) => column.notNull().references("selection_record.run_id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("application_number", "text", (column) => column.notNull())
    .addColumn("review_salt", "text", (column) => column.notNull())
    .addColumn("disclosed_salt", "text", (column) => column.notNull())
    .addColumn("disclosed", "text", (column) => column.notNull())
    .addColumn("leaf_index", "integer", (column) => column.notNull())
    .addColumn("proof", "text", (column) => column.notNull())
    // The lowest total that would have been selected; asked for once, and null where there is none.
    .addColumn("needed_track", "text")
    .addColumn("needed_total", "text")
    .addColumn("needed_at", "text")
    .addUniqueConstraint("record_opening_run_id_application_id_unique", ["run_id", "application_id"])
    .execute();
  await index(db, "record_opening", ["application_id"]);
  await index(db, "record_opening", ["run_id", "needed_at"]);

  await db.schema
    .createTable("appeal")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("number", "integer", (column) => column.notNull())
    // "final", or the key of the stage whose result is appealed.
    .addColumn("about", "text", (column) => column.notNull())
    .addColumn("ground", "text", (column) => column.notNull().check(sql`ground in ('procedure', 'arithmetic', 'fact')`))
    .addColumn("statement", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('received', 'upheld', 'dismissed', 'withdrawn')`),
    )
    .addColumn("arrived_at", "text", (column) => column.notNull())
    .addColumn("answer_by", "text", (column) => column.notNull())
    .addColumn("answer", "text")
    .addColumn("minute_number", "text")
    .addColumn("decided_by", "text")
    .addColumn("decided_at", "text")
    .addUniqueConstraint("appeal_cohort_id_number_unique", ["cohort_id", "number"])
    .execute();
  await index(db, "appeal", ["application_id"]);

  await db.schema
    .createTable("data_request")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("kind", "text", (column) => column.notNull().check(sql`kind in ('correct', 'erase', 'stop')`))
    .addColumn("statement", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull().check(sql`status in ('open', 'done', 'refused')`))
    .addColumn("arrived_at", "text", (column) => column.notNull())
    .addColumn("answer_by", "text", (column) => column.notNull())
    .addColumn("answer", "text")
    .addColumn("answered_by", "text")
    .addColumn("answered_at", "text")
    .execute();
  await index(db, "data_request", ["cohort_id", "status", "arrived_at"]);
  await index(db, "data_request", ["application_id"]);

  await db.schema
    .createTable("cohort_attachment")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("label_ko", "text", (column) => column.notNull())
    .addColumn("label_en", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("media_type", "text", (column) => column.notNull())
    .addColumn("size", "integer", (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("created_by", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("removed_at", "text")
    .execute();
  await index(db, "cohort_attachment", ["cohort_id"]);
}

async function index(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_${columns.join("_")}_index`)
    .on(table)
    .columns([...columns])
    .execute();
}
