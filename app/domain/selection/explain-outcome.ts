import type { LocalText } from "#app/domain/programme/text.ts";
import type { ExplanationLine } from "#app/domain/selection/explain.ts";
import { named, type ExplanationNames } from "#app/domain/selection/explain-names.ts";

type Line<Code extends ExplanationLine["code"]> = Extract<ExplanationLine, { readonly code: Code }>;
type Outcome = Line<
  | "selected"
  | "selected_by_swap"
  | "selected_on_seat"
  | "displaced"
  | "displaced_by_groups"
  | "ceiling"
  | "reserve"
  | "cut_line"
  | "not_selected"
  | "needed_total"
>;

/** What became of an application, in a sentence: the seat and why, the number on the list, or who was in front. */
export function outcomeSentence(line: Outcome, names: ExplanationNames): LocalText {
  switch (line.code) {
    case "selected": {
      const track = named(names.tracks[line.track], line.track);
      return {
        ko: `${line.choiceOrder}지망인 ‘${track.ko}’ 분야에 선발되었습니다.`,
        en: `You were selected for ${track.en}, your choice no. ${line.choiceOrder}.`,
      };
    }
    case "selected_by_swap": {
      const track = named(names.tracks[line.track], line.track);
      const region = named(names.quotas[line.quota], line.quota);
      return {
        ko: `지역 거주자 선발 비율(${region.ko})에 따라 ${line.choiceOrder}지망인 ‘${track.ko}’ 분야에 선발되었습니다.`,
        en: `You were selected for ${track.en}, your choice no. ${line.choiceOrder}, by the regional share (${region.en}).`,
      };
    }
    case "selected_on_seat":
      return selectedOnSeat(line, names);
    case "displaced_by_groups":
      return {
        ko: "총점 순으로만 선발하였다면 선발 인원 안에 들었으나, 공고된 집단별 자리 규칙에 따라 선발되지 않았습니다.",
        en: "By total alone you would have been within the seats; the published rule on seats for groups gave them to others.",
      };
    case "ceiling":
      return {
        ko: "공고된 규칙이 정한 집단별 최대 인원이 이미 차서, 총점이 더 낮은 사람이 선발된 자리가 있습니다.",
        en: "A group you belong to had already reached its published maximum, so seats went to people with lower totals.",
      };
    case "displaced": {
      const region = named(names.quotas[line.quota], line.quota);
      return {
        ko: `총점 순으로는 선발 인원 안에 들었으나, 지역 거주자 선발 비율(${region.ko})에 따라 예비합격자 명부로 옮겨졌습니다.`,
        en: `By total you were within the seats, but the regional share (${region.en}) moved you to the reserve list.`,
      };
    }
    case "reserve": {
      const track = named(names.tracks[line.track], line.track);
      return {
        ko: `‘${track.ko}’ 분야 예비합격자 ${line.length}명 가운데 ${line.number}번입니다.`,
        en: `You are number ${line.number} of ${line.length} on the reserve list of ${track.en}.`,
      };
    }
    case "cut_line": {
      const track = named(names.tracks[line.track], line.track);
      return {
        ko: `‘${track.ko}’ 분야(모집인원 ${line.seats}명)에 총점 순으로 선발된 사람의 가장 낮은 총점은 ${line.lowestTotal}점입니다.`,
        en: `The lowest total selected by merit for ${track.en} (seats: ${line.seats}) is ${line.lowestTotal}.`,
      };
    }
    case "needed_total": {
      const track = named(names.tracks[line.track], line.track);
      return {
        ko: `다른 조건이 모두 같을 때 선발되었을 가장 낮은 총점은 ${line.total}점(‘${track.ko}’ 분야)입니다.`,
        en: `With all else equal, the lowest total that would have been selected is ${line.total} (for ${track.en}).`,
      };
    }
    case "not_selected":
      return { ko: "이번 기수에는 선발되지 않았습니다.", en: "You were not selected for this cohort." };
  }
}

const keptSeats = {
  guaranteed: { ko: "보장 자리", en: "guaranteed seat" },
  set_aside: { ko: "별도 정원 자리", en: "seat set aside" },
  block: { ko: "순서에 따른 자리", en: "seat of the block" },
} as const;

function selectedOnSeat(line: Line<"selected_on_seat">, names: ExplanationNames): LocalText {
  const track = named(names.tracks[line.track], line.track);
  const group = named(names.groups[line.group], line.group);
  const seat = keptSeats[line.seat];
  return {
    ko: `${line.choiceOrder}지망인 ‘${track.ko}’ 분야의 ‘${group.ko}’ ${seat.ko}에 선발되었습니다.`,
    en: `You were selected for ${track.en}, your choice no. ${line.choiceOrder}, on a ${seat.en} (${group.en}).`,
  };
}
