import type { Db } from "../connect.ts";

export async function findSetting(db: Db, key: string): Promise<string | undefined> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value;
}

export async function saveSetting(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto("setting")
    .values({ key, value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
}

/** A demo database says so on every page, and only in one may the demo commands act. */
export async function isDemo(db: Db): Promise<boolean> {
  return (await findSetting(db, "demo")) !== undefined;
}
