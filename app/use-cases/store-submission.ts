import { choicesOf, type Answers } from "#app/domain/application/answers.ts";
import { gapsOf, type Gap } from "#app/domain/application/completeness.ts";
import { copiesOf } from "#app/domain/application/copies.ts";
import { flagsOf } from "#app/domain/application/eligibility.ts";
import { keepAnswers, type DroppedAnswer } from "#app/domain/application/kept-answers.ts";
import { sealSnapshot } from "#app/domain/application/snapshot.ts";
import { moveApplication } from "#app/domain/application/status.ts";
import { bonusField } from "#app/domain/programme/choices.ts";
import { dayInSeoul } from "#app/domain/programme/day.ts";
import { formatNumber } from "#app/domain/programme/numbering.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import { formatInstantWithSeconds } from "#app/i18n/format.ts";
import { paths } from "#app/paths.ts";
import type { Trx } from "#db/connect.ts";
import { saveSubmittedApplication } from "#db/queries/applications.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { replaceBonusClaims } from "#db/queries/bonus-claims.ts";
import { takeApplicationSequence } from "#db/queries/cohorts.ts";
import { replaceOpenFlags } from "#db/queries/eligibility-flags.ts";
import type { StoredFile } from "#db/queries/files.ts";
import { enqueueMessage } from "#db/queries/outbox.ts";
import { insertSubmission, listSubmissions } from "#db/queries/submissions.ts";
import type { OpenApplication } from "#app/use-cases/own-application.ts";
import { flagSamePerson } from "#app/use-cases/flag-same-person.ts";
import { programmeMessage } from "#app/use-cases/programme-message.ts";

export type Incomplete = { readonly kind: "incomplete"; readonly gaps: readonly Gap[] };

/** The receipt by mail names what the page and the PDF name, so that each proves the others. */
const fingerprintTexts = {
  ko: (sha256: string) => `제출 내용 지문(SHA-256): ${sha256}`,
  en: (sha256: string) => `Fingerprint of what was submitted (SHA-256): ${sha256}`,
} as const;

/** What would be handed in; differs from what is stored while a change is being decided. */
export type Submittable = {
  readonly answers: Answers;
  readonly consents: ReadonlySet<string>;
  readonly files: readonly StoredFile[];
};

type Ready = Submittable & { readonly dropped: readonly DroppedAnswer[] };

/** Whether these parts make a whole application; nothing is written yet. */
export function readyToSubmit(
  { definition }: Pick<OpenApplication, "definition">,
  parts: Submittable,
  now: Date,
): Result<Ready, Incomplete> {
  const { kept, dropped } = keepAnswers({ definition, answers: parts.answers, consents: parts.consents });
  const gaps = gapsOf(definition, { ...parts, answers: kept, today: dayInSeoul(now) });
  return gaps.length > 0 ? refuse({ kind: "incomplete", gaps }) : done({ ...parts, answers: kept, dropped });
}

export type Submitted = {
  readonly applicationNumber: string;
  /** 1 at the first final submission. */
  readonly submission: number;
  readonly sha256: string;
  readonly submittedAt: string;
};

/** Hands in a whole application, or hands it in again: number, snapshot, copies, claims, flags, audit entry, receipt. */
export async function storeSubmission(
  trx: Trx,
  { owner, application, definitionId, definition }: OpenApplication,
  { answers, consents, files, arrivedAt, now }: Ready & { readonly arrivedAt: Date; readonly now: Date },
): Promise<Submitted> {
  const { id: applicationId, cohortId } = application;
  const moved = moveApplication(application.status, application.status === "draft" ? "submit" : "resubmit");
  if (!moved.ok) throw new Error(`an application that is ${application.status} cannot be submitted`);

  const applicationNumber = application.applicationNumber ?? (await nextNumber(trx, cohortId, definition));
  const copies = copiesOf(answers);
  const snapshot = snapshotOf({ answers, consents, files });
  await saveSubmittedApplication(trx, {
    id: applicationId,
    status: moved.value,
    applicationNumber,
    definitionId,
    answers,
    submittedAt: arrivedAt,
    ...copies,
  });
  const submission = await insertSubmission(trx, {
    applicationId,
    cohortId,
    definitionId,
    answers: snapshot.json,
    sha256: snapshot.sha256,
    arrivedAt,
    now,
  });
  const claims = bonusField(definition);
  await replaceBonusClaims(trx, {
    cohortId,
    applicationId,
    itemKeys: claims ? choicesOf(answers, claims.id) : [],
    now,
  });
  await replaceOpenFlags(trx, { cohortId, applicationId, flags: flagsOf(definition, answers), now });
  const { accountId } = owner;
  await flagSamePerson(trx, { ...copies, id: applicationId, cohortId, accountId, applicationNumber }, now);
  await recordEvent(trx, {
    event: submission === 1 ? "application_submitted" : "application_resubmitted",
    actor: owner,
    cohortId,
    subjectKind: "application",
    subjectId: applicationId,
    payload: { applicationNumber, submission, sha256: snapshot.sha256, arrivedAt: arrivedAt.toISOString() },
    now,
  });
  const submittedAt = arrivedAt.toISOString();
  await enqueueMessage(trx, {
    key: `submission_receipt:${applicationId}:${submission}`,
    message: programmeMessage({
      definition,
      definitionId,
      event: "submission_receipt",
      language: owner.language,
      path: paths.my.receipt(applicationId),
      person: { ...copies, applicationNumber, createdAt: application.createdAt, submittedAt },
      values: { submittedAt: formatInstantWithSeconds(submittedAt, owner.language) },
      extra: [fingerprintTexts[owner.language](snapshot.sha256)],
    }),
    recipient: owner.email,
    language: owner.language,
    academyId: application.academyId,
    cohortId,
    applicationId,
    now,
  });
  return { applicationNumber, submission, sha256: snapshot.sha256, submittedAt };
}

function snapshotOf({ answers, consents, files }: Submittable) {
  return sealSnapshot({
    answers,
    consents: [...consents],
    files: files.map(({ documentKey, name, sha256 }) => ({ document: documentKey, name, sha256 })),
  });
}

/** The last submission, when it was of these very parts under these rules: the same form sent twice is one. */
export async function findSameSubmission(
  trx: Trx,
  { application, definitionId }: OpenApplication,
  parts: Submittable,
): Promise<Submitted | undefined> {
  const { id, status, applicationNumber, submittedAt } = application;
  if (status !== "submitted" || applicationNumber === null || submittedAt === null) return undefined;
  const last = (await listSubmissions(trx, id)).at(-1);
  if (last?.definitionId !== definitionId || last.sha256 !== snapshotOf(parts).sha256) return undefined;
  return { applicationNumber, submission: last.number, sha256: last.sha256, submittedAt };
}

async function nextNumber(trx: Trx, cohortId: string, definition: OpenApplication["definition"]): Promise<string> {
  const seq = await takeApplicationSequence(trx, cohortId);
  return formatNumber(definition.numbering.application.pattern, { seq, year: definition.cohort.year });
}
