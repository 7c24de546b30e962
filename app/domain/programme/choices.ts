import { fieldsOf, type FormDefinition, type FormField } from "./form.ts";

/** The fields in which tracks are chosen, first choice first. */
export function choiceFields(definition: { readonly form: FormDefinition }): readonly FormField[] {
  return fieldsOf(definition).filter((field) => field.optionsFrom === "tracks");
}

/** The field in which bonus items are claimed; undefined where the programme has none. */
export function bonusField(definition: { readonly form: FormDefinition }): FormField | undefined {
  return fieldsOf(definition).find((field) => field.optionsFrom === "bonus.items");
}
