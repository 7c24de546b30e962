import { gapMessage } from "./gap-message.ts";
import { differences, fieldLabel, sectionPage } from "./section-page.server.ts";
import { typedAnswers } from "./section-values.server.ts";
import type { SummaryError } from "#app/components/form/error-summary.tsx";
import { gapsOfSection } from "#app/domain/application/completeness.ts";
import type { Result } from "#app/domain/result.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { seoulDate } from "#app/i18n/seoul-time.ts";
import type { Saved, SaveRefusal } from "#app/use-cases/save-draft.ts";

type Shaping = Parameters<typeof sectionPage>[0];

/** What a save says: the form as it was typed, what is wrong in it, what was not kept, and what another window saved. */
export function sectionAnswer(
  shaping: Shaping,
  values: Readonly<Record<string, unknown>>,
  saved: Result<Saved, SaveRefusal>,
) {
  const { page, section, language } = shaping;
  const typed = typedAnswers(section, values);
  const revision = revisionAfter(page.application.revision, saved);
  const view = { ...withErrors(sectionPage(shaping, typed), saved), revision };
  const stale = !saved.ok && typeof saved.refusal === "object" && saved.refusal.kind === "stale";
  return {
    status: saved.ok ? 200 : isInvalid(saved.refusal) ? 400 : 409,
    at: Date.now(),
    isSaved: saved.ok,
    resubmitted: saved.ok && saved.value.resubmitted,
    view,
    errors: errorsOf(shaping, typed, saved),
    dropped: saved.ok
      ? saved.value.dropped.map(({ fieldId, why }) => ({
          id: fieldId,
          label: fieldLabel(page, fieldId, language),
          why,
        }))
      : [],
    differences:
      stale && typeof saved.refusal === "object" && saved.refusal.kind === "stale"
        ? differences(shaping, saved.refusal.stored, typed)
        : [],
  };
}

export type SectionAnswer = ReturnType<typeof sectionAnswer>;

function isInvalid(refusal: SaveRefusal): boolean {
  return typeof refusal === "object" && refusal.kind !== "stale";
}

function revisionAfter(before: number, saved: Result<Saved, SaveRefusal>): number {
  if (saved.ok) return saved.value.revision;
  return typeof saved.refusal === "object" && saved.refusal.kind === "stale" ? saved.refusal.revision : before;
}

function withErrors(view: ReturnType<typeof sectionPage>, saved: Result<Saved, SaveRefusal>) {
  if (saved.ok || typeof saved.refusal === "string" || saved.refusal.kind !== "resident-number") return view;
  const { fieldIds } = saved.refusal;
  const errors = ["applicant:problem.residentNumber"];
  return { ...view, fields: view.fields.map((field) => (fieldIds.includes(field.id) ? { ...field, errors } : field)) };
}

function errorsOf(
  { page, section, language, t, now }: Shaping,
  typed: Parameters<typeof sectionPage>[1] & object,
  saved: Result<Saved, SaveRefusal>,
): readonly SummaryError[] {
  const label = (id: string) => fieldLabel(page, id, language);
  if (saved.ok) {
    const answers = { ...page.application.answers, ...typed };
    const gaps = gapsOfSection(page.definition, section, { answers, consents: page.consents, today: seoulDate(now) });
    return gaps.map((gap) => ({ id: gap.fieldId, label: label(gap.fieldId), message: gapMessage(gap) }));
  }
  const { refusal } = saved;
  if (typeof refusal === "string") return [{ message: refusalText(t, "applicant", refusal) }];
  if (refusal.kind === "stale") return [{ message: refusalText(t, "applicant", "stale") }];
  if (refusal.kind === "resident-number") {
    return refusal.fieldIds.map((id) => ({ id, label: label(id), message: "applicant:problem.residentNumber" }));
  }
  return refusal.gaps.map((gap) =>
    gap.kind === "field"
      ? {
          id: gap.sectionId === section.id ? gap.fieldId : undefined,
          label: label(gap.fieldId),
          message: gapMessage(gap),
        }
      : { message: gapMessage(gap) },
  );
}
