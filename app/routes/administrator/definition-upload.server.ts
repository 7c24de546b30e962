import { plainText } from "#app/domain/cohort/read-definition.ts";

/** The text of a definition form: an uploaded file wins over what stands in the text area. */
export async function definitionTextOf(formData: FormData): Promise<string> {
  const file = formData.get("file");
  if (file instanceof File && file.size > 0) return plainText(decode(await file.arrayBuffer()));
  const typed = formData.get("definition");
  return plainText(typeof typed === "string" ? typed : "");
}

/** Older Korean programs save CP949; such a file would otherwise come in full of replacement signs. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("euc-kr").decode(bytes);
  }
}
