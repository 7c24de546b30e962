import type { AccountActor } from "#app/domain/access/actor.ts";
import type { ImportProblem } from "#app/domain/review/score-import.ts";
import { doInWorker } from "#app/http/jobs.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { db, files } from "#app/runtime.server.ts";
import { tryImport } from "#app/use-cases/import-scores.ts";
import { readScoreFile } from "./read-score-file.server.ts";

const SHOWN_PROBLEMS = 200;
const SHOWN_ROWS = 10;
const SHOWN_ABSENT = 500;

type Act = { readonly cohortId: string; readonly stageKey: string; readonly form: FormData };
type File = { readonly fileName: string; readonly sha256: string };

export type DryRun = File & {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly number: string; readonly values: readonly string[] }[];
  readonly rowCount: number;
  readonly absent: readonly string[];
  readonly absentCount: number;
  readonly looksLikeShares: readonly string[];
};
export type ScoresAnswer =
  | { readonly kind: "refused"; readonly refusal: string }
  | { readonly kind: "problems"; readonly problems: readonly ImportProblem[]; readonly problemCount: number }
  | { readonly kind: "tried"; readonly dryRun: DryRun }
  | { readonly kind: "done"; readonly query: string };

/** First a try with the uploaded file, kept by its digest; then the import of the very same bytes. */
export async function actOnScores(actor: AccountActor, act: Act): Promise<ScoresAnswer> {
  const isImport = act.form.get("intent") === "import";
  const file = isImport ? await keptFile(act.form) : await uploadedFile(act.form);
  if (file === undefined) return { kind: "refused", refusal: isImport ? "file-gone" : "file-missing" };
  const read = await readScoreFile(file.bytes);
  if (!read.ok) return { kind: "refused", refusal: read.refusal };
  const { cohortId, stageKey } = act;
  const tried = await tryImport(db, actor, { cohortId, stageKey, table: read.value });
  if (!tried.ok) {
    if (tried.refusal.kind === "not-yours") throw notFound();
    if (tried.refusal.kind !== "problems") return { kind: "refused", refusal: tried.refusal.kind };
    return problemsOf(tried.refusal.problems);
  }
  const { fileName } = file;
  if (!isImport) {
    const { sha256 } = await files.put(file.bytes);
    return { kind: "tried", dryRun: dryRunOf({ fileName, sha256 }, tried.value) };
  }
  const payload = { stageKey, fileName, sha256: file.sha256, table: read.value };
  const answer = await doInWorker(actor, { kind: "import_scores", cohortId, payload });
  if (answer.status === "running") return { kind: "done", query: "notice=running" };
  if (answer.status === "refused") return { kind: "refused", refusal: answer.refusal };
  return { kind: "done", query: `notice=imported&rows=${tried.value.scores.rows.length}` };
}

type Tried = Extract<Awaited<ReturnType<typeof tryImport>>, { ok: true }>["value"];

function dryRunOf(file: File, { columns, scores, absent }: Tried): DryRun {
  return {
    ...file,
    columns: columns.map(({ header }) => header),
    rows: scores.rows
      .slice(0, SHOWN_ROWS)
      .map(({ number, values }) => ({ number, values: columns.map(({ key }) => values[key] ?? "") })),
    rowCount: scores.rows.length,
    absent: absent.slice(0, SHOWN_ABSENT),
    absentCount: absent.length,
    looksLikeShares: scores.looksLikeShares,
  };
}

function problemsOf(problems: readonly ImportProblem[]): ScoresAnswer {
  return { kind: "problems", problems: problems.slice(0, SHOWN_PROBLEMS), problemCount: problems.length };
}

async function uploadedFile(form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return undefined;
  return { fileName: file.name.normalize("NFC"), bytes: new Uint8Array(await file.arrayBuffer()), sha256: "" };
}

async function keptFile(form: FormData) {
  const sha256 = String(form.get("sha256") ?? "");
  const bytes = /^[0-9a-f]{64}$/.test(sha256) ? await files.get(sha256) : undefined;
  return bytes && { fileName: String(form.get("fileName") ?? "").slice(0, 200), bytes, sha256 };
}
