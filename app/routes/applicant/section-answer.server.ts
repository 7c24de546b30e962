import type { SaveSent } from "./draft/read-save.server.ts";
import type { Outcome } from "./draft/save-section.server.ts";
import { lateAnswer } from "./late-answer.server.ts";
import { gapMessage, gapTarget } from "./gap-message.ts";
import { differences, fieldLabel, sectionPage, type Shaping } from "./section-page.server.ts";
import { typedAnswers } from "./section-values.server.ts";
import type { SummaryError } from "#app/components/form/error-summary.tsx";
import { gapsOfSection } from "#app/domain/application/completeness.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { seoulDate } from "#app/i18n/seoul-time.ts";
import type { SaveRefusal } from "#app/use-cases/save-draft.ts";
import { sectionEdition } from "#app/use-cases/section-edition.ts";

/** What a save says: the form as it was typed, what is wrong in it, what was not kept, and what another window saved. */
export function sectionAnswer(shaping: Shaping, sent: SaveSent, { saved, values, undecided }: Outcome) {
  const { page, section, language } = shaping;
  const typed = typedAnswers(section, values);
  const late =
    saved && !saved.ok ? lateAnswer(page, { refusal: saved.refusal, arrivedAt: shaping.now, language }) : undefined;
  const view = { ...withErrors(sectionPage(shaping, typed), saved), ...restsOn(sent, saved) };
  return {
    status: !saved || saved.ok ? 200 : isInvalid(saved.refusal) ? 400 : 409,
    at: Date.now(),
    isSaved: saved?.ok === true,
    /** Shown again and not stored yet: what a browser had kept. */
    isRestored: saved === undefined,
    resubmitted: saved?.ok === true && saved.value.resubmitted,
    view,
    // The notice says all of it: when it arrived, when the door closed.
    errors: late ? [] : [...errorsOf(shaping, typed, saved), ...undecidedErrors(shaping, undecided)],
    dropped: saved?.ok
      ? saved.value.dropped.map(({ fieldId, why }) => ({
          id: fieldId,
          label: fieldLabel(page, fieldId, language),
          why,
        }))
      : [],
    conflict: conflictOf(shaping, sent, saved),
    late,
  };
}

export type SectionAnswer = ReturnType<typeof sectionAnswer>;
export type Conflict = NonNullable<SectionAnswer["conflict"]>;

function isInvalid(refusal: SaveRefusal): boolean {
  return typeof refusal === "object" && refusal.kind !== "stale";
}

/** What was not saved still rests on the text that the person saw: a newer one must be seen before it is replaced. */
function restsOn({ revision, edition = "" }: SaveSent, saved: Outcome["saved"]) {
  return saved?.ok ? { revision: saved.value.revision, edition: saved.value.edition } : { revision, edition };
}

function conflictOf(shaping: Shaping, sent: SaveSent, saved: Outcome["saved"]) {
  if (!saved || saved.ok || typeof saved.refusal === "string" || saved.refusal.kind !== "stale") return undefined;
  const { revision, stored } = saved.refusal;
  return {
    fields: differences(shaping, stored, typedAnswers(shaping.section, sent.values)),
    sent: sent.sent,
    seen: `${revision} ${sectionEdition(shaping.section, stored)}`,
  };
}

function withErrors(view: ReturnType<typeof sectionPage>, saved: Outcome["saved"]) {
  if (!saved || saved.ok || typeof saved.refusal === "string" || saved.refusal.kind !== "resident-number") return view;
  const { fieldIds } = saved.refusal;
  const errors = ["applicant:problem.residentNumber"];
  return { ...view, fields: view.fields.map((field) => (fieldIds.includes(field.id) ? { ...field, errors } : field)) };
}

function errorsOf(
  { page, section, language, t, now }: Shaping,
  typed: Parameters<typeof sectionPage>[1] & object,
  saved: Outcome["saved"],
): readonly SummaryError[] {
  const label = (id: string) => fieldLabel(page, id, language);
  if (!saved) return [];
  if (saved.ok) {
    const answers = { ...page.application.answers, ...typed };
    const parts = { answers, consents: page.consents, files: page.files, today: seoulDate(now) };
    const gaps = gapsOfSection(page.definition, section, parts);
    return gaps.map((gap) => ({ id: gapTarget(gap), label: label(gap.fieldId), message: gapMessage(gap) }));
  }
  const { refusal } = saved;
  if (refusal === "needs-a-person") return [{ message: refusalText(t, "draft", refusal) }];
  if (typeof refusal === "string") return [{ message: refusalText(t, "applicant", refusal) }];
  if (refusal.kind === "stale") return [];
  if (refusal.kind === "resident-number") {
    return refusal.fieldIds.map((id) => ({ id, label: label(id), message: "applicant:problem.residentNumber" }));
  }
  return refusal.gaps.map((gap) =>
    gap.kind === "field"
      ? {
          id: gap.sectionId === section.id ? gapTarget(gap) : undefined,
          label: label(gap.fieldId),
          message: gapMessage(gap),
        }
      : { message: gapMessage(gap) },
  );
}

function undecidedErrors({ page, language }: Shaping, undecided: readonly string[]): readonly SummaryError[] {
  return undecided.map((id) => ({
    id: `choice-${id}`,
    label: fieldLabel(page, id, language),
    message: "draft:conflict.undecided",
  }));
}
