import { SENSITIVE_CONSENT } from "#app/domain/application/kept-answers.ts";
import type { FormSection, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import type { Trx } from "#db/connect.ts";
import { recordEvent } from "#db/queries/audit-log.ts";
import { insertConsents } from "#db/queries/consents.ts";
import type { OpenApplication } from "#app/use-cases/own-application.ts";

/** Records consents with the version of the text they were given to, and the moment. */
export async function addConsents(
  trx: Trx,
  { owner, application, definitionId }: OpenApplication,
  { consentKeys, now }: { readonly consentKeys: readonly string[]; readonly now: Date },
): Promise<void> {
  if (consentKeys.length === 0) return;
  const { id: applicationId, cohortId } = application;
  await insertConsents(trx, { cohortId, applicationId, definitionId, consentKeys, now });
  await recordEvent(trx, {
    event: "consents_given",
    actor: owner,
    cohortId,
    subjectKind: "application",
    subjectId: applicationId,
    payload: { consents: consentKeys, definitionId },
    now,
  });
}

/** Consents that fields of this section need: they are asked beside those fields. */
export function consentsOfSection(
  { consents, bonus }: Pick<ProgrammeDefinition, "consents" | "bonus">,
  section: FormSection,
): readonly string[] {
  const needed = new Set(section.fields.flatMap(({ needsConsent }) => needsConsent ?? []));
  const claims = section.fields.some(({ optionsFrom }) => optionsFrom === "bonus.items");
  if (claims && bonus.items.some(({ sensitive }) => sensitive)) needed.add(SENSITIVE_CONSENT);
  return consents.filter(({ id, kind }) => kind === undefined && needed.has(id)).map(({ id }) => id);
}
