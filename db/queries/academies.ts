import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Academy = Selectable<Database["academy"]>;

export async function getAcademy(db: Db, id: string): Promise<Academy> {
  return db.selectFrom("academy").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

export async function insertAcademy(
  db: Db,
  academy: { slug: string; nameKo: string; nameEn: string; now: Date },
): Promise<string> {
  const { now, ...values } = academy;
  const id = newId(now);
  await db
    .insertInto("academy")
    .values({ id, ...values, createdAt: now.toISOString() })
    .execute();
  return id;
}

export async function countAcademies(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("academy")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
