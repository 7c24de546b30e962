import { ageStanding } from "../programme/birth-window.ts";
import type { EligibilityRule, ProgrammeDefinition } from "../programme/definition.ts";
import type { AgeRule } from "../programme/eligibility.ts";
import { choicesOf, textOf, type Answers } from "./answers.ts";

/** A rule that an application seems not to meet: a person looks at it and decides, never the portal. */
export type Flag = {
  readonly ruleKey: string;
  readonly detail: {
    /** The answer that the rule looked at; of "same_person" the application numbers of the others. */
    readonly answer: string;
    readonly reason: "not_allowed" | "too_young" | "too_old" | "no_day" | "same_person";
    /** Ids of the other applications of what seems to be one person. */
    readonly others?: readonly string[];
  };
};

/**
 * The rules that the answers do not meet. A pledge is asked at submission and needs no flag; a look-up in a list of
 * earlier participants has no list yet and flags nobody; an age limit counts months of military service where it may.
 */
export function flagsOf({ eligibility }: Pick<ProgrammeDefinition, "eligibility">, answers: Answers): readonly Flag[] {
  return eligibility.flatMap((rule) => {
    const flag = flagOf(rule, answers);
    return flag ? [flag] : [];
  });
}

function flagOf(rule: EligibilityRule, answers: Answers): Flag | undefined {
  if (rule.type === "age_range") return ageFlag(rule, answers);
  if (rule.type !== "field_in") return undefined;
  const chosen = [textOf(answers, rule.field), ...choicesOf(answers, rule.field)].filter((value) => value !== "");
  const met = chosen.length > 0 && chosen.every((value) => rule.allowed.includes(value));
  return met ? undefined : { ruleKey: rule.id, detail: { answer: chosen.join(", "), reason: "not_allowed" } };
}

function ageFlag(rule: AgeRule, answers: Answers): Flag | undefined {
  const birthDate = textOf(answers, rule.field);
  const standing = ageStanding(rule, { birthDate, ...monthsOf(rule, answers) });
  return standing === "within" ? undefined : { ruleKey: rule.id, detail: { answer: birthDate, reason: standing } };
}

function monthsOf({ militaryExtension }: AgeRule, answers: Answers): { readonly serviceMonths?: number } {
  const written = militaryExtension?.field === undefined ? "" : textOf(answers, militaryExtension.field);
  return /^\d{1,4}$/.test(written) ? { serviceMonths: Number(written) } : {};
}
