import type { ProgrammeDefinition } from "../programme/definition.ts";
import { fieldsOf } from "../programme/form.ts";
import { accountNumbers } from "./account-number.ts";
import { isRows, type Answers } from "./answers.ts";
import { blindHints, type BlindHint } from "./blind-hints.ts";
import { textsOf } from "./field-problem.ts";

/** Something in an answer that a person may want to look at again. It holds nothing up. */
export type AnswerHint = Omit<BlindHint, "kind"> & { readonly kind: BlindHint["kind"] | "accountNumber" };

/** Every hint about the answers, in the order of the form: who wrote it, and numbers that look like a bank account. */
export function hintsOf({
  definition,
  answers,
}: {
  readonly definition: Pick<ProgrammeDefinition, "form">;
  readonly answers: Answers;
}): readonly AnswerHint[] {
  const hints = [...blindHints({ definition, answers }), ...accountHints(definition, answers)];
  const order = new Map(fieldsOf(definition).map(({ id }, index) => [id, index]));
  return hints.toSorted((one, other) => (order.get(one.fieldId) ?? 0) - (order.get(other.fieldId) ?? 0));
}

function accountHints(definition: Pick<ProgrammeDefinition, "form">, answers: Answers): readonly AnswerHint[] {
  return fieldsOf(definition).flatMap(({ id: fieldId, type }) => {
    const answer = Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
    if (answer === undefined || type === "tel") return [];
    const texts = isRows(answer)
      ? answer.flatMap((row, index) =>
          Object.entries(row).map(([id, text]) => ({ target: `${fieldId}.${index}.${id}`, text })),
        )
      : textsOf(answer).map((text) => ({ target: fieldId, text }));
    return texts.flatMap(({ target, text }): readonly AnswerHint[] => {
      const words = accountNumbers(text);
      return words.length === 0 ? [] : [{ target, fieldId, kind: "accountNumber", words }];
    });
  });
}
