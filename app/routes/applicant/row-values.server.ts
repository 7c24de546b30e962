import { readRowIntent } from "./row-intent.ts";
import { MAX_ROWS } from "#app/domain/application/answers.ts";
import type { FormField } from "#app/domain/programme/definition.ts";

type Sent = { readonly key: string; readonly values: Readonly<Record<string, unknown>> };

/**
 * The rows of a repeating group in the order in which the page held them: a hidden `works.row` names each row, its items
 * are `works.<row>.<item>`. Where one of the group's buttons was pressed, its work is done on them.
 */
export function readRows(field: FormField, form: FormData): readonly Readonly<Record<string, unknown>>[] {
  const keys = form.getAll(`${field.id}.row`).filter((key) => typeof key === "string" && /^\d{1,6}$/.test(key));
  const rows = [...new Set(keys.map(String))].slice(0, MAX_ROWS).map((key) => ({
    key,
    values: Object.fromEntries((field.items ?? []).map(({ id }) => [id, form.get(`${field.id}.${key}.${id}`)])),
  }));
  return changed(field, rows, form.get("intent")).map(({ values }) => values);
}

function changed(field: FormField, rows: readonly Sent[], intent: unknown): readonly Sent[] {
  const pressed = readRowIntent(intent);
  if (pressed?.fieldId !== field.id) return rows;
  if (pressed.act === "add") {
    const max = Math.min(field.maxItems ?? MAX_ROWS, MAX_ROWS);
    return rows.length < max ? [...rows, { key: "", values: {} }] : rows;
  }
  const from = rows.findIndex(({ key }) => key === pressed.row);
  const row = rows[from];
  if (row === undefined) return rows;
  const others = rows.toSpliced(from, 1);
  if (pressed.act === "remove") return others;
  const to = Math.max(0, from + (pressed.act === "up" ? -1 : 1));
  return others.toSpliced(to, 0, row);
}
