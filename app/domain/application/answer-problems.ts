import type { FormField } from "../programme/definition.ts";
import { isShown } from "../programme/shown.ts";
import { isRowFilled, rowsOf, type AnswerRow, type Answers } from "./answers.ts";
import { problemOf, type Asked, type FieldProblem } from "./field-problem.ts";

type AskedRows = Asked & {
  /** Ids of the consents that stand: an item without its consent is not asked. */
  readonly consents: ReadonlySet<string>;
};

/**
 * Everything wrong with the answer to `field`: of a repeating group the first fault of each item of each row (`row`
 * counts from 0) and too many rows, of any other field its first fault. A row in which nothing is written has none.
 */
export function problemsOf({ definition, field, answers, today, consents }: AskedRows): readonly FieldProblem[] {
  const rows = field.type === "repeat" ? rowsOf(answers, field.id) : [];
  const filled = rows.filter(isRowFilled);
  if (filled.length === 0) {
    const problem = problemOf({ definition, field, answers, today });
    return problem ? [problem] : [];
  }
  const max = field.maxItems ?? Infinity;
  const tooMany: readonly FieldProblem[] = filled.length > max ? [{ problem: "tooManyRows", values: { max } }] : [];
  return [
    ...tooMany,
    ...rows.flatMap((row, index) =>
      isRowFilled(row)
        ? itemsAsked(field, answers, consents).flatMap((item): readonly FieldProblem[] => {
            const problem = problemOf({ definition, field: item, answers: within(field, row, answers), today });
            return problem ? [{ ...problem, row: index, itemId: item.id }] : [];
          })
        : [],
    ),
  ];
}

/** What a row asks now; an item may depend on answers of the form and on a consent. */
export function itemsAsked(
  field: Pick<FormField, "items">,
  answers: Answers,
  consents: ReadonlySet<string>,
): readonly FormField[] {
  return (field.items ?? []).filter(
    (item) => isShown(item, answers) && (item.needsConsent === undefined || consents.has(item.needsConsent)),
  );
}

/** The form's answers as they are seen from a row: its own items stand before fields of the same name. */
function within(field: FormField, row: AnswerRow, answers: Answers): Answers {
  const items = new Set((field.items ?? []).map(({ id }) => id));
  return { ...Object.fromEntries(Object.entries(answers).filter(([id]) => !items.has(id))), ...row };
}
