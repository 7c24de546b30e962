import { millionths, asDecimal } from "./exact-sum.ts";
import { check, duplicates, mistake } from "./mistake.ts";

export const rankingChecks = [
  check(["bonus"], function* ({ bonus }) {
    yield* duplicates(
      bonus.items.map(({ id }) => id),
      (index) => `bonus.items[${index}].id`,
    );
    for (const [index, item] of bonus.items.entries()) {
      if (item.points <= bonus.cap) continue;
      yield mistake(
        `bonus.items[${index}].points`,
        `가점 ${item.points}점이 합계 상한 ${bonus.cap}점보다 큽니다. 상한 안에서 적어 주십시오.`,
        `${item.points} points are more than the cap of ${bonus.cap}. Stay within the cap.`,
      );
    }
  }),
  check(["stages", "bonus", "ranking"], function* ({ stages, bonus, ranking }) {
    const weighted = stages.reduce(
      (sum, stage) => sum + millionths(stage.maxScore) * millionths(stage.weightPercent),
      0n,
    );
    const highest = weighted + millionths(bonus.cap) * 100_000_000n;
    if (highest !== millionths(ranking.max) * 100_000_000n) {
      const sum = asDecimal(highest / 100_000_000n);
      yield mistake(
        "ranking.max",
        `총점의 만점은 전형 만점의 합에 가점 상한을 더한 ${sum}점이어야 합니다.`,
        `The highest total is the weighted stages plus the bonus cap: ${sum}.`,
      );
    }
  }),
  check(["ranking"], function* ({ ranking }) {
    if (ranking.minimumTotal < ranking.max) return;
    yield mistake(
      "ranking.minimumTotal",
      `총점 최저 기준 ${ranking.minimumTotal}점은 만점 ${ranking.max}점보다 작아야 합니다.`,
      `The minimum total ${ranking.minimumTotal} must be below the highest total ${ranking.max}.`,
    );
  }),
];
