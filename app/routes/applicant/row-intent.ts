const acts = ["add", "remove", "up", "down"] as const;
export type RowAct = (typeof acts)[number];
export type RowIntent = { readonly act: RowAct; readonly fieldId: string; readonly row: string };

/** What a button of a repeating group sends as `intent`, where no script does its work in the page. */
export function rowIntent({ act, fieldId, row }: RowIntent): string {
  return `rows.${act}.${fieldId}.${row}`;
}

/** The button that was pressed, or undefined where it was none of a repeating group. */
export function readRowIntent(intent: unknown): RowIntent | undefined {
  if (typeof intent !== "string") return undefined;
  const [, name, fieldId = "", row = ""] = /^rows\.(\w+)\.([\w-]+)\.(\d{0,6})$/.exec(intent) ?? [];
  const act = acts.find((each) => each === name);
  return act === undefined ? undefined : { act, fieldId, row };
}

/** What the button of a field that takes files sends: save what is typed, then lead to where files are handed in. */
export function filesIntent(fieldId: string): string {
  return `files.${fieldId}`;
}

export function readFilesIntent(intent: unknown): string | undefined {
  return typeof intent === "string" ? /^files\.([\w-]+)$/.exec(intent)?.[1] : undefined;
}
