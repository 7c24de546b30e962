import { rationalOf } from "#app/domain/exact/rational.ts";
import { toDecimalString, toExactString } from "#app/domain/exact/rounding.ts";
import type { ExplanationLine } from "#app/domain/selection/explain.ts";
import { named, type ExplanationNames } from "#app/domain/selection/explain-names.ts";
import { outcomeSentence } from "#app/domain/selection/explain-outcome.ts";
import type { Language, LocalText } from "#app/domain/programme/text.ts";
import type { SelectionFailure } from "#app/domain/selection/selection.ts";

/** One sentence for one line. A missing name is shown as the id; numbers that no short decimal says end in "…". */
export function explanationText(line: ExplanationLine, language: Language, names: ExplanationNames): string {
  return sentence(line, names)[language];
}

/** All sentences of an explanation. */
export function explanationTexts(
  lines: readonly ExplanationLine[],
  language: Language,
  names: ExplanationNames,
): readonly string[] {
  return lines.map((line) => explanationText(line, language, names));
}

function sentence(line: ExplanationLine, names: ExplanationNames): LocalText {
  switch (line.code) {
    case "stage_score":
      return stageScore(line, names);
    case "minimum_missed":
      return missed(line.failure, names);
    case "minimums_met":
      return { ko: "모든 전형의 최저 점수를 충족하였습니다.", en: "You met the minimum of every stage." };
    case "weighted_sum":
      return weightedSum(line);
    case "claim":
      return claim(line, names);
    case "bonus":
      return bonus(line);
    case "bonus_not_added":
      return {
        ko: "최저 점수 미달 또는 결시가 있어 가점을 더하지 않았습니다.",
        en: "No bonus was added because a minimum was missed or a stage was not attended.",
      };
    case "total":
      return {
        ko: `총점은 ${shown(line.sum)}점에 가점 ${shown(line.bonus)}점을 더한 ${shown(line.exact)}점이며, 반올림 규칙을 적용하여 ${line.total}점입니다.`,
        en: `Your total is ${shown(line.sum)} plus a bonus of ${shown(line.bonus)} = ${shown(line.exact)}, which the rounding rule makes ${line.total}.`,
      };
    case "rank":
      return rank(line, names);
    case "same_total":
      return {
        ko: `총점 ${shown(line.total)}점인 사람은 모두 ${line.people}명입니다.`,
        en: `${line.people} people have the total ${shown(line.total)}.`,
      };
    case "decided_by": {
      const name = names.tieBreakers[line.tieBreaker] ?? named(undefined, String(line.tieBreaker + 1));
      return {
        ko: `총점이 같은 사람 사이의 순서에는 동점자 처리기준 ${line.tieBreaker + 1}번(${name.ko})을 적용하였습니다.`,
        en: `The order among equal totals was decided by tie-breaker ${line.tieBreaker + 1} (${name.en}).`,
      };
    }
    default:
      return outcomeSentence(line, names);
  }
}

type Line<Code extends ExplanationLine["code"]> = Extract<ExplanationLine, { readonly code: Code }>;
function stageScore(line: Line<"stage_score">, names: ExplanationNames): LocalText {
  const stage = named(names.stages[line.stage], line.stage);
  const [score, weight, points] = [shown(line.score), shown(line.weight), shown(line.points)];
  return {
    ko: `${stage.ko}: ${score}점에 가중치 ${weight}%를 적용하여 ${points}점입니다.`,
    en: `${stage.en}: ${score} × ${weight} % = ${points} points.`,
  };
}

function weightedSum({ sum, minimum }: Line<"weighted_sum">): LocalText {
  if (minimum === null) {
    return { ko: `가점 전 합계는 ${shown(sum)}점입니다.`, en: `The sum before bonus is ${shown(sum)}.` };
  }
  return {
    ko: `가점 전 합계는 ${shown(sum)}점으로, 최저 총점 ${shown(minimum)}점 이상입니다.`,
    en: `The sum before bonus is ${shown(sum)}, not below the minimum total of ${shown(minimum)}.`,
  };
}

function claim({ item, points, verified }: Line<"claim">, names: ExplanationNames): LocalText {
  const name = named(names.items[item], item);
  if (verified) {
    return {
      ko: `가점 ‘${name.ko}’ ${shown(points)}점은 증빙이 확인되었습니다.`,
      en: `Bonus “${name.en}”, ${shown(points)} points: your proof was verified.`,
    };
  }
  return {
    ko: `가점 ‘${name.ko}’ ${shown(points)}점은 증빙이 확인되지 않아 인정하지 않았습니다.`,
    en: `Bonus “${name.en}”, ${shown(points)} points: not recognised, because no proof was verified.`,
  };
}

function bonus({ verified, granted, capped }: Line<"bonus">): LocalText {
  if (!capped) return { ko: `인정된 가점은 ${shown(granted)}점입니다.`, en: `Your bonus is ${shown(granted)} points.` };
  return {
    ko: `확인된 가점은 ${shown(verified)}점이나, 상한에 따라 ${shown(granted)}점을 더합니다.`,
    en: `Your verified bonus is ${shown(verified)} points; the cap makes it ${shown(granted)}.`,
  };
}

function rank(line: Line<"rank">, names: ExplanationNames): LocalText {
  if (line.track === null) {
    return {
      ko: `최저 기준을 모두 충족한 ${line.among}명 가운데 전체 ${line.rank}위입니다.`,
      en: `You rank ${line.rank} of all ${line.among} who met every minimum.`,
    };
  }
  const track = named(names.tracks[line.track], line.track);
  return {
    ko: `최저 기준을 모두 충족한 ‘${track.ko}’ 분야 1지망 ${line.among}명 가운데 ${line.rank}위입니다.`,
    en: `You rank ${line.rank} of the ${line.among} who met every minimum and named ${track.en} first.`,
  };
}

function missed(failure: SelectionFailure, names: ExplanationNames): LocalText {
  switch (failure.code) {
    case "excluded":
      return { ko: "자격 확인 결과 선발 대상에서 제외되었습니다.", en: "You were excluded by a recorded decision." };
    case "withdrawn":
      return { ko: "지원을 철회하였습니다.", en: "You withdrew your application." };
    case "total_minimum":
      return below({ ko: "가점 전 합계", en: "The sum before bonus" }, failure, points);
    case "absent": {
      const stage = named(names.stages[failure.stage], failure.stage);
      return { ko: `${stage.ko}에 결시하였습니다.`, en: `You were absent: ${stage.en}.` };
    }
    case "not_reached": {
      const stage = named(names.stages[failure.stage], failure.stage);
      return { ko: `${stage.ko} 대상자가 아니었습니다.`, en: `You did not reach this stage: ${stage.en}.` };
    }
    case "stage_minimum": {
      const stage = named(names.stages[failure.stage], failure.stage);
      return below({ ko: `${stage.ko} 점수`, en: `${stage.en}: your score` }, failure, points);
    }
    default: {
      const stage = named(names.stages[failure.stage], failure.stage);
      const criterion = named(names.criteria[`${failure.stage}.${failure.id}`], failure.id);
      const what = { ko: `${stage.ko} ‘${criterion.ko}’ 항목`, en: `${stage.en}, “${criterion.en}”: your value` };
      return below(what, failure, failure.code === "gate" ? percent : points);
    }
  }
}

const points: LocalText = { ko: "점", en: "" };
const percent: LocalText = { ko: "%", en: " %" };

type Below = { readonly value: string; readonly minimum: string };

function below(what: LocalText, { value, minimum }: Below, unit: LocalText): LocalText {
  return {
    ko: `${what.ko}: ${shown(value)}${unit.ko}, 최저 기준 ${shown(minimum)}${unit.ko} 미만입니다.`,
    en: `${what.en} is ${shown(value)}${unit.en}, below the minimum of ${shown(minimum)}${unit.en}.`,
  };
}

/** The exact decimal; where there is none, four decimals cut off and "…", so that it never looks like more than it is. */
function shown(text: string): string {
  const value = rationalOf(text);
  const exact = toExactString(value);
  return exact.includes("/") ? `${toDecimalString(value, 4, "down")}…` : exact;
}
