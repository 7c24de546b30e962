import { parseAnswers, type Answers } from "#app/domain/application/answers.ts";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { Db } from "../connect.ts";

/** What the selection needs to know of an application that was submitted once. */
export type SelectionApplication = {
  readonly id: string;
  readonly applicationNumber: string;
  readonly status: ApplicationStatus;
  readonly firstChoice: string | null;
  readonly secondChoice: string | null;
  readonly acceptOther: boolean;
  readonly answers: Answers;
  readonly claimsAsked: readonly string[];
  readonly claimsVerified: readonly string[];
};

/** Everybody with an application number, by it. */
export async function listSelectionApplications(db: Db, cohortId: string): Promise<readonly SelectionApplication[]> {
  const rows = await db
    .selectFrom("application")
    .select(["id", "applicationNumber", "status", "firstChoice", "secondChoice", "acceptOther", "answers"])
    .where("cohortId", "=", cohortId)
    .where("applicationNumber", "is not", null)
    .orderBy("applicationNumber")
    .execute();
  const claims = await db
    .selectFrom("bonusClaim")
    .select(["applicationId", "itemKey", "status"])
    .where("cohortId", "=", cohortId)
    .orderBy("itemKey")
    .execute();
  const claimsOf = new Map<string, (typeof claims)[number][]>();
  for (const claim of claims) claimsOf.set(claim.applicationId, [...(claimsOf.get(claim.applicationId) ?? []), claim]);
  return rows.map(({ acceptOther, answers, applicationNumber, ...row }) => {
    const own = claimsOf.get(row.id) ?? [];
    return {
      ...row,
      applicationNumber: applicationNumber ?? "",
      acceptOther: acceptOther === "yes",
      answers: parseAnswers(answers),
      claimsAsked: own.map(({ itemKey }) => itemKey),
      claimsVerified: own.filter(({ status }) => status === "verified").map(({ itemKey }) => itemKey),
    };
  });
}

/** Whom a result is told to, and what their message says of them. */
export type ResultRecipient = {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly name: string;
  readonly applicationNumber: string;
  readonly firstChoice: string | null;
  readonly secondChoice: string | null;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly recipient: string;
  readonly language: "ko" | "en";
};

/** Everybody in the running, with the address of their account. */
export async function listResultRecipients(db: Db, cohortId: string): Promise<readonly ResultRecipient[]> {
  const rows = await db
    .selectFrom("application")
    .innerJoin("account", "account.id", "application.applicantId")
    .select([
      "application.id",
      "application.status",
      "application.name",
      "application.applicationNumber",
      "application.firstChoice",
      "application.secondChoice",
      "application.createdAt",
      "application.submittedAt",
      "account.email as recipient",
      "account.language",
    ])
    .where("application.cohortId", "=", cohortId)
    .where("application.status", "=", "submitted")
    .orderBy("application.applicationNumber")
    .execute();
  return rows.map((row) => ({ ...row, applicationNumber: row.applicationNumber ?? "" }));
}

/** Applications in the running, as a stage is entered. */
export async function listEntrants(
  db: Db,
  { cohortId, passed }: { cohortId: string; passed: string | null },
): Promise<
  readonly { readonly id: string; readonly applicationNumber: string; readonly firstChoice: string | null }[]
> {
  let query = db
    .selectFrom("application")
    .select(["application.id", "application.applicationNumber", "application.firstChoice"])
    .where("application.cohortId", "=", cohortId)
    .where("application.status", "=", "submitted");
  if (passed !== null) {
    query = query.where("application.id", "in", (eb) =>
      eb
        .selectFrom("stageEntry")
        .select("stageEntry.applicationId")
        .where("stageEntry.cohortId", "=", cohortId)
        .where("stageEntry.stageKey", "=", passed)
        .where("stageEntry.outcome", "=", "passed"),
    );
  }
  const rows = await query.orderBy("application.applicationNumber").execute();
  return rows.map((row) => ({ ...row, applicationNumber: row.applicationNumber ?? "" }));
}

const IDS_AT_ONCE = 500;

/** Moves many applications at once; only those that still stand at `from`. */
export async function moveApplications(
  db: Db,
  { ids, from, to }: { ids: readonly string[]; from: ApplicationStatus; to: ApplicationStatus },
): Promise<void> {
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    await db
      .updateTable("application")
      .set({ status: to })
      .where("id", "in", ids.slice(start, start + IDS_AT_ONCE))
      .where("status", "=", from)
      .execute();
  }
}
