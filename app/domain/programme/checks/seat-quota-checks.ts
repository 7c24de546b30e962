import { choiceFields } from "../choices.ts";
import { isRegionShare, type QuotaDefinition } from "../quotas.ts";
import { check, mistake, unknownName, type DefinitionMistake } from "./mistake.ts";

/** Seats given by groups: whose track, whether they fit into it, and beside which assignment they can stand. */
export const seatQuotaChecks = [
  check(["quotas", "tracks"], function* ({ quotas, tracks }) {
    const known = tracks.map(({ id }) => id);
    for (const [index, quota] of quotas.entries()) {
      if (isRegionShare(quota)) continue;
      const { track } = quota;
      if (track !== undefined && !known.includes(track)) yield unknownName(`quotas[${index}].track`, track, known);
      if (track !== undefined || known.length === 1) continue;
      yield mistake(
        `quotas[${index}].track`,
        "모집 분야가 여럿이므로 어느 분야의 자리인지 적어 주십시오. 여러 분야에 걸친 보장 자리는 지망 순위와 함께 쓸 수 없습니다.",
        "There are several tracks: name the one whose seats these are. Guaranteed seats across tracks cannot be combined with preferences.",
      );
    }
  }),
  check(["quotas", "tracks"], function* ({ quotas, tracks }) {
    for (const [index, quota] of quotas.entries()) {
      if (quota.type === "group_bounds" && quota.max !== null && quota.min > quota.max) {
        yield mistake(
          `quotas[${index}].min`,
          `최소 인원 ${quota.min}명이 최대 인원 ${quota.max}명보다 많습니다. 둘 중 하나를 바로잡아 주십시오.`,
          `The minimum ${quota.min} is above the maximum ${quota.max}. Correct one of them.`,
        );
      }
    }
    for (const { id, capacity } of tracks) yield* seatMistakes(quotas, { id, capacity, isOnly: tracks.length === 1 });
  }),
  check(["quotas", "choices", "form"], function* ({ quotas, choices, form }) {
    const several = choices.max > 1 && choiceFields({ form }).length > 1;
    if (!several || choices.assignment === "deferred_acceptance") return;
    for (const [index, quota] of quotas.entries()) {
      if (isRegionShare(quota)) continue;
      yield mistake(
        `quotas[${index}].type`,
        "지망을 둘 이상 받으면서 집단별 자리를 두려면 배정 방식(choices.assignment)이 deferred_acceptance여야 합니다.",
        "Seats by groups beside several choices need choices.assignment to be deferred_acceptance.",
      );
    }
  }),
  check(["quotas"], function* ({ quotas }) {
    if (quotas.every(isRegionShare)) return;
    for (const [index, quota] of quotas.entries()) {
      if (!isRegionShare(quota)) continue;
      yield mistake(
        `quotas[${index}].type`,
        "지역 비율 교체는 집단별 자리와 함께 쓸 수 없습니다. 지역 주민의 보장 자리(guaranteed_seats)를 쓰십시오.",
        "The regional swap cannot stand beside seats by groups. Use guaranteed_seats for residents.",
      );
    }
  }),
];

type TrackToFill = { readonly id: string; readonly capacity: number; readonly isOnly: boolean };

function* seatMistakes(quotas: readonly QuotaDefinition[], track: TrackToFill): Iterable<DefinitionMistake> {
  const own = quotas.map((quota, index) => ({ quota, index })).filter(({ quota }) => belongs(quota, track));
  const [first] = own;
  if (!first) return;
  const kinds = new Set(own.map(({ quota }) => quota.type));
  const together = [...kinds].toSorted().join("+");
  if (!combinations.has(together)) {
    yield mistake(
      `quotas[${first.index}].type`,
      `한 분야에 함께 둘 수 없는 규칙입니다(${together}). 보장 자리와 별도 정원(set_aside)만 함께 둘 수 있습니다.`,
      `These rules cannot stand together in one track (${together}); only guaranteed seats and set-asides can.`,
    );
  }
  const seats = own.reduce((all, { quota }) => all + seatsNeeded(quota), 0);
  const blocks = own.filter(({ quota }) => quota.type === "seat_blocks");
  const wrong = blocks.length > 0 ? seats !== track.capacity : seats > track.capacity;
  if (!wrong) return;
  yield mistake(
    `quotas[${first.index}].${blocks.length > 0 ? "blocks" : "seats"}`,
    `분야 ‘${track.id}’의 정원은 ${track.capacity}명인데 규칙의 자리는 ${seats}명입니다. 자리 수를 맞추어 주십시오.`,
    `Track ‘${track.id}’ has ${track.capacity} seats, but the rules ask for ${seats}. Make them agree.`,
  );
}

const combinations: ReadonlySet<string> = new Set([
  "guaranteed_seats",
  "group_bounds",
  "set_aside",
  "guaranteed_seats+set_aside",
  "seat_blocks",
]);

function belongs(quota: QuotaDefinition, { id, isOnly }: TrackToFill): boolean {
  return !isRegionShare(quota) && (quota.track === id || (quota.track === undefined && isOnly));
}

function seatsNeeded(quota: QuotaDefinition): number {
  if (quota.type === "guaranteed_seats" || quota.type === "set_aside") return quota.seats;
  if (quota.type === "seat_blocks") return quota.blocks.reduce((all, { seats }) => all + seats, 0);
  // Nested minima are not added up: a person of a group inside another counts for both.
  return 0;
}
