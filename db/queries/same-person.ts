import { SAME_PERSON, type PersonMarks } from "#app/domain/application/same-person.ts";
import type { Db } from "../connect.ts";
import { newId } from "../id.ts";

export type Namesake = PersonMarks & { readonly id: string; readonly applicationNumber: string | null };
type Sought = {
  readonly cohortId: string;
  readonly accountId: string;
  readonly birthDate: string;
  readonly phone: string;
};

/** Applications of other accounts in the cohort, handed in with this birth date and phone; withdrawn ones are over. */
export async function listNamesakes(
  db: Db,
  { cohortId, accountId, birthDate, phone }: Sought,
): Promise<readonly Namesake[]> {
  return db
    .selectFrom("application")
    .select(["id", "applicationNumber", "name", "birthDate", "phone"])
    .where("cohortId", "=", cohortId)
    .where("birthDate", "=", birthDate)
    .where("phone", "=", phone)
    .where("applicantId", "!=", accountId)
    .where("status", "not in", ["draft", "expired", "withdrawn"])
    .orderBy("applicationNumber")
    .execute();
}

export async function listNamesakesById(db: Db, ids: readonly string[]): Promise<readonly Namesake[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom("application")
    .select(["id", "applicationNumber", "name", "birthDate", "phone"])
    .where("id", "in", [...ids])
    .orderBy("applicationNumber")
    .execute();
}

type Doubt = { readonly id: string; readonly applicationId: string; readonly others: readonly string[] };
type Of = { readonly cohortId: string; readonly applicationId: string };

/** Open doubts of the built-in rule in a cohort that name this application, its own among them. */
export async function listOpenDoubts(db: Db, { cohortId, applicationId }: Of): Promise<readonly Doubt[]> {
  const rows = await db
    .selectFrom("eligibilityFlag")
    .select(["id", "applicationId", "detail"])
    .where("cohortId", "=", cohortId)
    .where("status", "=", "open")
    .where("ruleKey", "=", SAME_PERSON)
    .execute();
  return rows
    .map(({ detail, ...row }) => {
      const { others = [] } = JSON.parse(detail) as { readonly others?: readonly string[] };
      return { ...row, others };
    })
    .filter((doubt) => doubt.applicationId === applicationId || doubt.others.includes(applicationId));
}

export async function removeDoubts(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom("eligibilityFlag")
    .where("id", "in", [...ids])
    .execute();
}

/** A doubt that a person has already decided about is neither reopened nor changed. */
export async function insertDoubt(
  db: Db,
  { cohortId, applicationId, others, now }: Of & { readonly others: readonly Namesake[]; readonly now: Date },
): Promise<void> {
  const detail = {
    answer: others.map(({ applicationNumber }) => applicationNumber ?? "-").join(", "),
    reason: "same_person",
    others: others.map(({ id }) => id),
  };
  await db
    .insertInto("eligibilityFlag")
    .values({
      id: newId(now),
      cohortId,
      applicationId,
      ruleKey: SAME_PERSON,
      detail: JSON.stringify(detail),
      status: "open",
    })
    .onConflict((conflict) => conflict.columns(["applicationId", "ruleKey"]).doNothing())
    .execute();
}
