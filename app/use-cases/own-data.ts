import type { AccountActor } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { appealNumberText } from "#app/domain/appeal/appeal.ts";
import { findEvent } from "#app/domain/programme/calendar.ts";
import { fieldsOf } from "#app/domain/programme/form.ts";
import type { LocalText } from "#app/domain/programme/text.ts";
import type { Db } from "#db/connect.ts";
import { listAccess } from "#db/queries/access-log.ts";
import { getAccount } from "#db/queries/accounts.ts";
import { listAppealsOfApplication } from "#db/queries/appeals.ts";
import { findApplication, listApplicationsOfApplicant, type Application } from "#db/queries/applications.ts";
import { listBonusClaims } from "#db/queries/bonus-claims.ts";
import { getCohort } from "#db/queries/cohorts.ts";
import { listConsents } from "#db/queries/consents.ts";
import { listDataRequestsOfApplication } from "#db/queries/data-requests.ts";
import { getDefinitionVersion } from "#db/queries/definition-versions.ts";
import { listFiles } from "#db/queries/files.ts";
import { listOwnMessages, listSessionEnds } from "#db/queries/own-data.ts";
import { findOwnDecision, listPublishedStages } from "#db/queries/own-result.ts";
import { findAnnouncedAt } from "#db/queries/public-results.ts";
import { listSubmissions } from "#db/queries/submissions.ts";

export type OwnData = Awaited<ReturnType<typeof collectOwnData>>;
export type OwnDataOfApplication = OwnData["applications"][number];

/**
 * Everything that is kept about the signed-in applicant, of every cohort. Of results only what was published, and of
 * scores only what the rules let the person see. Source: 개인정보 보호법 제35조, limits of 제35조제4항제3호.
 */
export async function collectOwnData(db: Db, actor: AccountActor, now: Date) {
  const { email, name, language, createdAt, emailVerifiedAt } = await getAccount(db, actor.accountId);
  const own = await listApplicationsOfApplicant(db, actor.accountId);
  const applications = [];
  for (const { id } of own) {
    const application = await findApplication(db, id);
    if (application && can(actor, "data:own", application)) applications.push(await dataOf(db, application, now));
  }
  return {
    collectedAt: now.toISOString(),
    account: {
      email,
      name,
      language,
      createdAt,
      emailVerifiedAt,
      signedInUntil: await listSessionEnds(db, actor.accountId),
      messages: await listOwnMessages(db, { recipient: email }),
    },
    applications,
  };
}

async function dataOf(db: Db, application: Application, now: Date) {
  const { id, cohortId, definitionId } = application;
  const cohort = await getCohort(db, cohortId);
  const { definition, version } = await getDefinitionVersion(db, definitionId);
  const files = await listFiles(db, id);
  const title: LocalText = { ko: cohort.titleKo, en: cohort.titleEn };
  return {
    id,
    title,
    applicationNumber: application.applicationNumber,
    status: application.status,
    rulesVersion: version,
    createdAt: application.createdAt,
    savedAt: application.savedAt,
    submittedAt: application.submittedAt,
    withdrawnAt: application.withdrawnAt,
    answers: fieldsOf(definition).flatMap(({ id: field, label }) => {
      const answer = Object.hasOwn(application.answers, field) ? application.answers[field] : undefined;
      return answer === undefined ? [] : [{ field, label, answer }];
    }),
    submissions: (await listSubmissions(db, id)).map(({ number, arrivedAt, sha256 }) => ({
      number,
      arrivedAt,
      sha256,
    })),
    files: files.map(({ id: fileId, documentKey, name, mediaType, size, sha256, createdAt }) => ({
      id: fileId,
      document: documentKey,
      name,
      mediaType,
      size,
      sha256,
      createdAt,
    })),
    consents: await consentsOf(db, id),
    results: await resultsOf(db, application, now),
    appeals: (await listAppealsOfApplication(db, id)).map(({ number, about, ground, statement, status, ...row }) => ({
      number: appealNumberText(number),
      about,
      ground,
      statement,
      status,
      arrivedAt: row.arrivedAt,
      answerBy: row.answerBy,
      answer: row.answer,
      decidedAt: row.decidedAt,
    })),
    requests: (await listDataRequestsOfApplication(db, id)).map(
      ({ id: requestId, kind, statement, status, arrivedAt, answerBy, answer, answeredAt }) => ({
        id: requestId,
        kind,
        statement,
        status,
        arrivedAt,
        answerBy,
        answer,
        answeredAt,
      }),
    ),
    messages: await listOwnMessages(db, { applicationId: id }),
    openedBy: (await listAccess(db, { applicationId: id, limit: 1000 })).map(({ at, event, role, document }) => ({
      at,
      event,
      role,
      document,
    })),
    purposes: definition.consents.flatMap(({ id: consent, title: name, purpose, items, retention }) =>
      purpose ? [{ consent, name, purpose, items: items ?? [], retention: retention ?? null }] : [],
    ),
    retention: definition.privacy.retention.map(({ scope, period, from }) => ({ scope, period, from })),
    controller: definition.privacy.controller,
    officer: definition.privacy.officer,
  };
}

async function consentsOf(db: Db, applicationId: string) {
  const given = [];
  for (const { consentKey, definitionId, givenAt, withdrawnAt } of await listConsents(db, applicationId)) {
    const { version, definition } = await getDefinitionVersion(db, definitionId);
    const title = definition.consents.find(({ id }) => id === consentKey)?.title ?? null;
    given.push({ consent: consentKey, title, rulesVersion: version, givenAt, withdrawnAt });
  }
  return given;
}

async function resultsOf(db: Db, { id, cohortId }: Application, now: Date) {
  const announcedAt = await findAnnouncedAt(db, cohortId);
  const { definitionId } = await getCohort(db, cohortId);
  const { definition } = await getDefinitionVersion(db, definitionId);
  const { allowed, what, from } = definition.appeals.ownScoreDisclosure;
  const start = findEvent(definition, from)?.start;
  const begun = start === undefined || from === "finalResult" || now >= new Date(start);
  const showsScores = allowed && begun && announcedAt !== null && what.includes("stage_totals");
  const decision = await findOwnDecision(db, id);
  return {
    stages: (await listPublishedStages(db, id)).map(({ stageKey, publishedAt, outcome, score }) => ({
      stage: stageKey,
      outcome,
      publishedAt,
      score: showsScores ? score : null,
    })),
    decision: decision
      ? {
          outcome: decision.outcome,
          track: decision.trackKey,
          reserveNumber: decision.reserveNumber,
          publishedAt: decision.publishedAt,
        }
      : null,
    // What was decided about a claim is part of the result.
    bonusClaims: (await listBonusClaims(db, id)).map(({ itemKey, status }) => ({
      item: itemKey,
      status: announcedAt === null ? null : status,
    })),
  };
}
