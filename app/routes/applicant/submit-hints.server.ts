import type { TFunction } from "i18next";
import { hintMessage } from "./hint-message.ts";
import type { OwnPage } from "./own-application.server.ts";
import { hintsOf } from "#app/domain/application/answer-hints.ts";
import type { Answers } from "#app/domain/application/answers.ts";
import { flagsOf } from "#app/domain/application/eligibility.ts";
import { fieldById } from "#app/domain/programme/form.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";

type Shown = Pick<OwnPage, "application" | "definition"> & { readonly answers: Answers };
type Words = { readonly language: Language; readonly t: TFunction };

/** What a person may want to look at again before submitting, each with its place in the form. */
export function submitHints({ application, definition, answers }: Shown, { language, t }: Words) {
  return hintsOf({ definition, answers }).map((hint) => {
    const section = definition.form.sections.find(({ fields }) => fields.some(({ id }) => id === hint.fieldId));
    return {
      key: `${hint.target} ${hint.kind}`,
      label: text(fieldById(definition, hint.fieldId)?.label, language),
      to: `${paths.my.section(application.id, section?.id ?? "")}#${hint.target}`,
      message: hintMessage(hint, t),
    };
  });
}

/** The rules of eligibility that a person will look at; only what the answers themselves say, nothing about others. */
export function submitRules({ definition, answers }: Shown, { language, t }: Words) {
  return flagsOf(definition, answers).map(({ ruleKey, detail }) => ({
    key: ruleKey,
    rule: text(definition.eligibility.find(({ id }) => id === ruleKey)?.text, language),
    message: t(`applicant:submit.rule.${detail.reason}`),
  }));
}
