import type { Selectable } from "kysely";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";
import type { Database } from "../schema.ts";

export type DataRequest = Selectable<Database["dataRequest"]>;
export type DataRequestKind = DataRequest["kind"];
export const dataRequestKinds = ["correct", "erase", "stop"] as const satisfies readonly DataRequestKind[];

type NewRequest = Pick<DataRequest, "cohortId" | "applicationId" | "kind" | "statement" | "answerBy"> & {
  readonly arrivedAt: Date;
  readonly now: Date;
};

export async function insertDataRequest(db: Db, { now, arrivedAt, ...values }: NewRequest): Promise<string> {
  const id = newId(now);
  await db
    .insertInto("dataRequest")
    .values({ id, ...values, status: "open", arrivedAt: arrivedAt.toISOString() })
    .execute();
  return id;
}

export async function findDataRequest(db: Db, id: string): Promise<DataRequest | undefined> {
  return db.selectFrom("dataRequest").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Newest first. */
export async function listDataRequestsOfApplication(db: Db, applicationId: string): Promise<readonly DataRequest[]> {
  return db
    .selectFrom("dataRequest")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .orderBy("arrivedAt", "desc")
    .orderBy("id", "desc")
    .execute();
}

type Answered = {
  readonly id: string;
  readonly status: "done" | "refused";
  readonly answer: string;
  readonly by: string | null;
  readonly now: Date;
};

export async function saveDataAnswer(db: Db, { id, status, answer, by, now }: Answered): Promise<void> {
  await db
    .updateTable("dataRequest")
    .set({ status, answer, answeredBy: by, answeredAt: now.toISOString() })
    .where("id", "=", id)
    .execute();
}

export type RegisteredRequest = DataRequest & {
  readonly applicationNumber: string | null;
  readonly name: string;
  readonly answeredByName: string | null;
};

/** What waits first, the nearest last day before the others. */
export async function listDataRequestsOfCohort(db: Db, cohortId: string): Promise<readonly RegisteredRequest[]> {
  return db
    .selectFrom("dataRequest")
    .innerJoin("application", "application.id", "dataRequest.applicationId")
    .leftJoin("account", "account.id", "dataRequest.answeredBy")
    .selectAll("dataRequest")
    .select(["application.applicationNumber", "application.name", "account.name as answeredByName"])
    .where("dataRequest.cohortId", "=", cohortId)
    .orderBy((eb) => eb.case().when("dataRequest.status", "=", "open").then(0).else(1).end())
    .orderBy("dataRequest.answerBy")
    .orderBy("dataRequest.id")
    .limit(1000)
    .execute();
}
