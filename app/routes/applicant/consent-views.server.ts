import type { ConsentView } from "./consent-view.ts";
import { SENSITIVE_CONSENT } from "#app/domain/application/kept-answers.ts";
import { isConsent } from "#app/domain/programme/consents.ts";
import type { ConsentDefinition } from "#app/domain/programme/definition.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { reads } from "#app/runtime.server.ts";
import { listConsents } from "#db/queries/consents.ts";
import { getDefinitionVersion } from "#db/queries/definition-versions.ts";

type GivenConsent = {
  readonly consentKey: string;
  readonly givenAt: string;
  readonly withdrawnAt: string | null;
  /** Of the rules it was given under. */
  readonly version?: number;
};

/** What was ever given with an application, each with the version of the rules whose text was agreed to. */
export async function givenConsents(applicationId: string): Promise<readonly GivenConsent[]> {
  const rows = await listConsents(reads, applicationId);
  return Promise.all(
    rows.map(async (row) => ({ ...row, version: (await getDefinitionVersion(reads, row.definitionId)).version })),
  );
}

export function consentViews(
  consents: readonly ConsentDefinition[],
  language: Language,
  given: readonly GivenConsent[] = [],
): readonly ConsentView[] {
  return consents.map((consent) => {
    const own = given.filter(({ consentKey }) => consentKey === consent.id);
    const standing = own.find(({ withdrawnAt }) => withdrawnAt === null);
    return {
      id: consent.id,
      title: text(consent.title, language),
      kind: consent.kind ?? "consent",
      required: consent.required,
      text: text(consent.text, language),
      purpose: text(consent.purpose, language),
      items: consent.items ?? [],
      retention: text(consent.retention, language),
      refusal: text(consent.refusal, language),
      note: text(consent.note, language),
      recipients: (consent.recipients ?? []).map(({ to, purpose }) => ({ to, purpose })),
      contractors: (consent.rows ?? []).map(({ contractor, task }) => ({ contractor, task })),
      basis: basisOf(consent),
      alternative: text(consent.alternativeBasis?.note, language),
      givenAt: standing?.givenAt ?? "",
      givenVersion: standing?.version ?? null,
      withdrawnAt: standing ? "" : (own.at(-1)?.withdrawnAt ?? ""),
    };
  });
}

function basisOf(consent: ConsentDefinition): ConsentView["basis"] {
  if (!isConsent(consent)) return null;
  if (consent.id === SENSITIVE_CONSENT) return "sensitive";
  return consent.recipients ? "thirdParty" : "collect";
}
