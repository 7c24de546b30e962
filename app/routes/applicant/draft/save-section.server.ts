import { chosenValues, type SaveSent } from "./read-save.server.ts";
import { differences, type Shaping } from "../section-page.server.ts";
import { typedAnswers } from "../section-values.server.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import { notFound } from "#app/http/responses.server.ts";
import { db } from "#app/runtime.server.ts";
import { saveDraft, type Saved, type SaveRefusal } from "#app/use-cases/save-draft.ts";
import { answersOfSection, sectionEdition } from "#app/use-cases/section-edition.ts";

export type Outcome = {
  /** Nothing when the text was only shown again. */
  readonly saved: Result<Saved, SaveRefusal> | undefined;
  readonly values: SaveSent["values"];
  /** Differing fields for which somebody has still to choose a text. */
  readonly undecided: readonly string[];
};

type Saving = {
  readonly form: FormData;
  readonly sent: SaveSent;
  /** Nobody asked for the save itself: they only go somewhere else, or do nothing at all. */
  readonly byItself: boolean;
  readonly arrivedAt: Date;
  readonly now: Date;
};

/** Stores a section as it was sent, or as it was put together out of two texts. */
export async function saveSection(shaping: Shaping, saving: Saving): Promise<Outcome> {
  const { page, section } = shaping;
  const { form, sent, byItself, arrivedAt, now } = saving;
  const { application } = page;
  const stored = answersOfSection(section, application.answers);
  const stale = refuse({ kind: "stale", revision: application.revision, stored } as const);
  const differing = differences(shaping, stored, typedAnswers(section, sent.values)).map(({ id }) => id);

  if (sent.intent === "restore") {
    const isNewer = differing.length > 0 && sent.edition !== sectionEdition(section, application.answers);
    return { saved: isNewer ? stale : undefined, values: sent.values, undecided: [] };
  }
  const { values, undecided } =
    sent.intent === "choose" ? chosenValues(sent, { form, stored, differing }) : { ...sent, undecided: [] };
  if (undecided.length > 0) return { saved: stale, values, undecided };

  const { consents, revision, edition } = sent;
  const saved = await saveDraft(db, page.actor, {
    applicationId: application.id,
    sectionId: section.id,
    values,
    consents,
    revision,
    edition,
    byItself,
    arrivedAt,
    now,
  });
  if (!saved.ok && saved.refusal === "not-yours") throw notFound();
  return { saved, values, undecided };
}
