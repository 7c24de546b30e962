import { data, redirect } from "@remix-run/node";
import type { TFunction } from "i18next";
import type { Result } from "#app/domain/result.ts";
import type { JobAnswer } from "#app/http/jobs.server.ts";
import { notFound } from "#app/http/responses.server.ts";

type Answered = {
  readonly t: TFunction;
  /** Where the page goes after the act; `done` is added so that it can say what happened. */
  readonly path: string;
  readonly intent: string;
  /** What was typed, so that a refusal loses nothing of it. */
  readonly form: FormData;
};

export type TypedValues = Readonly<Record<string, string>>;

/** After an act that was done here: back to the page, or the refusal as a sentence. */
export function answerAct(result: Result<unknown, unknown>, { t, path, intent, form }: Answered) {
  if (result.ok) return redirect(`${path}?done=${intent}`);
  if (result.refusal === "not-yours") throw notFound();
  return refused(refusalSentence(t, result.refusal), { intent, form, status: 409 });
}

/** The same for an act that the worker does; one that is still running says so. */
export function answerJob(answer: JobAnswer, { t, path, intent, form }: Answered) {
  if (answer.status === "running") return redirect(`${path}?done=running`);
  if (answer.status === "done") return redirect(`${path}?done=${intent}`);
  if (answer.refusal === "not-yours") throw notFound();
  const refusal = refusalSentence(t, { ...detailOf(answer.detail), kind: answer.refusal });
  return refused(refusal, { intent, form, status: 409 });
}

type Refused = Pick<Answered, "intent" | "form"> & { readonly status: 400 | 409 };

/** The page again with the sentence and everything that was typed. */
export function refused(refusal: string, { intent, form, status }: Refused) {
  const values: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = value;
  return data({ refusal, intent, values: values as TypedValues }, { status });
}

const NUMBERS_SHOWN = 20;

/** A refusal in words, with the numbers that it names. */
function refusalSentence(t: TFunction, refusal: unknown): string {
  const { kind, count, numbers, confirmBy, ...detail } =
    typeof refusal === "string" ? detailOf({ kind: refusal }) : detailOf(refusal);
  const listed = Array.isArray(numbers) ? numbers.filter((number) => typeof number === "string") : [];
  const more = listed.length > NUMBERS_SHOWN ? " …" : "";
  return t([`selection:refusal.${String(kind)}`, "selection:refusal.unknown"], {
    people: typeof count === "number" ? count : listed.length,
    numbers: listed.slice(0, NUMBERS_SHOWN).join(", ") + more,
    detail: Object.values(detailOf(detail.detail ?? detail)).join(", "),
    confirmBy: typeof confirmBy === "string" ? confirmBy.slice(0, 16).replace("T", " ") : "",
  });
}

function detailOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
