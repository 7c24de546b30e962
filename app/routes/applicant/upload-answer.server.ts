import { data, type HeadersFunction } from "@remix-run/node";
import type { LateAnswer } from "./late-answer.server.ts";
import { toTheMillisecond } from "./to-the-millisecond.ts";
import { refusalHeader } from "#app/components/upload/refusal-header.ts";
import { readFormData } from "#app/http/form.server.ts";
import { refusalText } from "#app/http/refusal-text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { Language } from "#app/i18n/language.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import type { GivenFile, RefusedFile } from "#app/use-cases/receive-files.ts";

/** What `UploadForm` and `UploadedList` send. */
export type SentUpload = {
  readonly documentId: string;
  readonly files: readonly GivenFile[];
  readonly replaces: string | undefined;
  /** Id of the file that is taken back. */
  readonly remove: string | undefined;
  readonly form: FormData;
};

/** The form of an upload; undefined when more was sent than a form may carry: then nothing of it was read. */
export async function readUpload(request: Request): Promise<SentUpload | undefined> {
  const form = await readFormData(request).catch((thrown: unknown) => {
    if (thrown instanceof Response && thrown.status === 413) return undefined;
    throw thrown;
  });
  if (!form) return undefined;
  return {
    documentId: textOf(form, "document") ?? "",
    files: await filesOf(form),
    replaces: textOf(form, "replaces"),
    remove: textOf(form, "remove"),
    form,
  };
}

type FilesRefused = { readonly kind: "files-refused"; readonly refused: readonly RefusedFile[] };
export type UploadRefusal = string | FilesRefused;

type Refused = {
  readonly refusal: UploadRefusal;
  readonly someKept?: boolean;
  /** Where it came too late: the page says when it arrived. */
  readonly late?: LateAnswer | undefined;
};

/**
 * The answer to a refused upload: sentences for the document's field, and in a header the reason for the script that
 * sends files one by one. The page must export `uploadHeaders` as its `headers`.
 */
export function uploadRefused(request: Request, { refusal, someKept = false, late }: Refused) {
  const language = languageOf(request);
  const t = translator(language);
  const sentence = (code: string) => refusalText(t, "documents", code);
  const messages =
    typeof refusal === "string"
      ? [sentence(refusal)]
      : refusal.refused.map(({ name, fault }) => t("documents:refused.one", { name, sentence: sentence(fault) }));
  const code = typeof refusal === "string" ? refusal : (refusal.refused[0]?.fault ?? "no-file");
  return data(
    {
      documentId: new URL(request.url).searchParams.get("document") ?? "",
      messages: someKept ? [`${messages.join(" ")} ${t("documents:refused.rest")}`] : messages,
      late,
    },
    { status: statusOf(code), headers: { [refusalHeader]: late ? tooLate(late, language) : code } },
  );
}

export const uploadHeaders: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The sentence for the script, which shows no page of the answer, with both times in it. */
function tooLate({ arrivedAt, closedAt }: LateAnswer, language: Language): string {
  const times = { arrivedAt: toTheMillisecond(arrivedAt, language), closedAt: toTheMillisecond(closedAt, language) };
  return `late?${new URLSearchParams(times).toString()}`;
}

function statusOf(code: string): number {
  if (code === "upload-too-large") return 413;
  if (code === "too-many-uploads") return 429;
  return code.startsWith("file-") || code === "no-file" ? 400 : 409;
}

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A browser sends an empty file where none was chosen. */
async function filesOf(form: FormData): Promise<readonly GivenFile[]> {
  const given = form.getAll("file").filter((each) => typeof each !== "string");
  const chosen = given.filter(({ name, size }) => size > 0 || name !== "");
  return Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
