import { copiesOf } from "#app/domain/application/copies.ts";
import { parseAnswers } from "#app/domain/application/answers.ts";
import { syntheticApplication, type SyntheticApplication } from "#app/domain/demo/synthetic-answers.ts";
import { syntheticId } from "#app/domain/demo/synthetic-id.ts";
import { createSeededRandom } from "#app/domain/draw/seeded-random.ts";
import { windowOf } from "#app/domain/programme/calendar.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { formatNumber } from "#app/domain/programme/numbering.ts";
import { canonicalJson } from "#app/domain/proof/canonical-json.ts";
import { sha256Hex } from "#app/domain/proof/sha256.ts";
import { seoulDate } from "#app/i18n/seoul-time.ts";
import type { Db } from "#db/connect.ts";
import { insertMany } from "#db/queries/insert-many.ts";

export type DemoCohort = {
  readonly seed: string;
  readonly academyId: string;
  readonly cohortId: string;
  readonly definitionId: string;
  readonly definition: ProgrammeDefinition;
};

type Of = DemoCohort & {
  /** How many applied for each track as their first choice. */
  readonly perTrack: Readonly<Record<string, number>>;
  readonly passwordHash: string;
  /** A proof that the claims of a demo can point to. */
  readonly proof: { readonly sha256: string; readonly size: number };
  /** Nobody applied after this moment. */
  readonly until: Date;
};

type Row = SyntheticApplication & {
  readonly index: number;
  readonly applicationNumber: string;
  readonly submittedAt: Date;
};

/** Everybody who applied, each with account, answers, submission, consents and claims, as the form would have stored them. */
export async function insertDemoApplications(db: Db, input: Of): Promise<void> {
  const rows = applicants(input);
  const idOf = (kind: string, row: Row) =>
    syntheticId({ seed: input.seed, kind, key: `${input.definition.slug}|${row.index}` });
  const { cohortId, definitionId, academyId, definition } = input;

  await insertMany(
    db,
    "account",
    rows.map((row) => accountRow(row, idOf("account", row), input.passwordHash)),
  );
  await insertMany(
    db,
    "application",
    rows.map((row) => {
      const at = row.submittedAt.toISOString();
      return {
        id: idOf("application", row),
        academyId,
        cohortId,
        applicantId: idOf("account", row),
        definitionId,
        status: "submitted" as const,
        applicationNumber: row.applicationNumber,
        answers: canonicalJson(row.answers as never),
        revision: 1,
        ...copiesOf(parseAnswers(JSON.stringify(row.answers))),
        createdAt: at,
        savedAt: at,
        submittedAt: at,
        withdrawnAt: null,
        excludedReason: null,
      };
    }),
  );
  await insertMany(
    db,
    "applicationSubmission",
    rows.map((row) => {
      const answers = canonicalJson(row.answers as never);
      const at = row.submittedAt.toISOString();
      return {
        id: idOf("submission", row),
        applicationId: idOf("application", row),
        cohortId,
        definitionId,
        number: 1,
        answers,
        sha256: sha256Hex(answers),
        arrivedAt: at,
        createdAt: at,
      };
    }),
  );
  await insertMany(
    db,
    "consent",
    rows.flatMap((row) => consentRows(row, input, idOf("application", row))),
  );
  await insertMany(
    db,
    "bonusClaim",
    rows.flatMap((row) =>
      row.claims.map((itemKey) => ({
        id: syntheticId({ seed: input.seed, kind: "claim", key: `${definition.slug}|${row.index}|${itemKey}` }),
        cohortId,
        applicationId: idOf("application", row),
        itemKey,
        status: "claimed" as const,
        decidedBy: null,
        decidedAt: null,
        reason: null,
      })),
    ),
  );
  await insertMany(
    db,
    "file",
    rows
      .filter(({ claims }) => claims.length > 0)
      .map((row) => ({
        id: idOf("proof", row),
        cohortId,
        applicationId: idOf("application", row),
        documentKey: "bonusProof",
        name: "가점-증빙-예시.pdf",
        mediaType: "application/pdf",
        size: input.proof.size,
        sha256: input.proof.sha256,
        createdAt: row.submittedAt.toISOString(),
        removedAt: null,
      })),
  );
  await db.updateTable("cohort").set({ lastApplicationSequence: rows.length }).where("id", "=", cohortId).execute();
}

function applicants({ seed, definition, perTrack, until }: Of): readonly Row[] {
  const random = createSeededRandom({ seed, label: `${definition.slug}|order` });
  const choices = random.shuffle(
    Object.entries(perTrack).flatMap(([track, count]) => Array.from({ length: count }, () => track)),
  );
  const { start } = windowOf(definition, "application");
  const span = until.getTime() - start.getTime();
  const noticeDay = seoulDate(windowOf(definition, "notice").start);
  return choices.map((firstChoice, index) => ({
    ...syntheticApplication({ seed, definition, index, firstChoice, noticeDay }),
    index,
    applicationNumber: formatNumber(definition.numbering.application.pattern, {
      seq: index + 1,
      year: definition.cohort.year,
    }),
    // In the order of their numbers, thicker towards the end, as deadlines make it.
    submittedAt: new Date(start.getTime() + Math.floor(span * (1 - (1 - (index + 0.5) / choices.length) ** 1.7))),
  }));
}

function accountRow({ person, submittedAt }: Row, id: string, passwordHash: string) {
  const at = submittedAt.toISOString();
  return {
    id,
    email: person.email,
    passwordHash,
    name: person.name,
    role: "applicant" as const,
    academyId: null,
    language: "ko" as const,
    emailVerifiedAt: at,
    disabledAt: null,
    createdAt: at,
  };
}

function consentRows(row: Row, { seed, cohortId, definitionId, definition }: Of, applicationId: string) {
  const sensitive = definition.bonus.items.some(
    ({ id, sensitive: isSensitive }) => isSensitive && row.claims.includes(id),
  );
  return definition.consents
    .filter(({ id, required }) => required || (id === "sensitive" && sensitive))
    .map(({ id: consentKey }) => ({
      id: syntheticId({ seed, kind: "consent", key: `${definition.slug}|${row.index}|${consentKey}` }),
      cohortId,
      applicationId,
      consentKey,
      definitionId,
      givenAt: row.submittedAt.toISOString(),
      withdrawnAt: null,
    }));
}
