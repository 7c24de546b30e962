import { z } from "zod";
import { assignReviewers } from "#app/domain/assignment/assign-reviewers.ts";
import { reassignReviews } from "#app/domain/assignment/reassign-reviews.ts";
import type { ReviewTask } from "#app/domain/assignment/review-task.ts";
import { loadIntegerSolver } from "#app/solver/highs.ts";
import { BadInput } from "../bad-input.ts";
import { readFileOptions } from "./file-options.ts";
import { readInput, writeOutput } from "./json-file.ts";

const id = z.string().min(1);
const count = z.int().min(0);
const pair = z.strictObject({ application: id, reviewer: id, begun: z.boolean().exactOptional() });

const taskShape = z.strictObject({
  applications: z.array(
    z.strictObject({
      id,
      reviews: count,
      track: id.nullable().exactOptional(),
      conflicts: z.array(id).default([]),
      institutions: z.array(id).exactOptional(),
    }),
  ),
  reviewers: z.array(
    z.strictObject({
      id,
      min: count,
      max: count,
      taken: count.exactOptional(),
      institution: id.nullable().exactOptional(),
      expert: z.boolean().exactOptional(),
      external: z.boolean().exactOptional(),
      tracks: z.array(id).exactOptional(),
    }),
  ),
  /** By application, then reviewer; left out = all pairs are equally good. */
  scores: z.array(z.array(z.int().nullable())).optional(),
  seed: z.string().min(1),
  loads: z.enum(["bounds", "level"]).exactOptional(),
  trackBonus: count.exactOptional(),
  anchors: z.array(id).exactOptional(),
  rules: z
    .strictObject({
      onePerInstitution: z.boolean().exactOptional(),
      leastExperts: count.exactOptional(),
      leastExternal: count.exactOptional(),
      mostTogether: count.exactOptional(),
    })
    .exactOptional(),
  repairs: z
    .strictObject({
      connect: z.boolean().exactOptional(),
      overlap: z.boolean().exactOptional(),
      togetherWeight: count.exactOptional(),
      raiseWorst: z.boolean().exactOptional(),
    })
    .exactOptional(),
  current: z.array(pair).optional(),
  dropped: z.array(id).optional(),
});

/** Assigns the reviewers of a file to its applications; with `current` or `dropped`, changes as little as possible. */
export async function assignFile(words: readonly string[]): Promise<number> {
  const values = readFileOptions(words);
  const { current, dropped = [], scores, ...rest } = readInput(values.input, taskShape);
  const task: ReviewTask = { ...rest, scores: scores ?? (() => 0) };
  const tools = task.rules ? { solver: await loadIntegerSolver() } : {};
  const isRepair = current !== undefined || dropped.length > 0;
  const answer = isRepair
    ? reassignReviews({ task, current: current ?? [], dropped }, tools)
    : assignReviewers(task, tools);
  if (answer.ok) {
    writeOutput(values.output, { feasible: true, ...answer.value });
    return 0;
  }
  // A wrong file is bad input; people who cannot be had are an answer.
  if ("what" in answer.refusal) throw new BadInput(`${answer.refusal.kind}: ${answer.refusal.what}`);
  writeOutput(values.output, { feasible: false, shortage: answer.refusal });
  return 0;
}
