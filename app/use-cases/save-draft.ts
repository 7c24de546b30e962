import type { Actor } from "#app/domain/access/actor.ts";
import { tidyAnswer, type Answer, type Answers } from "#app/domain/application/answers.ts";
import { keepAnswers, type DroppedAnswer } from "#app/domain/application/kept-answers.ts";
import { containsResidentNumber } from "#app/domain/application/resident-number.ts";
import { textsOf } from "#app/domain/application/field-problem.ts";
import type { FormSection } from "#app/domain/programme/definition.ts";
import { done, refuse, type Result } from "#app/domain/result.ts";
import type { Db, Trx } from "#db/connect.ts";
import { saveAnswers, type Application } from "#db/queries/applications.ts";
import { inTransaction } from "#db/transaction.ts";
import { addConsents, consentsOfSection } from "#app/use-cases/add-consents.ts";
import { openOwnApplication, type OpenApplication, type OpenRefusal } from "#app/use-cases/own-application.ts";
import { answersOfSection, sectionEdition } from "#app/use-cases/section-edition.ts";
import {
  findSameSubmission,
  readyToSubmit,
  storeSubmission,
  type Incomplete,
} from "#app/use-cases/store-submission.ts";

type SaveDraft = {
  readonly applicationId: string;
  readonly sectionId: string;
  /** Every field of the section as it was typed; a field that is absent was left empty. */
  readonly values: { readonly [fieldId: string]: unknown };
  /** Consents ticked beside the fields that need them. */
  readonly consents?: readonly string[];
  /** Of the application when the page was made. */
  readonly revision: number;
  /** Of the section when the page was made (`sectionEdition`); without it any other revision is another text. */
  readonly edition?: string | undefined;
  /** Nobody pressed a button: a submitted application is left as it is. */
  readonly byItself?: boolean;
  readonly arrivedAt: Date;
  readonly now: Date;
};

export type Saved = {
  readonly revision: number;
  /** Of what is stored of the section now. */
  readonly edition: string;
  readonly dropped: readonly DroppedAnswer[];
  /** Whether the change was handed in at once, because the application had been submitted before. */
  readonly resubmitted: boolean;
};
export type SaveRefusal =
  | OpenRefusal
  | "no-such-section"
  | "needs-a-person"
  | { readonly kind: "resident-number"; readonly fieldIds: readonly string[] }
  | { readonly kind: "stale"; readonly revision: number; readonly stored: Answers }
  | Incomplete;

/**
 * Saves one section of a draft as it was typed: what is missing or too long is shown, not refused. Of an application
 * that was submitted a change counts at once, as another submission, so it must leave it whole.
 */
export async function saveDraft(db: Db, actor: Actor, input: SaveDraft): Promise<Result<Saved, SaveRefusal>> {
  return inTransaction(db, async (trx) => {
    const own = await openOwnApplication(trx, actor, input);
    if (!own.ok) return own;
    const { application, definition } = own.value;
    const section = definition.form.sections.find(({ id }) => id === input.sectionId);
    if (!section) return refuse("no-such-section");

    const typed = tidySection(section, input.values);
    const fieldIds = Object.keys(typed).filter((id) => textsOf(typed[id] ?? []).some(containsResidentNumber));
    if (fieldIds.length > 0) return refuse({ kind: "resident-number", fieldIds });

    const stored = answersOfSection(section, application.answers);
    const isSame = JSON.stringify(stored) === JSON.stringify(typed);
    if (input.byItself && application.status !== "draft") {
      const { revision } = application;
      const edition = sectionEdition(section, application.answers);
      return isSame ? done({ revision, edition, dropped: [], resubmitted: false }) : refuse("needs-a-person");
    }
    if (!isMadeFrom(application, section, input) && !isSame) {
      return refuse({ kind: "stale", revision: application.revision, stored });
    }
    return store(trx, own.value, section, { ...input, typed });
  });
}

/** A page made before the submission does not know that its save would count at once: it must be asked. */
function isMadeFrom(application: Application, section: FormSection, { revision, edition }: SaveDraft): boolean {
  if (revision === application.revision) return true;
  return application.status === "draft" && edition === sectionEdition(section, application.answers);
}

async function store(
  trx: Trx,
  own: OpenApplication,
  section: FormSection,
  { typed, consents: ticked = [], arrivedAt, now }: SaveDraft & { readonly typed: Answers },
): Promise<Result<Saved, SaveRefusal>> {
  const { application, definition } = own;
  const offered = consentsOfSection(definition, section);
  const added = offered.filter((id) => ticked.includes(id) && !own.consents.has(id));
  const consents = new Set([...own.consents, ...added]);
  const others = Object.entries(application.answers).filter(([id]) => !section.fields.some((field) => field.id === id));
  const { kept, dropped } = keepAnswers({
    definition,
    answers: { ...Object.fromEntries(others), ...typed },
    consents,
    savedSection: section.id,
  });

  const edition = sectionEdition(section, kept);
  if (application.status === "draft") {
    await addConsents(trx, own, { consentKeys: added, now });
    const { id, revision } = application;
    if (!(await saveAnswers(trx, { id, answers: kept, revision, now }))) throw new Error("saved without its lock");
    return done({ revision: revision + 1, edition, dropped, resubmitted: false });
  }
  const ready = readyToSubmit(own, { answers: kept, consents, files: own.files }, now);
  if (!ready.ok) return ready;
  if (await findSameSubmission(trx, own, ready.value)) {
    return done({ revision: application.revision, edition, dropped, resubmitted: true });
  }
  await addConsents(trx, own, { consentKeys: added, now });
  await storeSubmission(trx, own, { ...ready.value, arrivedAt, now });
  return done({
    revision: application.revision + 1,
    edition,
    dropped: [...dropped, ...ready.value.dropped],
    resubmitted: true,
  });
}

function tidySection(section: FormSection, values: SaveDraft["values"]): Answers {
  return Object.fromEntries(
    section.fields.flatMap((field): readonly [string, Answer][] => {
      const answer = tidyAnswer(field, Object.hasOwn(values, field.id) ? values[field.id] : undefined);
      return answer === undefined ? [] : [[field.id, answer]];
    }),
  );
}
