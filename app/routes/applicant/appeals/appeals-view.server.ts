import { appealDoor, FINAL_RESULT, type AppealWindow } from "#app/domain/appeal/appeal-windows.ts";
import { appealDocumentKey, appealNumberText } from "#app/domain/appeal/appeal.ts";
import { stageByKey } from "#app/domain/programme/stage.ts";
import { text } from "#app/domain/programme/text.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";
import { reads } from "#app/runtime.server.ts";
import { appealStanding } from "#app/use-cases/appeal-standing.ts";
import { listAppealsOfApplication } from "#db/queries/appeals.ts";
import type { Application } from "#db/queries/applications.ts";
import { listFiles } from "#db/queries/files.ts";

type ToView = { readonly application: Application; readonly language: Language; readonly now: Date };

/** What can be appealed now, was before or will be, and what was filed. */
export async function appealsView({ application, language, now }: ToView) {
  const { definition, windows } = await appealStanding(reads, application);
  const { appeals } = definition;
  const [filed, files] = [
    await listAppealsOfApplication(reads, application.id),
    await listFiles(reads, application.id),
  ];
  const t = translator(language);
  const titled = { definition, language };
  return {
    applicationId: application.id,
    applicationNumber: application.applicationNumber,
    cohortTitle: text(definition.title, language),
    windows: windows.map((window) => windowView(window, { ...titled, windows, now })),
    /** When the final result's window is planned to open, while nothing of it was published. */
    planned: windows.some(({ about }) => about === FINAL_RESULT) ? null : appeals.window,
    grounds: appeals.grounds,
    notAccepted: appeals.notAccepted.map((each) =>
      t(`appeals:notAccepted.${each.replaceAll(/[^A-Za-z]+/g, "-")}`, { defaultValue: each }),
    ),
    answerWithin: appeals.answerWithinBusinessDays,
    maxFiles: appeals.attachments.maxFiles,
    maxBytes: appeals.attachments.maxMB * 1024 * 1024,
    appeals: filed.map(({ id, number, about, ground, statement, status, arrivedAt, answerBy, answer, decidedAt }) => ({
      id,
      number: appealNumberText(number),
      about: subjectTitle(about, titled),
      ground,
      statement,
      status,
      arrivedAt,
      answerBy,
      answer,
      decidedAt,
      files: files
        .filter(({ documentKey }) => documentKey === appealDocumentKey(id))
        .map(({ id: fileId, name, size }) => ({ id: fileId, name, bytes: size, href: paths.file(fileId) })),
    })),
  };
}
export type AppealsView = Awaited<ReturnType<typeof appealsView>>;

type Titled = { readonly definition: ProgrammeDefinition; readonly language: Language };

export function subjectTitle(about: string, { definition, language }: Titled): string {
  if (about === FINAL_RESULT) return translator(language)("appeals:final");
  return text(stageByKey(definition, about)?.title, language) || about;
}

type Windows = Titled & { readonly windows: readonly AppealWindow[]; readonly now: Date };

function windowView({ about, start, end }: AppealWindow, { windows, now, ...titled }: Windows) {
  return {
    about,
    title: subjectTitle(about, titled),
    start: start.toISOString(),
    end: end.toISOString(),
    door: appealDoor(windows, about, now),
  };
}
