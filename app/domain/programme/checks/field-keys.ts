import type { FieldType } from "../form.ts";

const everywhere = [
  "$comment",
  "id",
  "type",
  "label",
  "help",
  "required",
  "blind",
  "pii",
  "showIf",
  "needsConsent",
  "statisticsOnly",
  "blindWarning",
];
const written = [
  ...everywhere,
  "minLength",
  "maxLength",
  "countSpaces",
  "blindCheck",
  "rubric",
  "pattern",
  "autocomplete",
];
const chosen = [...everywhere, "options", "optionsFrom"];
const handedIn = [...everywhere, "accept", "maxMB", "maxFiles"];

/** Which keys mean something for which type of field; any other would be ignored in silence. */
export const keysOfType: { readonly [Type in FieldType]: ReadonlySet<string> } = {
  text: new Set(written),
  textarea: new Set(written),
  tel: new Set([...written, "storage"]),
  email: new Set(written),
  url: new Set(written),
  link: new Set(written),
  date: new Set([...everywhere, "storage", "autocomplete", "notBefore"]),
  number: new Set([...everywhere, "min", "max"]),
  radio: new Set([...chosen, "differentFrom"]),
  select: new Set([...chosen, "differentFrom"]),
  multiselect: new Set(chosen),
  checkbox: new Set(everywhere),
  address: new Set([...everywhere, "provider", "fields"]),
  file: new Set(handedIn),
  repeat: new Set([...everywhere, "items", "maxItems"]),
};

/** Keys without which a field of the type cannot be shown. */
export const neededKeysOfType: { readonly [Type in FieldType]?: readonly ("accept" | "fields" | "items")[] } = {
  address: ["fields"],
  file: ["accept"],
  repeat: ["items"],
};

export const choiceTypes: ReadonlySet<string> = new Set(["radio", "select", "multiselect"]);
