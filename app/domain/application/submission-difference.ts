import type { Answer } from "./answers.ts";
import type { Snapshot } from "./snapshot.ts";

type SubmittedFile = Snapshot["files"][number];

export type SubmissionDifference = {
  /** Fields whose answer is another one, in alphabetical order of their ids; undefined where there was none. */
  readonly answers: readonly {
    readonly fieldId: string;
    readonly before: Answer | undefined;
    readonly after: Answer | undefined;
  }[];
  readonly consentsGiven: readonly string[];
  readonly consentsWithdrawn: readonly string[];
  readonly filesAdded: readonly SubmittedFile[];
  readonly filesRemoved: readonly SubmittedFile[];
};

/** What one submission changed against the one before. Files are the same when document, name and content are. */
export function submissionDifference(before: Snapshot, after: Snapshot): SubmissionDifference {
  const fieldIds = [...new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])].toSorted();
  return {
    answers: fieldIds.flatMap((fieldId) => {
      const [one, other] = [answerIn(before, fieldId), answerIn(after, fieldId)];
      return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ fieldId, before: one, after: other }];
    }),
    consentsGiven: after.consents.filter((id) => !before.consents.includes(id)),
    consentsWithdrawn: before.consents.filter((id) => !after.consents.includes(id)),
    filesAdded: after.files.filter((file) => !holds(before, file)),
    filesRemoved: before.files.filter((file) => !holds(after, file)),
  };
}

function answerIn({ answers }: Snapshot, fieldId: string): Answer | undefined {
  return Object.hasOwn(answers, fieldId) ? answers[fieldId] : undefined;
}

function holds({ files }: Snapshot, { document, name, sha256 }: SubmittedFile): boolean {
  return files.some((file) => file.document === document && file.name === name && file.sha256 === sha256);
}
