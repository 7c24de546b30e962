import type { ConsentView } from "./consent-view.ts";
import type { ConsentDefinition } from "#app/domain/programme/definition.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";

type GivenConsent = { readonly consentKey: string; readonly givenAt: string; readonly withdrawnAt: string | null };

export function consentViews(
  consents: readonly ConsentDefinition[],
  language: Language,
  given: readonly GivenConsent[] = [],
): readonly ConsentView[] {
  return consents.map((consent) => ({
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
    givenAt:
      given.find(({ consentKey, withdrawnAt }) => consentKey === consent.id && withdrawnAt === null)?.givenAt ?? "",
  }));
}
