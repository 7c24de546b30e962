import type { ApplicationStatus } from "#app/domain/application/status.ts";
import type { Db } from "../connect.ts";

/** What became of an application, and the one message that tells it. */
export type ReconciledOutcome =
  | { readonly kind: "selected" | "reserve" | "not_selected" }
  | {
      readonly kind: "not_passed";
      readonly stageKey: string;
      readonly position: number;
      readonly publishedAt: string | null;
    }
  | { readonly kind: "excluded" | "withdrawn" | "undecided" };

/** `told` went out, `queued` waits, `failed` needs a person; `missing` have no message, which must never happen. */
export type ReconciliationLine = {
  readonly outcome: ReconciledOutcome;
  readonly people: number;
  readonly told: number;
  readonly queued: number;
  readonly failed: number;
  readonly missing: number;
};

export type Reconciliation = {
  readonly lines: readonly ReconciliationLine[];
  /** Everybody who submitted; the lines add up to it. */
  readonly submitted: number;
  readonly sums: boolean;
  /** Whether everybody with an outcome has a message. */
  readonly complete: boolean;
};

const messageOf = {
  selected: "selected",
  reserve: "reserve",
  not_selected: "not_selected",
  not_passed: "stage_not_passed",
} as const;

/** Per outcome: how many people, and how many of them were told. Chosen = told, or the page says who is missing. */
export async function reconcile(db: Db, cohortId: string): Promise<Reconciliation> {
  const applications = await listOutcomes(db, cohortId);
  const messages = await db
    .selectFrom("outbox")
    .select(["applicationId", "kind", "status"])
    .where("cohortId", "=", cohortId)
    .where("kind", "in", Object.values(messageOf))
    .execute();
  const statusOf = new Map(messages.map(({ applicationId, kind, status }) => [`${kind}:${applicationId}`, status]));

  const lines = new Map<string, Mutable<ReconciliationLine>>();
  for (const { id, outcome } of applications) {
    const key = outcome.kind === "not_passed" ? `not_passed:${outcome.stageKey}` : outcome.kind;
    const line = lines.get(key) ?? { outcome, people: 0, told: 0, queued: 0, failed: 0, missing: 0 };
    line.people += 1;
    if (outcome.kind in messageOf) {
      const kind = messageOf[outcome.kind as keyof typeof messageOf];
      line[countedAs(statusOf.get(`${kind}:${id}`))] += 1;
    }
    lines.set(key, line);
  }
  const found = [...lines.values()].toSorted((left, right) => placeOf(left) - placeOf(right));
  return {
    lines: found,
    submitted: applications.length,
    sums: found.reduce((sum, { people }) => sum + people, 0) === applications.length,
    complete: found.every(({ missing }) => missing === 0),
  };
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type Outcome = { readonly id: string; readonly outcome: ReconciledOutcome };

async function listOutcomes(db: Db, cohortId: string): Promise<readonly Outcome[]> {
  const rows = await db
    .selectFrom("application")
    .leftJoin("decision", "decision.applicationId", "application.id")
    .select(["application.id", "application.status", "decision.outcome"])
    .where("application.cohortId", "=", cohortId)
    .where("application.applicationNumber", "is not", null)
    .execute();
  const failed = await db
    .selectFrom("stageEntry")
    .innerJoin("stage", (join) =>
      join.onRef("stage.cohortId", "=", "stageEntry.cohortId").onRef("stage.stageKey", "=", "stageEntry.stageKey"),
    )
    .select(["stageEntry.applicationId", "stageEntry.stageKey", "stage.publishedAt", "stage.position"])
    .where("stageEntry.cohortId", "=", cohortId)
    .where("stageEntry.outcome", "in", ["failed", "absent"])
    .orderBy("stage.position")
    .execute();
  const failedAt = new Map(failed.map((entry) => [entry.applicationId, entry]));
  return rows.map(({ id, status, outcome }) => {
    if (outcome) return { id, outcome: { kind: outcome } };
    const stage = failedAt.get(id);
    if (status === "not_passed" && stage) {
      const { stageKey, position, publishedAt } = stage;
      return { id, outcome: { kind: "not_passed" as const, stageKey, position, publishedAt } };
    }
    return { id, outcome: { kind: leftAs(status) } };
  });
}

function leftAs(status: ApplicationStatus): "excluded" | "withdrawn" | "undecided" {
  if (status === "withdrawn") return "withdrawn";
  return status === "excluded" || status === "cancelled" || status === "expired" ? "excluded" : "undecided";
}

function countedAs(status: string | undefined): "told" | "queued" | "failed" | "missing" {
  if (status === undefined) return "missing";
  if (status === "sent") return "told";
  return status === "queued" ? "queued" : "failed";
}

const places = ["selected", "reserve", "not_selected", "not_passed", "excluded", "withdrawn", "undecided"];

/** Final outcomes first, then the stages as they were held. */
function placeOf({ outcome }: ReconciliationLine): number {
  return places.indexOf(outcome.kind) * 1000 + (outcome.kind === "not_passed" ? outcome.position : 0);
}
