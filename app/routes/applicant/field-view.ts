import type { Answer } from "#app/domain/application/answers.ts";
import type { FieldType } from "#app/domain/programme/form.ts";

/** A field of the form as a page needs it, in the page's language. */
export type FieldView = {
  readonly id: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help: string;
  /** Says when the question applies, for a page without scripts; "" when it always does. */
  readonly condition: string;
  readonly showIf: Readonly<Record<string, readonly string[]>>;
  readonly required: boolean;
  readonly isHiddenFromReviewers: boolean;
  readonly warnsOfNames: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  readonly autoComplete: string | undefined;
  readonly isTypedDay: boolean;
  readonly value: Answer | undefined;
  readonly errors: readonly string[];
};
