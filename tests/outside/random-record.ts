import { beaconText } from "#app/domain/draw/beacon.ts";
import { commitmentTo, oneTimeCode } from "#app/domain/draw/code-chain.ts";
import { drawAlgorithm, type DrawRecord } from "#app/domain/draw/draw-record.ts";
import { commitToPool } from "#app/domain/draw/pool-commitment.ts";
import { nextReserves } from "#app/domain/offer/next-reserve.ts";
import { createPseudonyms } from "#app/domain/proof/pseudonym.ts";
import { makeRecord } from "#app/domain/proof/record/make-record.ts";
import type { RefillBatch, SelectionRecord } from "#app/domain/proof/record/record.ts";
import type { ChoiceRule } from "#app/domain/selection/choice/choice-rule.ts";
import { searchExactly } from "#app/domain/selection/choice/overlapping-bounds-search.ts";
import { selectCohort } from "#app/domain/selection/select-cohort.ts";
import type { SelectionInput, SelectionResult, TrackSeats } from "#app/domain/selection/selection.ts";
import { nodeSha256, saltOf } from "./demo-records.ts";
import { randomCohort, type RuleClass } from "./random-cohort.ts";
import { seeded, type Seeded } from "./seeded.ts";

/** The record of a small selection drawn from a seed, made by the engine. Null where the drawn rule is refused. */
export function randomRecord(seed: number, ruleClass: RuleClass): SelectionRecord | null {
  const random = seeded(seed);
  const { rule, paper, exam, people, evidence } = randomCohort(random, ruleClass);
  const numbers = people.map(({ applicationNo }) => applicationNo);
  const drawn = rule.tieBreakers.at(-1)?.by === "lottery";
  const run = decided({ rule, people, ...(drawn ? { draw: drawOf(random, numbers) } : {}) }, random);
  if (!run) return null;
  const pseudonym = createPseudonyms(nodeSha256(new TextEncoder().encode(`key ${seed}`)));
  return makeRecord({
    cohort: `cohort-${seed}`,
    ...run,
    scoring: { paper: { kind: "reviewed", rule: paper }, exam: { kind: "imported", rule: exam } },
    evidence,
    refOf: random.below(3) === 0 ? (no) => no : pseudonym,
    salts: Object.fromEntries(numbers.map((no) => [no, { review: saltOf(`r${no}`), disclosed: saltOf(`d${no}`) }])),
    told: { stages: random.below(2) === 0, total: random.below(2) === 0, rank: random.below(2) === 0 },
    refills: refillsOf(random, run),
    sha256: nodeSha256,
  });
}

type Run = { readonly input: SelectionInput; readonly result: SelectionResult };

/** Runs the selection; where it stops, the committee decides the tie by chance. */
function decided(input: SelectionInput, random: Seeded): Run | null {
  const outcome = selectCohort(input, { solver: searchExactly });
  if (outcome.status === "complete") return { input, result: outcome };
  if (outcome.status === "refused") return null;
  const decision = random.shuffled(outcome.tie.group);
  return decided({ ...input, tieDecisions: [...(input.tieDecisions ?? []), decision] }, random);
}

function drawOf(random: Seeded, numbers: readonly string[]): NonNullable<SelectionInput["draw"]> {
  if (random.below(2) === 0) return { seed: saltOf(String(random.below(1e6))), label: "cohort/final" };
  const chain = { secret: nodeSha256(new TextEncoder().encode(String(random.below(1e6)))), length: 10 };
  const signature = saltOf(String(random.below(1e6))).repeat(3);
  const draw: DrawRecord = {
    algorithm: drawAlgorithm,
    drawId: "cohort/final",
    pool: commitToPool(numbers),
    commitment: commitmentTo(chain),
    chain: { hash: saltOf("chain"), genesisTime: 1_700_000_000, period: 3 },
    number: 1 + random.below(1e6),
    signature,
    randomness: Buffer.from(nodeSha256(Buffer.from(signature, "hex"))).toString("hex"),
    oneTimeCode: oneTimeCode(chain, 1),
  };
  beaconText(draw.chain, draw);
  return draw;
}

/** Up to three batches: some people leave, sometimes a seat is added, and the portal's own rule names who is next. */
function refillsOf(random: Seeded, run: Run): readonly RefillBatch[] {
  const { rule } = run.input;
  const isMatching = rule.assignment === "deferred_acceptance" || rule.tracks.some(({ choice }) => choice);
  if (rule.tracks.some(({ choice }) => choice?.kind === "overlapping_bounds")) return [];
  const count = random.below(4);
  return isMatching ? rerun(random, run, count) : byLists(random, run, count);
}

function byLists(random: Seeded, { input, result }: Run, count: number): readonly RefillBatch[] {
  const held = new Map(result.selected.map(({ applicationNo, track }) => [applicationNo, track]));
  const people = new Map(input.people.map((person) => [person.applicationNo, person]));
  const ranks = new Map(result.order.map(({ applicationNo, rank }) => [applicationNo, rank]));
  const places = result.reserves.map((place) => ({ ...place, status: "waiting" as "waiting" | "called" | "left" }));
  let { tracks } = input.rule;
  return Array.from({ length: count }, () => {
    const waiting = places.filter(({ status }) => status === "waiting");
    const leavers = [...held.keys(), ...waiting.map(({ applicationNo }) => applicationNo)].filter(
      () => random.below(5) === 0,
    );
    for (const no of leavers) held.delete(no);
    for (const place of waiting) if (leavers.includes(place.applicationNo)) place.status = "left";
    const seatsAdded = addedSeats(random, tracks);
    tracks = tracks.map((track) => withSeats(track, seatsAdded));
    const { fills } = nextReserves({
      tracks,
      liveOffers: countBy([...held.values()]),
      places: places.map((place) => ({
        ...place,
        meritRank: ranks.get(place.applicationNo) ?? 0,
        choices: people.get(place.applicationNo)?.choices ?? [],
        acceptOther: people.get(place.applicationNo)?.acceptOther ?? false,
      })),
      crossTrack: true,
    });
    const added = fills.map(({ applicationNo: ref, track, fromTrack, number }) => ({ ref, track, fromTrack, number }));
    for (const { ref, track } of added) {
      held.set(ref, track);
      for (const place of places) if (place.applicationNo === ref) place.status = "called";
    }
    return { leavers, seatsAdded, added };
  });
}

function rerun(random: Seeded, { input, result }: Run, count: number): readonly RefillBatch[] {
  let before = result;
  let now: SelectionInput = input;
  const batches: RefillBatch[] = [];
  for (let batch = 0; batch < count; batch += 1) {
    const seated = before.selected.map(({ applicationNo }) => applicationNo);
    const leavers = seated.filter(() => random.below(4) === 0);
    const seatsAdded = addedSeats(random, now.rule.tracks);
    now = {
      ...now,
      rule: { ...now.rule, tracks: now.rule.tracks.map((track) => withSeats(track, seatsAdded)) },
      people: now.people.map((person) =>
        leavers.includes(person.applicationNo) ? { ...person, standing: "withdrawn" as const } : person,
      ),
    };
    const after = selectCohort(now);
    // A tie among those who remain is the committee's again, and no record of the first run has its answer.
    if (after.status !== "complete") return batches;
    const held = new Map(before.selected.map(({ applicationNo, track }) => [applicationNo, track]));
    const added = after.selected
      .filter(({ applicationNo, track }) => held.get(applicationNo) !== track)
      .map(({ applicationNo: ref, track }) => ({ ref, track, fromTrack: held.get(ref) ?? null, number: null }));
    batches.push({ leavers, seatsAdded, added });
    before = after;
  }
  return batches;
}

type Added = RefillBatch["seatsAdded"];

function addedSeats(random: Seeded, tracks: readonly TrackSeats[]): Added {
  return random.below(3) === 0 ? [{ track: random.pick(tracks).id, seats: 1 + random.below(2) }] : [];
}

function withSeats(track: TrackSeats, added: Added): TrackSeats {
  const more = added.find((each) => each.track === track.id)?.seats ?? 0;
  if (more === 0) return track;
  const { choice } = track;
  return { ...track, seats: track.seats + more, ...(choice ? { choice: larger(choice, more) } : {}) };
}

function larger(choice: ChoiceRule, more: number): ChoiceRule {
  if (choice.kind === "set_aside") return { ...choice, open: { ...choice.open, seats: choice.open.seats + more } };
  if (choice.kind !== "seat_blocks") return { ...choice, seats: choice.seats + more };
  const known = choice.blocks.find(({ id }) => id === "over-admission");
  const block = { id: "over-admission", seats: (known?.seats ?? 0) + more, group: null };
  return { ...choice, blocks: [...choice.blocks.filter(({ id }) => id !== "over-admission"), block] };
}

function countBy(tracks: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const track of tracks) counts[track] = (counts[track] ?? 0) + 1;
  return counts;
}
