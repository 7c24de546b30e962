import type { AccountActor } from "#app/domain/access/actor.ts";
import type { Answer, Answers } from "#app/domain/application/answers.ts";
import type { Db } from "#db/connect.ts";
import { insertApplication } from "#db/queries/applications.ts";
import { insertConsents } from "#db/queries/consents.ts";
import { anApplicant, completeAnswers, type OpenCohort } from "#tests/factories/cohort.ts";

/** A draft that may be submitted: every answer, consent and pledge that is needed, and a link as portfolio. */
export async function aReadyDraft(
  db: Db,
  {
    cohort,
    answers = {},
    consents: consentKeys = ["collect", "thirdParty", "truth", "full_participation"],
    ...wishes
  }: {
    readonly cohort: OpenCohort;
    readonly applicant?: AccountActor;
    readonly answers?: Readonly<Record<string, Answer | undefined>>;
    readonly consents?: readonly string[];
  },
): Promise<{ readonly applicationId: string; readonly applicant: AccountActor; readonly answers: Answers }> {
  const { academyId, cohortId, definitionId, definition, now } = cohort;
  const applicant = wishes.applicant ?? (await anApplicant(db, { now }));
  const written = completeAnswers(definition, { name: applicant.name, email: applicant.email, ...answers });
  const applicationId = await insertApplication(db, {
    academyId,
    cohortId,
    definitionId,
    applicantId: applicant.accountId,
    name: applicant.name,
    email: applicant.email,
    answers: written,
    now,
  });
  await insertConsents(db, { cohortId, applicationId, definitionId, consentKeys, now });
  return { applicationId, applicant, answers: written };
}
