import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Pledge = Selectable<Database["pledge"]>;
type Signer = { readonly cohortId: string; readonly reviewerId: string };

export async function findPledge(db: Db, { cohortId, reviewerId }: Signer): Promise<Pledge | undefined> {
  return db
    .selectFrom("pledge")
    .selectAll()
    .where("cohortId", "=", cohortId)
    .where("reviewerId", "=", reviewerId)
    .executeTakeFirst();
}

/** When each reviewer of the cohort signed. */
export async function listPledges(
  db: Db,
  cohortId: string,
): Promise<readonly Pick<Pledge, "reviewerId" | "signedAt">[]> {
  return db.selectFrom("pledge").select(["reviewerId", "signedAt"]).where("cohortId", "=", cohortId).execute();
}

/** The cohorts whose pledge this reviewer has signed. */
export async function listPledgedCohorts(db: Db, reviewerId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("pledge").select("cohortId").where("reviewerId", "=", reviewerId).execute();
  return rows.map(({ cohortId }) => cohortId);
}

export async function insertPledge(
  db: Db,
  pledge: Signer & {
    readonly typedName: string;
    readonly textSha256: string;
    readonly address: string;
    readonly now: Date;
  },
): Promise<void> {
  const { now, ...values } = pledge;
  await db
    .insertInto("pledge")
    .values({ id: newId(now), ...values, signedAt: now.toISOString() })
    .execute();
}
