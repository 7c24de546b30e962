import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { Db } from "../connect.ts";

export type AnnouncedPerson = {
  readonly applicationNumber: string;
  readonly name: string;
  readonly trackKey: string;
};

/** When the final result became public; null before. */
export async function findAnnouncedAt(db: Db, cohortId: string): Promise<string | null> {
  const row = await db
    .selectFrom("decision")
    .select((eb) => eb.fn.min("publishedAt").as("publishedAt"))
    .where("cohortId", "=", cohortId)
    .executeTakeFirst();
  return row?.publishedAt ?? null;
}

/** Those who were selected, as announced, by application number. Names are whole: the page masks them before they leave. */
export async function listAnnounced(
  db: Db,
  { cohortId, outcome }: { cohortId: string; outcome: "selected" | "reserve" },
): Promise<readonly AnnouncedPerson[]> {
  const rows = await db
    .selectFrom("decision")
    .innerJoin("application", "application.id", "decision.applicationId")
    .select(["application.applicationNumber", "application.name", "decision.trackKey"])
    .where("decision.cohortId", "=", cohortId)
    .where("decision.outcome", "=", outcome)
    .orderBy("application.applicationNumber")
    .execute();
  return rows.map((row) => ({
    ...row,
    applicationNumber: row.applicationNumber ?? "",
    trackKey: row.trackKey ?? "",
  }));
}

export type LookedUp = {
  readonly status: ApplicationStatus;
  readonly birthDate: string | null;
  readonly phone: string | null;
  readonly outcome: "selected" | "reserve" | "not_selected" | null;
  readonly trackKey: string | null;
  readonly reserveNumber: number | null;
};

export async function findByNumber(
  db: Db,
  { cohortId, applicationNumber }: { cohortId: string; applicationNumber: string },
): Promise<LookedUp | undefined> {
  return db
    .selectFrom("application")
    .leftJoin("decision", "decision.applicationId", "application.id")
    .select([
      "application.status",
      "application.birthDate",
      "application.phone",
      "decision.outcome",
      "decision.trackKey",
      "decision.reserveNumber",
    ])
    .where("application.cohortId", "=", cohortId)
    .where("application.applicationNumber", "=", applicationNumber)
    .executeTakeFirst();
}
