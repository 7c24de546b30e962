/** What was typed, as a form sends it: names and texts. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** What the page itself adds to a section's form; none of it was typed by anybody. */
const controls: ReadonlySet<string> = new Set(["intent", "revision", "edition", "seen", "language", "then"]);

/** Names of the account's fields where somebody signs in beside their text: never shown or kept again. */
export const accountField = { email: "account.email", password: "account.password" } as const;
const pagePrefixes = ["choice.", "account.", "address-search."] as const;

/** Everything typed in a section, without what the page adds. Files travel by themselves. */
export function entriesOf(form: FormData): Entries {
  return [...form].flatMap(([name, value]) =>
    typeof value !== "string" || controls.has(name) || pagePrefixes.some((prefix) => name.startsWith(prefix))
      ? []
      : [[name, value] as const],
  );
}

/** A form to send from entries. */
export function formOf(entries: Entries, more: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of [...entries, ...Object.entries(more)]) form.append(name, value);
  return form;
}
