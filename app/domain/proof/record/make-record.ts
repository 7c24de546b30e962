import { compareText } from "#app/domain/exact/compare-text.ts";
import { ticketsOfDraw } from "#app/domain/draw/draw-record.ts";
import { ticketOf } from "#app/domain/draw/seeded-order.ts";
import { ticketHex } from "#app/domain/draw/ticket-order.ts";
import type { Json } from "#app/domain/proof/canonical-json.ts";
import { commitmentToRow } from "#app/domain/proof/row-commitment.ts";
import { disclosedRows, type Told } from "#app/domain/proof/record/disclosed-row.ts";
import type { PublicationLevel } from "#app/domain/proof/publication-level.ts";
import {
  recordFormat,
  type DisclosedRow,
  type RecordedDraw,
  type RefillBatch,
  type ReviewRow,
  type SelectionRecord,
  type StageEvidence,
} from "#app/domain/proof/record/record.ts";
import { recordRoot, rootsOf } from "#app/domain/proof/record/record-roots.ts";
import { publishedTable } from "#app/domain/proof/record/table-rows.ts";
import type { Sha256 } from "#app/domain/proof/sha256.ts";
import type { SelectionInput, SelectionPerson, SelectionResult } from "#app/domain/selection/selection.ts";

export type ToRecord = {
  readonly cohort: string;
  readonly input: SelectionInput;
  readonly result: SelectionResult;
  readonly scoring: SelectionRecord["scoring"];
  /** By application number, then stage: where the scores come from. */
  readonly evidence: Readonly<Record<string, Readonly<Record<string, StageEvidence>>>>;
  readonly refOf: (applicationNo: string) => string;
  /** 32 random bytes each as hex, by application number. */
  readonly salts: Readonly<Record<string, { readonly review: string; readonly disclosed: string }>>;
  readonly told: Told;
  /** In application numbers. */
  readonly refills: readonly RefillBatch[];
  readonly sha256?: Sha256;
};

/**
 * The record of a complete run at level P2, under pseudonyms; atLevel makes the others of it. The same run, keys and salts
 * give the same record. Throws where a salt is missing. Source: SELECTION F, RULINGS 29.
 */
export function makeRecord(run: ToRecord): SelectionRecord {
  const { input, result, refOf, sha256 } = run;
  const draw = recordedDraw(input);
  const isPublic = input.people.every(({ applicationNo }) => refOf(applicationNo) === applicationNo);
  const ticket = ticketsOf(draw, input.people);
  const places = new Map(result.order.map((place) => [place.applicationNo, place]));
  const seated = new Set(result.selected.map(({ applicationNo }) => applicationNo));
  const sorted = input.people.toSorted((left, right) =>
    compareText(refOf(left.applicationNo), refOf(right.applicationNo)),
  );
  const { rows, withheld } = publishedTable({
    rule: input.rule,
    people: sorted.map((person) => ({
      ref: refOf(person.applicationNo),
      person,
      place: places.get(person.applicationNo) ?? null,
      selected: seated.has(person.applicationNo),
      ticket: ticket(person.applicationNo),
    })),
  });
  const people = sorted.map((person) => reviewRow(run, person, draw !== null));
  const toldTo = disclosedRows(run);
  const openings = sorted.map((person, index) => {
    return openingOf(run, {
      applicationNo: person.applicationNo,
      row: people[index] as ReviewRow,
      disclosed: toldTo(person),
    });
  });
  const record = {
    format: recordFormat,
    level: "P2" as PublicationLevel,
    cohort: run.cohort,
    engine: result.engineVersion,
    digest: result.digest,
    rule: input.rule,
    scoring: run.scoring,
    draw,
    labels: draw ? (isPublic ? ("ref" as const) : ("private" as const)) : null,
    tieDecisions: (input.tieDecisions ?? []).map((order) => order.map(refOf)),
    withheld,
    counts: {
      people: sorted.length,
      qualified: result.order.length,
      selected: result.selected.length,
      reserves: result.reserves.length,
    },
    selected: listedByRef(run).map(({ applicationNo, track, choiceOrder, how, seat }) => {
      return { ref: refOf(applicationNo), track, choiceOrder, how, seat };
    }),
    cutLines: result.cutLines,
    unfilled: result.unfilled,
    quotas: result.quotas,
    swaps: result.swaps.map((swap) => ({ ...swap, out: refOf(swap.out), in: refOf(swap.in) })),
    choices: result.choices,
    reserves: result.reserves.map(({ applicationNo, track, number, displacedBy }) => {
      return {
        ref: refOf(applicationNo),
        track,
        number,
        displacedBy: displacedBy === null ? null : refOf(displacedBy),
      };
    }),
    table: rows,
    people,
    openings: Object.fromEntries(openings.map(({ ref, opening }) => [ref, opening])),
    refills: run.refills.map(({ leavers, seatsAdded, added }) => ({
      leavers: leavers.map(refOf).toSorted(compareText),
      seatsAdded,
      added: added.map((seat) => ({ ...seat, ref: refOf(seat.ref) })),
    })),
    commitments: {
      disclosed: openings.map(({ disclosed }) => disclosed).toSorted(compareText),
      review: openings.map(({ review }) => review).toSorted(compareText),
    },
  };
  const covered = { ...record, roots: rootsOf(record, sha256) };
  return { ...covered, root: recordRoot(covered, sha256) };
}

/** The selected, by track and merit; an undecided tie by ref, as the numbers of applications are not in the record. */
function listedByRef({ input, result, refOf }: ToRecord): SelectionResult["selected"] {
  const trackAt = new Map(input.rule.tracks.map(({ id }, index) => [id, index]));
  const at = (track: string) => trackAt.get(track) ?? 0;
  return result.selected.toSorted(
    (left, right) =>
      at(left.track) - at(right.track) ||
      left.meritRank - right.meritRank ||
      compareText(refOf(left.applicationNo), refOf(right.applicationNo)),
  );
}

function recordedDraw({ draw }: SelectionInput): RecordedDraw | null {
  if (!draw) return null;
  return "algorithm" in draw ? draw : { algorithm: "sha256-order", seed: draw.seed, label: draw.label };
}

function ticketsOf(
  draw: RecordedDraw | null,
  people: readonly SelectionPerson[],
): (applicationNo: string) => string | null {
  if (!draw) return () => null;
  if (draw.algorithm === "sha256-order") return (applicationNo) => ticketOf(draw, applicationNo);
  const labels = people.map(({ applicationNo }) => applicationNo);
  const tickets = ticketsOfDraw(draw, labels);
  const position = new Map(labels.map((label, index) => [label, index]));
  return (applicationNo) => ticketHex(tickets, position.get(applicationNo) ?? 0);
}

function reviewRow({ evidence, refOf }: ToRecord, person: SelectionPerson, isDrawn: boolean): ReviewRow {
  const { applicationNo, stages, ...rest } = person;
  const nothing: StageEvidence = { reviews: null, row: null };
  const told = Object.entries(stages).map(([id, { outcome, score, criteria }]) => {
    const { reviews, row } = (outcome === "scored" && evidence[applicationNo]?.[id]) || nothing;
    const sorted = reviews?.toSorted((left, right) => compareText(left.reviewer, right.reviewer)) ?? null;
    return [id, { outcome, score, criteria, reviews: sorted, row }] as const;
  });
  return {
    ref: refOf(applicationNo),
    label: isDrawn ? applicationNo : null,
    ...rest,
    stages: Object.fromEntries(told),
  };
}

type ToOpen = { readonly applicationNo: string; readonly row: ReviewRow; readonly disclosed: DisclosedRow };

function openingOf({ salts, sha256 }: ToRecord, { applicationNo, row, disclosed }: ToOpen) {
  const salt = salts[applicationNo];
  if (!salt) throw new RangeError(`no salt for ${applicationNo}`);
  return {
    ref: row.ref,
    opening: { reviewSalt: salt.review, disclosedSalt: salt.disclosed, disclosed },
    review: commitmentToRow({ row: row as Json, salt: salt.review }, sha256),
    disclosed: commitmentToRow({ row: disclosed as Json, salt: salt.disclosed }, sha256),
  };
}
