import { submissionDifference } from "#app/domain/application/submission-difference.ts";
import { openSnapshot } from "#app/domain/application/snapshot.ts";
import { textDifference, type Stretch } from "#app/domain/application/text-difference.ts";
import type { ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { documentById } from "#app/domain/programme/documents.ts";
import { text, type Language } from "#app/domain/programme/text.ts";
import { reads } from "#app/runtime.server.ts";
import { getDefinition } from "#db/queries/definition-versions.ts";
import { findSubmission } from "#db/queries/submissions.ts";
import { answerText } from "./answer-text.ts";

export type SubmissionChanges = {
  readonly number: number;
  readonly answers: readonly { readonly id: string; readonly label: string; readonly stretches: readonly Stretch[] }[];
  readonly filesAdded: readonly string[];
  readonly filesRemoved: readonly string[];
  readonly consentsGiven: readonly string[];
  readonly consentsWithdrawn: readonly string[];
};

type Asked = { readonly applicationId: string; readonly number: number; readonly language: Language };

/** What a submission changed against the one before, in words; nothing for the first. */
export async function submissionChanges({ applicationId, number, language }: Asked): Promise<SubmissionChanges | null> {
  const [one, other] = await Promise.all([
    findSubmission(reads, { applicationId, number: number - 1 }),
    findSubmission(reads, { applicationId, number }),
  ]);
  if (!one || !other) return null;
  const [before, after] = [
    await getDefinition(reads, one.definitionId),
    await getDefinition(reads, other.definitionId),
  ];
  const difference = submissionDifference(openSnapshot(one.answers), openSnapshot(other.answers));
  const fileName = ({ document, name }: { readonly document: string; readonly name: string }) => {
    const asked = documentById(after, document) ?? documentById(before, document);
    return asked ? `${text(asked.label, language)}: ${name}` : name;
  };
  const consentTitle = (id: string) =>
    titleOfConsent(after, id, language) || titleOfConsent(before, id, language) || id;
  return {
    number,
    answers: difference.answers.flatMap((changed) => {
      const [was, is] = [fieldOf(before, changed.fieldId), fieldOf(after, changed.fieldId)];
      const label = text((is ?? was)?.label, language) || changed.fieldId;
      const stretches = textDifference(
        was ? answerText(before, was, changed.before, language) : "",
        is ? answerText(after, is, changed.after, language) : "",
      );
      return stretches.length > 0 ? [{ id: changed.fieldId, label, stretches }] : [];
    }),
    filesAdded: difference.filesAdded.map(fileName),
    filesRemoved: difference.filesRemoved.map(fileName),
    consentsGiven: difference.consentsGiven.map(consentTitle),
    consentsWithdrawn: difference.consentsWithdrawn.map(consentTitle),
  };
}

function fieldOf({ form }: ProgrammeDefinition, id: string) {
  return form.sections.flatMap(({ fields }) => fields).find((field) => field.id === id);
}

function titleOfConsent({ consents, eligibility }: ProgrammeDefinition, id: string, language: Language): string {
  const consent = consents.find((each) => each.id === id);
  return consent ? text(consent.title, language) : text(eligibility.find((each) => each.id === id)?.text, language);
}
