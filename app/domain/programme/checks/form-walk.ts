import type { FormDefinition, FormField } from "../form.ts";

export type PlacedField = {
  readonly field: FormField;
  readonly path: string;
  readonly isRow: boolean;
  /** What stands beside an item in its row; empty for a field of the form. */
  readonly beside: readonly FormField[];
};

/** Every field with the path where it stands, the rows of a `repeat` too. */
export function placedFields(form: FormDefinition): readonly PlacedField[] {
  return form.sections.flatMap((section, sectionIndex) =>
    section.fields.flatMap((field, fieldIndex): PlacedField[] => {
      const path = `form.sections[${sectionIndex}].fields[${fieldIndex}]`;
      const rows = (field.items ?? []).map((row, index) => ({
        field: row,
        path: `${path}.items[${index}]`,
        isRow: true,
        beside: field.items ?? [],
      }));
      return [{ field, path, isRow: false, beside: [] }, ...rows];
    }),
  );
}
