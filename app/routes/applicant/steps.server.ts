import type { TFunction } from "i18next";
import type { OwnPage } from "./own-application.server.ts";
import type { Step } from "#app/components/step-indicator.tsx";
import type { TaskState } from "#app/components/task-list.tsx";
import { gapsOf, type Gap } from "#app/domain/application/completeness.ts";
import { isOptional, stateOfSection } from "#app/domain/application/section-state.ts";
import { documentsAsked } from "#app/domain/programme/documents.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { seoulDate } from "#app/i18n/seoul-time.ts";
import { paths } from "#app/paths.ts";

export type Part = {
  readonly key: string;
  readonly label: string;
  readonly to: string;
  readonly state: TaskState;
  readonly optional: boolean;
};

/** The parts of an application in their order, each with its state: sections, documents, consents, submission. */
export function partsOf(page: OwnPage, language: Language, t: TFunction, now: Date): readonly Part[] {
  const { application, definition } = page;
  const today = seoulDate(now);
  const parts = { answers: application.answers, files: page.files, consents: page.consents, today };
  const gaps = gapsOf(definition, parts);
  const sections = definition.form.sections.map((section) => ({
    key: section.id,
    label: text(section.title, language),
    to: paths.my.section(application.id, section.id),
    state: stateOfSection(definition, section, parts),
    optional: isOptional(section),
  }));
  const documents = {
    key: "documents",
    label: t("applicant:documents.title"),
    to: paths.my.documents(application.id),
    state: stateOfGaps(gaps, "document", page.files.length > 0),
    optional: !gaps.some(({ kind }) => kind === "document"),
  };
  const consents = {
    key: "consents",
    label: t("applicant:consents.title"),
    to: paths.my.consents(application.id),
    state: stateOfGaps(gaps, "consent", page.consents.size > 1),
    optional: false,
  };
  const submit = {
    key: "submit",
    label: t("applicant:submit.title"),
    to: paths.my.submit(application.id),
    state: application.status === "draft" ? "todo" : "done",
    optional: false,
  } as const;
  return documentsAsked(definition, application.answers).length > 0
    ? [...sections, documents, consents, submit]
    : [...sections, consents, submit];
}

type PartStep = { readonly label: string; readonly to: string; readonly state: Step["state"] };

export function stepsOf(parts: readonly Part[], current: string): readonly PartStep[] {
  return parts.map(({ key, label, to, state }) => ({
    label,
    to,
    state: key === current ? "current" : state === "done" ? "done" : "todo",
  }));
}

/** Where "save and continue" leads from a part. */
export function nextPath(parts: readonly Part[], current: string): string | undefined {
  return parts[parts.findIndex(({ key }) => key === current) + 1]?.to;
}

function stateOfGaps(gaps: readonly Gap[], kind: Gap["kind"], begun: boolean): TaskState {
  const open = gaps.filter((gap) => gap.kind === kind);
  if (open.some(({ problem }) => problem !== "required")) return "error";
  if (open.length > 0) return begun ? "started" : "todo";
  return begun || kind === "consent" ? "done" : "todo";
}
