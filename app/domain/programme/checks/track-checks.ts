import { asDecimal, sumInMillionths } from "./exact-sum.ts";
import { check, duplicates, mistake, quoted } from "./mistake.ts";
import { choiceFields } from "../choices.ts";

export const trackChecks = [
  check(["tracks"], function* ({ tracks }) {
    yield* duplicates(
      tracks.map(({ id }) => id),
      (index) => `tracks[${index}].id`,
    );
    yield* duplicates(
      tracks.map(({ code }) => code),
      (index) => `tracks[${index}].code`,
    );
  }),
  check(["tracks", "capacity"], function* ({ tracks, capacity }) {
    const sum = asDecimal(sumInMillionths(tracks.map((track) => track.capacity)));
    if (sum !== String(capacity)) {
      yield mistake(
        "capacity",
        `모집분야별 인원(tracks[].capacity)의 합 ${sum}명이 전체 모집인원 ${capacity}명과 다릅니다. 둘을 같게 고쳐 주십시오.`,
        `The seats of the tracks (tracks[].capacity) sum to ${sum}, not to ${capacity}. Make the two equal.`,
      );
    }
  }),
  check(["tracks", "choices", "form"], function* ({ tracks, choices, form }) {
    if (choices.max > tracks.length) {
      yield mistake(
        "choices.max",
        `지망 수 ${choices.max}개가 모집분야 수 ${tracks.length}개보다 많습니다.`,
        `${choices.max} choices are more than the ${tracks.length} tracks there are.`,
      );
    }
    const fields = choiceFields({ form });
    if (fields.length !== choices.max) {
      yield mistake(
        "choices.max",
        `지원서에 모집분야를 고르는 항목(optionsFrom: tracks)이 ${fields.length}개 있습니다. 지망 수와 같게 하여 주십시오.`,
        `The form has ${fields.length} fields that choose a track (optionsFrom: tracks). Make it as many as choices.`,
      );
    }
    const second = fields[1];
    if (second !== undefined && second.required === choices.secondOptional) {
      yield mistake(
        "choices.secondOptional",
        `지원서 항목 ${quoted(second.id)}의 required와 어긋납니다. 2지망이 선택인지 필수인지 하나로 정하여 주십시오.`,
        `This contradicts ‘required’ of the field ${quoted(second.id)}. Decide whether a second choice is optional.`,
      );
    }
  }),
  check(["tracks", "numbering"], function* ({ tracks, numbering }) {
    const patterns = [numbering.application, numbering.evaluation, numbering.appeal, numbering.document];
    if (!patterns.some(({ pattern }) => pattern.includes("{trackCode}"))) return;
    for (const [index, track] of tracks.entries()) {
      if (track.code !== undefined) continue;
      yield mistake(
        `tracks[${index}].code`,
        "번호 형식이 {trackCode}를 쓰는데 이 모집분야에 코드가 없습니다. code를 적어 주십시오.",
        "A number pattern uses {trackCode}, but this track has no code. Add one.",
      );
    }
  }),
];
