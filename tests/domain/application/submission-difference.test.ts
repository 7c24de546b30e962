import { expect, test } from "vitest";
import type { Snapshot } from "#app/domain/application/snapshot.ts";
import { submissionDifference } from "#app/domain/application/submission-difference.ts";

const file = (name: string, sha256: string) => ({ document: "portfolio", name, sha256 });
const first: Snapshot = {
  answers: { q1: "처음 글", q2: "그대로", tools: ["a", "b"] },
  consents: ["collect", "promotion"],
  files: [file("작품.pdf", "1".repeat(64)), file("영상.pdf", "2".repeat(64))],
};

test("a submission that is the same again changed nothing", () => {
  expect(submissionDifference(first, structuredClone(first))).toEqual({
    answers: [],
    consentsGiven: [],
    consentsWithdrawn: [],
    filesAdded: [],
    filesRemoved: [],
  });
});

test("answers that are other, new or gone are told by field, in the order of their ids", () => {
  const { answers } = submissionDifference(first, {
    ...first,
    answers: { tools: ["b", "a"], q2: "그대로", extra: "새 답" },
  });
  expect(answers).toEqual([
    { fieldId: "extra", before: undefined, after: "새 답" },
    { fieldId: "q1", before: "처음 글", after: undefined },
    { fieldId: "tools", before: ["a", "b"], after: ["b", "a"] },
  ]);
});

test("consents given and withdrawn are told apart", () => {
  const changed = submissionDifference(first, { ...first, consents: ["collect", "talentPool"] });
  expect([changed.consentsGiven, changed.consentsWithdrawn]).toEqual([["talentPool"], ["promotion"]]);
});

test("a file of the same name with another content is one taken out and one added", () => {
  const changed = submissionDifference(first, {
    ...first,
    files: [file("작품.pdf", "3".repeat(64)), file("영상.pdf", "2".repeat(64))],
  });
  expect(changed.filesRemoved).toEqual([file("작품.pdf", "1".repeat(64))]);
  expect(changed.filesAdded).toEqual([file("작품.pdf", "3".repeat(64))]);
});
