/** A form of the page that came back: which one, what was typed, and what is wrong with it. */
export type FailedForm = {
  readonly at: string;
  readonly verdict: string;
  readonly reason: string;
  readonly errors: readonly string[];
};

type ReasonState = { readonly errors: readonly string[]; readonly defaultValue: string; readonly id: string };

/** The reason field of the form with this key, as it came back. */
export function reasonState(failed: FailedForm | undefined, key: string): ReasonState {
  const id = `reason-${key}`;
  return failed?.at === key
    ? { errors: failed.errors, defaultValue: failed.reason, id }
    : { errors: [], defaultValue: "", id };
}
