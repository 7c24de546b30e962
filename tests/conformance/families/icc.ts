import { z } from "zod";
import { iccForms, intraclassCorrelations, type IccEstimate, type IccForm } from "#app/domain/reliability/icc.ts";
import { ratingsMatrix } from "./ratings-input.ts";

const shape = z.object({ ratings: ratingsMatrix });

const agreementForms: readonly IccForm[] = ["ICC(2,1)", "ICC(2,k)"];

export function answerIcc(input: unknown): unknown {
  const result = intraclassCorrelations(shape.parse(input).ratings);
  if (result.kind === "too_few") {
    const nothing = Object.fromEntries(iccForms.map((form) => [form, null]));
    return { ...nothing, cronbach_alpha: null, too_few: result };
  }
  const collect = (forms: readonly IccForm[], pick: (estimate: IccEstimate) => unknown): Record<string, unknown> =>
    Object.fromEntries(forms.map((form) => [form, pick(result.forms[form])]));
  return {
    ...collect(iccForms, ({ value }) => value),
    F: collect(iccForms, ({ f }) => ({ F: f.value, df1: f.df1, df2: f.df2 })),
    ci95: collect(
      iccForms.filter((form) => !agreementForms.includes(form)),
      ({ interval }) => interval ?? [null, null],
    ),
    ci95_agreement_mcgraw_wong: collect(agreementForms, ({ interval }) => interval ?? [null, null]),
    cronbach_alpha: result.forms["ICC(3,k)"].value,
  };
}
