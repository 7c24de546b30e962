import { z } from "zod";
import type { BonusDefinition } from "./bonus.ts";
import { decimal, identifier, localText, part, positiveCount, written, type DeepReadonly } from "./shape.ts";
import type { LocalText } from "./text.ts";
import type { TrackDefinition } from "./tracks.ts";

const simpleTypes = [
  "text",
  "textarea",
  "date",
  "tel",
  "email",
  "url",
  "number",
  "radio",
  "select",
  "multiselect",
  "checkbox",
] as const;
/** What a row of a repeating group may ask: each item is one text. */
const itemTypes = simpleTypes.filter((type) => type !== "multiselect");
const option = part({ value: identifier, label: localText });
const addressPart = z.enum(["zonecode", "road", "jibun", "detail", "sido", "sigungu", "bcode"]);

const common = {
  id: identifier,
  label: localText,
  help: localText.optional(),
  required: z.boolean(),
  blind: z.boolean().optional(),
  pii: z.enum(["personal", "sensitive", "sensitive_possible"]).optional(),
  minLength: z.int().min(0).max(100_000).optional(),
  maxLength: z.int().min(1).max(100_000).optional(),
  countSpaces: z.boolean().optional(),
  blindCheck: z.boolean().optional(),
  blindWarning: z.boolean().optional(),
  rubric: written.optional(),
  pattern: written.optional(),
  autocomplete: written.optional(),
  storage: z.enum(["date", "E.164"]).optional(),
  statisticsOnly: z.boolean().optional(),
  min: decimal.optional(),
  max: decimal.optional(),
  options: z.array(option).min(1).optional(),
  optionsFrom: z.enum(["tracks", "bonus.items"]).optional(),
  differentFrom: identifier.optional(),
  /** A day that may not lie before the day of this other field (in a repeating group, of this other item). */
  notBefore: identifier.optional(),
  showIf: z.record(identifier, z.array(written).min(1)).optional(),
  needsConsent: identifier.optional(),
};

const field = part({
  ...common,
  type: z.enum([...simpleTypes, "address", "file", "link", "repeat"]),
  provider: identifier.optional(),
  fields: z.array(addressPart).min(1).optional(),
  accept: z
    .array(z.enum(["pdf", "jpg", "png"]))
    .min(1)
    .optional(),
  maxMB: z.int().min(1).max(100).optional(),
  maxFiles: z.int().min(1).max(20).optional(),
  /** What one row of a `repeat` asks. */
  items: z
    .array(part({ ...common, type: z.enum([...itemTypes, "link"]) }))
    .min(1)
    .optional(),
  maxItems: positiveCount.optional(),
});

const section = part({ id: identifier, title: localText, intro: localText.optional(), fields: z.array(field).min(1) });

export const formSchema = part({
  autosaveSeconds: z.int().min(5).max(3600),
  allowResubmitUntilClose: z.boolean(),
  sections: z.array(section).min(1),
});

export type FormDefinition = DeepReadonly<z.output<typeof formSchema>>;
export type FormSection = DeepReadonly<z.output<typeof section>>;
export type FormField = DeepReadonly<z.output<typeof field>>;
export type FieldType = FormField["type"];
export type FieldOption = { readonly value: string; readonly label: LocalText };

type WithForm = { readonly form: FormDefinition };
type OptionSources = { readonly tracks: readonly TrackDefinition[]; readonly bonus: BonusDefinition };

/** Every field of the form in the order of the page; rows of a `repeat` stay inside their field. */
export function fieldsOf(definition: WithForm): readonly FormField[] {
  return definition.form.sections.flatMap((section) => section.fields);
}

export function fieldById(definition: WithForm, id: string): FormField | undefined {
  return fieldsOf(definition).find((field) => field.id === id);
}

/** What can be chosen in a field: its own options, the tracks, or the bonus items. Empty where nothing is chosen. */
export function optionsOf(
  definition: OptionSources,
  field: Pick<FormField, "options" | "optionsFrom">,
): readonly FieldOption[] {
  if (field.optionsFrom === "tracks") return definition.tracks.map(({ id, title }) => ({ value: id, label: title }));
  if (field.optionsFrom === "bonus.items") {
    return definition.bonus.items.map(({ id, label }) => ({ value: id, label }));
  }
  return field.options ?? [];
}
