import type { Selectable } from "kysely";
import type { AppealGround, AppealStatus } from "#app/domain/appeal/appeal.ts";
import type { Db, Trx } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type Appeal = Selectable<Database["appeal"]>;

type NewAppeal = {
  readonly cohortId: string;
  readonly applicationId: string;
  readonly about: string;
  readonly ground: AppealGround;
  readonly statement: string;
  readonly arrivedAt: Date;
  /** YYYY-MM-DD in Seoul. */
  readonly answerBy: string;
  readonly now: Date;
};

/** The next number of the cohort; with the cohort locked, so that numbers have no gap and no twin. */
export async function insertAppeal(
  trx: Trx,
  appeal: NewAppeal,
): Promise<{ readonly id: string; readonly number: number }> {
  const { now, arrivedAt, ...values } = appeal;
  const { last } = await trx
    .selectFrom("appeal")
    .select((eb) => eb.fn.max("number").as("last"))
    .where("cohortId", "=", appeal.cohortId)
    .executeTakeFirstOrThrow();
  const [id, number] = [newId(now), Number(last ?? 0) + 1];
  await trx
    .insertInto("appeal")
    .values({ id, ...values, number, status: "received", arrivedAt: arrivedAt.toISOString() })
    .execute();
  return { id, number };
}

export async function findAppeal(db: Db, id: string): Promise<Appeal | undefined> {
  return db.selectFrom("appeal").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Newest first. */
export async function listAppealsOfApplication(db: Db, applicationId: string): Promise<readonly Appeal[]> {
  return db
    .selectFrom("appeal")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("number", "desc")
    .execute();
}

type AppealChange = {
  readonly id: string;
  readonly status: AppealStatus;
  readonly decided?: {
    readonly answer: string;
    readonly minuteNumber: string;
    readonly by: string | null;
    readonly at: Date;
  };
};

export async function saveAppeal(db: Db, { id, status, decided }: AppealChange): Promise<void> {
  const decision = decided && {
    answer: decided.answer,
    minuteNumber: decided.minuteNumber,
    decidedBy: decided.by,
    decidedAt: decided.at.toISOString(),
  };
  await db
    .updateTable("appeal")
    .set({ status, ...decision })
    .where("id", "=", id)
    .execute();
}

export type RegisteredAppeal = Appeal & {
  readonly applicationNumber: string | null;
  readonly name: string;
  readonly decidedByName: string | null;
};

/** The register of a cohort: what waits first, the nearest last day before the others. */
export async function listAppealsOfCohort(db: Db, cohortId: string): Promise<readonly RegisteredAppeal[]> {
  return db
    .selectFrom("appeal")
    .innerJoin("application", "application.id", "appeal.applicationId")
    .leftJoin("account", "account.id", "appeal.decidedBy")
    .selectAll("appeal")
    .select(["application.applicationNumber", "application.name", "account.name as decidedByName"])
    .where("appeal.cohortId", "=", cohortId)
    .orderBy((eb) => eb.case().when("appeal.status", "=", "received").then(0).else(1).end())
    .orderBy("appeal.answerBy")
    .orderBy("appeal.number")
    .limit(1000)
    .execute();
}
