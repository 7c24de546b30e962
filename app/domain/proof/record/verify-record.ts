import { firstDifference, type Difference } from "#app/domain/proof/first-difference.ts";
import { inputOfRecord } from "#app/domain/proof/record/record-input.ts";
import { makeRecord } from "#app/domain/proof/record/make-record.ts";
import type { ReviewRow, SelectionRecord } from "#app/domain/proof/record/record.ts";
import { hashOf, mthByRef, recordRoot } from "#app/domain/proof/record/record-roots.ts";
import type { Json } from "#app/domain/proof/canonical-json.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";
import type { IntegerSolver } from "#app/domain/exact/integer-program.ts";
import { scoreImportedStage } from "#app/domain/selection/imported-score.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import { scoreStage } from "#app/domain/selection/stage-score.ts";

export type Verdict = { readonly difference: Difference | null; readonly notChecked: readonly string[] };
export type VerifyTools = { readonly sha256?: Sha256; readonly solver?: IntegerSolver };

/**
 * Computes a record again with this engine and says where it first differs: at P2 everything from the reviews on, at P1 and P0
 * the roots of what they hold. The stand-alone verifier, another program by the published rules alone, is the check that does
 * not trust this one. Throws where a rule cannot be run at all. Source: SELECTION F.
 */
export function verifyRecord(record: SelectionRecord, tools: VerifyTools = {}): Verdict {
  const held = rootDifference(record, tools.sha256);
  if (record.level !== "P2" || !record.people) {
    return { difference: held, notChecked: ["totals", "order", "seats", "refills"] };
  }
  const difference = scoreDifference(record, record.people) ?? runDifference(record, record.people, tools) ?? held;
  return { difference, notChecked: ["digest", "refills"] };
}

function rootDifference(record: SelectionRecord, sha256: Sha256 | undefined): Difference | null {
  const { rule, scoring, selected, reserves, table, cutLines, unfilled, quotas, swaps, choices, refills, roots } =
    record;
  const again = {
    ...roots,
    rule: hashOf(rule, sha256),
    scoring: hashOf(scoring as Json, sha256),
    selected: mthByRef(selected, sha256),
    report: hashOf({ cutLines, unfilled, quotas, swaps, choices } as Json, sha256),
    refills: refills.map((batch) => hashOf(batch as Json, sha256)),
    ...(reserves ? { reserves: mthByRef(reserves, sha256) } : {}),
    ...(table ? { table: mthByRef(table, sha256) } : {}),
  };
  return firstDifference(roots, again, "roots") ?? firstDifference(record.root, recordRoot(record, sha256), "root");
}

/** Every score of every person, from the reviews and the imported rows. */
function scoreDifference({ scoring }: SelectionRecord, people: readonly ReviewRow[]): Difference | null {
  for (const [at, { ref, stages }] of people.entries()) {
    for (const [id, { outcome, score, criteria, reviews, row }] of Object.entries(stages)) {
      const stage = scoring[id];
      if (outcome !== "scored" || !stage) continue;
      const imported = stage.kind === "imported" ? scoreImportedStage({ rule: stage.rule, row }) : null;
      if (imported && !imported.ok)
        return found(`people[${at}].stages.${id}.row (${ref})`, row, imported.refusal.reason);
      const again =
        stage.kind === "reviewed" ? scoreStage({ rule: stage.rule, reviews: reviews ?? [] }) : imported?.value;
      const told = { outcome, score, criteria };
      const computed = again ? { outcome: again.outcome, score: again.score, criteria: again.criteria } : null;
      const difference = firstDifference(told, computed, `people[${at}].stages.${id}`);
      if (difference) return { ...difference, path: `${difference.path} (${ref})` };
    }
  }
  return null;
}

function found(path: string, stored: unknown, replayed: unknown): Difference {
  return { path, stored: JSON.stringify(stored), replayed: JSON.stringify(replayed) };
}

function runDifference(record: SelectionRecord, people: readonly ReviewRow[], tools: VerifyTools): Difference | null {
  const nameOf = new Map(people.map(({ ref, label }) => [ref, label ?? ref]));
  const refOf = new Map(people.map(({ ref, label }) => [label ?? ref, ref]));
  const input = inputOfRecord(record, people);
  const outcome = selectCohort(input, tools.solver ? { solver: tools.solver } : {});
  if (outcome.status !== "complete") return found("rule", "a complete run", outcome);
  const openings = Object.entries(record.openings ?? {});
  const disclosed = openings.map(([, opening]) => opening.disclosed);
  const again = makeRecord({
    cohort: record.cohort,
    input,
    result: { ...outcome, digest: record.digest },
    scoring: record.scoring,
    evidence: Object.fromEntries(people.map(({ ref, stages }) => [nameOf.get(ref) ?? ref, stages])),
    refOf: (name) => refOf.get(name) ?? name,
    salts: Object.fromEntries(
      openings.map(([ref, { reviewSalt, disclosedSalt }]) => [
        nameOf.get(ref) ?? ref,
        { review: reviewSalt, disclosed: disclosedSalt },
      ]),
    ),
    told: {
      stages: disclosed.some(({ stages }) => Object.values(stages).some((score) => score !== null)),
      total: disclosed.some(({ total }) => total !== null),
      rank: disclosed.some(({ rank }) => rank !== null),
    },
    refills: record.refills.map(({ leavers, seatsAdded, added }) => ({
      leavers: leavers.map((ref) => nameOf.get(ref) ?? ref),
      seatsAdded,
      added: added.map((seat) => ({ ...seat, ref: nameOf.get(seat.ref) ?? seat.ref })),
    })),
    ...(tools.sha256 ? { sha256: tools.sha256 } : {}),
  });
  return firstDifference({ ...record, engine: again.engine, labels: again.labels }, again, "");
}
