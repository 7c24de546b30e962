import { expect, test } from "vitest";
import { crossRatings, type Rating } from "#app/domain/reliability/algebra/crossed-design.ts";

function rating(application: string, reviewer: string, score = 1): Rating {
  return { application, reviewer, score };
}

test("people are numbered by first appearance, and panels are what reviewers connect", () => {
  const design = crossRatings([
    rating("b", "y"),
    rating("a", "x"),
    rating("c", "y"),
    rating("d", "z"),
    rating("d", "x"),
  ]);
  expect(design.applications).toEqual(["b", "a", "c", "d"]);
  expect(design.reviewers).toEqual(["y", "x", "z"]);
  expect(design.panels).toEqual([
    { applications: [0, 2], reviewers: [0], ratings: [0, 2] },
    { applications: [1, 3], reviewers: [1, 2], ratings: [1, 3, 4] },
  ]);
});

test("an application and a reviewer of one name are two", () => {
  expect(crossRatings([rating("same", "other"), rating("another", "same")]).panels).toHaveLength(2);
});

test("a long chain is one panel", () => {
  const chain = Array.from({ length: 999 }, (_, at) => [rating(`a${at}`, `r${at}`), rating(`a${at + 1}`, `r${at}`)]);
  const { panels } = crossRatings(chain.flat().toReversed());
  expect(panels).toHaveLength(1);
  expect(panels[0]!.applications).toHaveLength(1000);
});

test("no ratings make no panels", () => {
  expect(crossRatings([]).panels).toEqual([]);
});
