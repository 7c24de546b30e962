import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("selection_run")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("kind", "text", (column) => column.notNull().check(sql`kind in ('tryout', 'official')`))
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('stopped', 'complete', 'approved', 'published', 'superseded')`),
    )
    .addColumn("definition_id", "text", (column) => column.notNull())
    .addColumn("engine_version", "text", (column) => column.notNull())
    .addColumn("input", "text", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("result", "text", (column) => column.notNull())
    .addColumn("created_by", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("approved_by", "text")
    .addColumn("approved_at", "text")
    .addColumn("publish_at", "text")
    .addColumn("published_at", "text")
    .execute();
  await db.schema
    .createIndex("selection_run_cohort_id_created_at_index")
    .on("selection_run")
    .columns(["cohort_id", "created_at"])
    .execute();
  await db.schema
    .createTable("tie_decision")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("scope", "text", (column) => column.notNull())
    .addColumn("group_key", "text", (column) => column.notNull())
    .addColumn("numbers", "text", (column) => column.notNull())
    .addColumn("minute_number", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("decided_by", "text")
    .addColumn("decided_at", "text", (column) => column.notNull())
    .addUniqueConstraint("tie_decision_cohort_id_scope_group_key_unique", ["cohort_id", "scope", "group_key"])
    .execute();
  await db.schema
    .createTable("seat_addition")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("track_key", "text", (column) => column.notNull())
    .addColumn("seats", "integer", (column) => column.notNull())
    .addColumn("minute_number", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("decided_by", "text")
    .addColumn("decided_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("decision")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("run_id", "text", (column) => column.notNull().references("selection_run.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("outcome", "text", (column) =>
      column.notNull().check(sql`outcome in ('selected', 'reserve', 'not_selected')`),
    )
    .addColumn("track_key", "text")
    .addColumn("choice_order", "integer")
    .addColumn("reserve_number", "integer")
    .addColumn("merit_rank", "integer")
    .addColumn("total", "text")
    .addColumn("explanation", "text", (column) => column.notNull())
    .addColumn("published_at", "text", (column) => column.notNull())
    .addUniqueConstraint("decision_cohort_id_application_id_unique", ["cohort_id", "application_id"])
    .execute();
  await db.schema
    .createTable("offer")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("track_key", "text", (column) => column.notNull())
    .addColumn("choice_order", "integer")
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('held', 'open', 'accepted', 'declined', 'lapsed', 'cancelled')`),
    )
    .addColumn("origin", "text", (column) => column.notNull().check(sql`origin in ('selection', 'reserve')`))
    .addColumn("replaces_offer_id", "text")
    .addColumn("reason", "text")
    .addColumn("held_at", "text", (column) => column.notNull())
    .addColumn("approved_by", "text")
    .addColumn("opened_at", "text")
    .addColumn("respond_by", "text")
    .addColumn("answered_at", "text")
    .execute();
  await db.schema.createIndex("offer_cohort_id_status_index").on("offer").columns(["cohort_id", "status"]).execute();
  await db.schema.createIndex("offer_application_id_index").on("offer").columns(["application_id"]).execute();
  // One live offer a person: nobody holds two seats.
  await sql`create unique index offer_one_live_unique on offer (cohort_id, application_id) where status in ('held', 'open', 'accepted')`.execute(
    db,
  );
  await db.schema
    .createTable("reserve_place")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("cohort_id", "text", (column) => column.notNull().references("cohort.id"))
    .addColumn("application_id", "text", (column) => column.notNull().references("application.id"))
    .addColumn("track_key", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("merit_rank", "integer", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('waiting', 'promoted', 'left', 'ended')`),
    )
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("ended_at", "text")
    .addUniqueConstraint("reserve_place_cohort_id_track_key_number_unique", ["cohort_id", "track_key", "number"])
    .addUniqueConstraint("reserve_place_cohort_id_application_id_unique", ["cohort_id", "application_id"])
    .execute();
}
