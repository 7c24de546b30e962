import { entriesOf, type Entries } from "./form-entries.ts";
import { ENTER } from "../address-intent.ts";
import { sectionValues } from "../section-values.server.ts";
import type { Answers } from "#app/domain/application/answers.ts";
import type { FormSection } from "#app/domain/programme/definition.ts";

export type SaveSent = {
  readonly intent: string;
  /** Somebody saw both texts and decided. */
  readonly isDecision: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly consents: readonly string[];
  /** What the page was made from, or what the person saw beside their own text and decided about. */
  readonly revision: number;
  readonly edition: string | undefined;
  readonly sent: Entries;
};

const decisions: ReadonlySet<string> = new Set(["mine", "choose"]);

/** A section as it was sent, and on what text it rests. */
export function readSave(section: FormSection, form: FormData): SaveSent {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const pressed = text("intent") ?? "";
  const intent = pressed === ENTER ? "next" : pressed;
  const [seenRevision, seenEdition] = decisions.has(intent) ? (text("seen")?.split(" ") ?? []) : [];
  return {
    intent,
    isDecision: decisions.has(intent),
    values: sectionValues(section, form),
    consents: form.getAll("consent").filter((id) => typeof id === "string"),
    revision: Number(seenRevision ?? text("revision")),
    edition: seenRevision === undefined ? text("edition") : seenEdition,
    sent: entriesOf(form),
  };
}

/** Field by field: the stored answer where that was chosen; `undecided` are the differing fields without a choice. */
export function chosenValues(
  { values }: Pick<SaveSent, "values">,
  { form, stored, differing }: { form: FormData; stored: Answers; differing: readonly string[] },
): { readonly values: Readonly<Record<string, unknown>>; readonly undecided: readonly string[] } {
  const choice = (id: string) => form.get(`choice.${id}`);
  const taken = differing.filter((id) => choice(id) === "stored");
  return {
    values: { ...values, ...Object.fromEntries(taken.map((id) => [id, stored[id]])) },
    undecided: differing.filter((id) => choice(id) !== "stored" && choice(id) !== "mine"),
  };
}
