import { sql, type Selectable, type SelectQueryBuilder } from "kysely";
import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { Db } from "../connect.ts";
import type { Database } from "../schema.ts";

export const APPLICATIONS_A_PAGE = 50;

export type ApplicationOrder = "number" | "-number" | "submitted" | "-submitted" | "name" | "-name";

export type ApplicationFilter = {
  readonly cohortId: string;
  /** Without it: everybody who was ever given a number. */
  readonly status?: ApplicationStatus | undefined;
  readonly track?: string | undefined;
  /** Only those with a flag or a bonus claim that nobody has decided. */
  readonly waiting?: "flag" | "claim" | undefined;
};

export type ListedApplication = Pick<
  Selectable<Database["application"]>,
  "id" | "applicationNumber" | "name" | "status" | "firstChoice" | "secondChoice" | "createdAt" | "submittedAt"
> & { readonly openFlags: number; readonly openClaims: number };

type Page = { readonly order: ApplicationOrder; readonly page: number };

/** One page of a cohort's applications. The cohort's own index leads, so that no other cohort is read. */
export async function listApplicationsOfCohort(
  db: Db,
  filter: ApplicationFilter,
  { order, page }: Page,
): Promise<readonly ListedApplication[]> {
  const rows = await ordered(filtered(db, filter).select(listed), order)
    .limit(APPLICATIONS_A_PAGE)
    .offset((page - 1) * APPLICATIONS_A_PAGE)
    .execute();
  return withOpenWork(db, rows);
}

export async function countApplicationsOfCohort(db: Db, filter: ApplicationFilter): Promise<number> {
  const { applications } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as("applications"))
    .executeTakeFirstOrThrow();
  return applications;
}

/** By part of the number or of the name, whatever the status; at most one page. */
export async function searchApplicationsOfCohort(
  db: Db,
  { cohortId, search }: { cohortId: string; search: string },
): Promise<readonly ListedApplication[]> {
  const pattern = `%${search.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await db
    .selectFrom("application")
    .select(listed)
    .where("cohortId", "=", cohortId)
    .where(
      sql<boolean>`(lower(name) like ${pattern} escape '\\' or lower(application_number) like ${pattern} escape '\\')`,
    )
    .orderBy("applicationNumber")
    .orderBy("id")
    .limit(APPLICATIONS_A_PAGE)
    .execute();
  return withOpenWork(db, rows);
}

const listed = [
  "id",
  "applicationNumber",
  "name",
  "status",
  "firstChoice",
  "secondChoice",
  "createdAt",
  "submittedAt",
] as const;

export function filtered(db: Db, { cohortId, status, track, waiting }: ApplicationFilter) {
  let query = db.selectFrom("application").where("cohortId", "=", cohortId);
  query = status === undefined ? query.where("applicationNumber", "is not", null) : query.where("status", "=", status);
  if (track !== undefined) query = query.where("firstChoice", "=", track);
  if (waiting === "flag") {
    query = query.where("id", "in", (eb) =>
      eb
        .selectFrom("eligibilityFlag")
        .select("applicationId")
        .where("eligibilityFlag.cohortId", "=", cohortId)
        .where("eligibilityFlag.status", "=", "open"),
    );
  }
  if (waiting === "claim") {
    query = query.where("id", "in", (eb) =>
      eb
        .selectFrom("bonusClaim")
        .select("applicationId")
        .where("bonusClaim.cohortId", "=", cohortId)
        .where("bonusClaim.status", "=", "claimed"),
    );
  }
  return query;
}

const columnOf = { number: "applicationNumber", submitted: "submittedAt", name: "name" } as const;

export function ordered<Row>(query: SelectQueryBuilder<Database, "application", Row>, order: ApplicationOrder) {
  const direction = order.startsWith("-") ? "desc" : "asc";
  const column = columnOf[order.replace("-", "") as keyof typeof columnOf];
  return query.orderBy(column, direction).orderBy("id", direction);
}

type Row = Omit<ListedApplication, "openFlags" | "openClaims">;

async function withOpenWork(db: Db, rows: readonly Row[]): Promise<readonly ListedApplication[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const flags = await db
    .selectFrom("eligibilityFlag")
    .select((eb) => ["applicationId", eb.fn.countAll<number>().as("things")])
    .where("applicationId", "in", ids)
    .where("status", "=", "open")
    .groupBy("applicationId")
    .execute();
  const claims = await db
    .selectFrom("bonusClaim")
    .select((eb) => ["applicationId", eb.fn.countAll<number>().as("things")])
    .where("applicationId", "in", ids)
    .where("status", "=", "claimed")
    .groupBy("applicationId")
    .execute();
  const countOf = (counts: typeof flags, id: string) => counts.find((row) => row.applicationId === id)?.things ?? 0;
  return rows.map((row) => ({ ...row, openFlags: countOf(flags, row.id), openClaims: countOf(claims, row.id) }));
}
