import type { AddressSearch } from "#app/components/form/address-search.tsx";
import type { Answer } from "#app/domain/application/answers.ts";
import type { FieldType } from "#app/domain/programme/form.ts";

/** A field of the form as a page needs it, in the page's language. */
export type FieldView = {
  /** Of an item its id in the row; the row puts its own name before it. */
  readonly id: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help: string;
  /** Says when the question applies, for a page without scripts; "" when it always does. */
  readonly condition: string;
  /** How long or how large the answer may be, said before anything is typed; "" without a limit. */
  readonly limits: string;
  readonly showIf: Readonly<Record<string, readonly string[]>>;
  readonly required: boolean;
  readonly isHiddenFromReviewers: boolean;
  readonly warnsOfNames: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  /** False: blanks and line breaks do not count. */
  readonly countSpaces: boolean | undefined;
  readonly autoComplete: string | undefined;
  readonly isTypedDay: boolean;
  readonly value: Answer | undefined;
  readonly errors: readonly string[];
  /** What a person may want to look at again; never an error, and nothing waits for it. */
  readonly hints: readonly string[];
  /** Of a repeating group: its rows as they stand, at least one, and a row in which nothing is written. */
  readonly rows: readonly (readonly FieldView[])[];
  readonly blankRow: readonly FieldView[];
  readonly maxRows: number;
  /** Of an address where addresses can be looked up. */
  readonly addressSearch: AddressSearch | undefined;
  /** Of a field that takes files: what was handed in. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly href: string }[];
};
