import { useEffect, useState, type RefObject } from "react";
import type { FieldView } from "./field-view.ts";
import { isShown, type AnswersSoFar } from "#app/domain/programme/shown.ts";

/** Ids of the questions that do not apply; of an item of a repeating group `<group>.<item>`, the same in every row. */
export function hiddenFields(fields: readonly FieldView[], answers: AnswersSoFar): ReadonlySet<string> {
  const questions = fields.flatMap((field) => [
    { id: field.id, showIf: field.showIf },
    ...field.blankRow.map(({ id, showIf }) => ({ id: itemKey(field.id, id), showIf })),
  ]);
  return new Set(questions.filter((question) => !isShown(question, answers)).map(({ id }) => id));
}

export function itemKey(fieldId: string, itemId: string): string {
  return `${fieldId}.${itemId}`;
}

/**
 * Ids of the questions that do not apply to what is chosen now. Before scripts run every question is on the page, with
 * a line that says when it applies; the server decides anew at every save.
 */
export function useHiddenFields(
  form: RefObject<HTMLFormElement>,
  fields: readonly FieldView[],
  others: AnswersSoFar,
): { readonly hidden: ReadonlySet<string>; readonly refresh: () => void } {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const refresh = (): void => {
    if (!form.current) return;
    const sent = new FormData(form.current);
    const here = Object.fromEntries(fields.map(({ id }) => [id, sent.getAll(id).filter((each) => each !== "")]));
    setHidden(hiddenFields(fields, { ...others, ...here }));
  };
  // Once, when scripts run: a browser may have put typed text back before.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(refresh, [fields]);
  return { hidden, refresh };
}
