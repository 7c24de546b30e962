import type { ProgrammeDefinition } from "../definition.ts";
import type { StageDefinition } from "../stages.ts";
import { asDecimal, millionths, sumInMillionths } from "./exact-sum.ts";
import { check, duplicates, mistake, quoted, unknownName, type DefinitionMistake } from "./mistake.ts";

type WithStages = Pick<ProgrammeDefinition, "stages">;
type Placed = { readonly stage: StageDefinition; readonly path: string };

export const stageChecks = [
  check(["stages"], function* ({ stages }) {
    yield* stagesAreWhole({ stages });
    for (const [index, stage] of stages.entries()) {
      const placed = { stage, path: `stages[${index}]` };
      yield* scoresAddUp(placed);
      yield* scoresComeFromSomewhere(placed);
      yield* shortlistIsPossible(placed, stages);
    }
  }),
];

function* stagesAreWhole({ stages }: WithStages): Iterable<DefinitionMistake> {
  yield* duplicates(
    stages.map(({ id }) => id),
    (index) => `stages[${index}].id`,
  );
  yield* duplicates(
    stages.map(({ order }) => order),
    (index) => `stages[${index}].order`,
  );
  for (const [index, { order }] of stages.entries()) {
    if (order <= stages.length) continue;
    yield mistake(
      `stages[${index}].order`,
      `전형 순서는 1부터 ${stages.length}까지 하나씩 적어 주십시오.`,
      `Number the stages 1 to ${stages.length}, each once.`,
    );
  }
  const sum = asDecimal(sumInMillionths(stages.map(({ weightPercent }) => weightPercent)));
  if (sum !== "100") {
    yield mistake(
      "stages",
      `전형별 반영비율(weightPercent)의 합이 ${sum}입니다. 합이 100이 되게 고쳐 주십시오.`,
      `The weights of the stages (weightPercent) sum to ${sum}. They must sum to 100.`,
    );
  }
}

function* scoresAddUp({ stage, path }: Placed): Iterable<DefinitionMistake> {
  const { criteria, anchors } = stage.rubric;
  yield* duplicates(
    criteria.map(({ id }) => id),
    (index) => `${path}.rubric.criteria[${index}].id`,
  );
  yield* duplicates(
    (anchors ?? []).map(({ level }) => level),
    (index) => `${path}.rubric.anchors[${index}].level`,
  );
  const sum = sumInMillionths(criteria.map(({ max }) => max));
  if (sum !== millionths(stage.maxScore)) {
    yield mistake(
      `${path}.rubric.criteria`,
      `평가항목 배점(max)의 합 ${asDecimal(sum)}점이 전형 만점(maxScore) ${stage.maxScore}점과 다릅니다. 둘을 같게 고쳐 주십시오.`,
      `The criteria (max) sum to ${asDecimal(sum)} points, not to maxScore ${stage.maxScore}. Make the two equal.`,
    );
  }
  if (stage.minScore >= stage.maxScore) {
    yield mistake(
      `${path}.minScore`,
      `과락 기준 ${stage.minScore}점이 만점 ${stage.maxScore}점보다 작아야 합니다.`,
      `The minimum score ${stage.minScore} must be below the maximum ${stage.maxScore}.`,
    );
  }
  if (stage.scoreStep !== undefined && stage.scoreStep <= 0) {
    yield mistake(`${path}.scoreStep`, "점수 단위는 0보다 커야 합니다.", "The score step must be above 0.");
    return;
  }
  if (stage.scoreStep !== undefined && millionths(stage.scoreStep) % 10_000n !== 0n) {
    yield mistake(
      `${path}.scoreStep`,
      "점수는 소수 둘째 자리까지만 저장됩니다. 0.01의 배수로 적어 주십시오.",
      "Scores are kept to two decimals. Use a multiple of 0.01.",
    );
    return;
  }
  const step = millionths(stage.scoreStep ?? 1);
  for (const [index, criterion] of criteria.entries()) {
    if (criterion.max <= 0 || (stage.source === undefined && millionths(criterion.max) % step !== 0n)) {
      yield mistake(
        `${path}.rubric.criteria[${index}].max`,
        `배점은 0보다 크고 점수 단위 ${stage.scoreStep ?? 1}점으로 나누어떨어져야 합니다.`,
        `The maximum must be above 0 and a multiple of the score step ${stage.scoreStep ?? 1}.`,
      );
    }
    if (criterion.anchors === "default5" && stage.source === undefined && anchors === undefined) {
      yield mistake(
        `${path}.rubric.anchors`,
        "평가항목이 기본 척도(default5)를 쓰는데 배점표에 척도가 없습니다. anchors를 적어 주십시오.",
        "A criterion uses the rubric's anchors (default5), but there are none. Add anchors.",
      );
      return;
    }
  }
}

/** Scores are imported or given by reviewers, never both. */
function* scoresComeFromSomewhere({ stage, path }: Placed): Iterable<DefinitionMistake> {
  if (stage.source === undefined) {
    yield* reviewIsWhole({ stage, path });
    return;
  }
  for (const key of ["evaluators", "aggregation"] as const) {
    if (stage[key] === undefined) continue;
    yield mistake(
      `${path}.${key}`,
      "점수를 파일로 가져오는 전형에는 평가위원 설정을 둘 수 없습니다. source나 이 설정을 지워 주십시오.",
      "A stage with imported scores has no reviewers. Remove source or this setting.",
    );
  }
  const criteria = stage.rubric.criteria.map(({ id }) => id);
  const columns = Object.keys(stage.source.columns);
  for (const column of columns) {
    if (!criteria.includes(column)) yield unknownName(`${path}.source.columns.${column}`, column, criteria);
  }
  yield* duplicates(Object.values(stage.source.columns), (index) => `${path}.source.columns.${columns[index]}`);
  for (const id of criteria.filter((criterion) => !columns.includes(criterion))) {
    yield mistake(
      `${path}.source.columns`,
      `평가항목 ${quoted(id)}을(를) 가져올 열이 없습니다. 열 이름을 적어 주십시오.`,
      `There is no column for the criterion ${quoted(id)}. Name its column.`,
    );
  }
  if (stage.gate !== undefined && !columns.includes("progress")) {
    yield mistake(
      `${path}.gate`,
      "진도율 기준을 쓰려면 가져오는 열에 progress가 있어야 합니다.",
      "A gate on progress needs an imported column ‘progress’.",
    );
  }
}

function* reviewIsWhole({ stage, path }: Placed): Iterable<DefinitionMistake> {
  const { evaluators, aggregation } = stage;
  for (const key of ["evaluators", "aggregation"] as const) {
    if (stage[key] !== undefined) continue;
    yield mistake(
      `${path}.${key}`,
      "평가위원이 채점하는 전형에 필요한 설정이 빠져 있습니다. 적거나, 점수를 가져오는 전형이면 source를 적어 주십시오.",
      "A stage scored by reviewers needs this. Add it, or a source if scores are imported.",
    );
  }
  if (evaluators !== undefined && evaluators.min > evaluators.max) {
    yield mistake(
      `${path}.evaluators.min`,
      `최소 위원 수 ${evaluators.min}명이 최대 ${evaluators.max}명보다 많습니다.`,
      `At least ${evaluators.min} reviewers is more than at most ${evaluators.max}.`,
    );
  }
  if (aggregation === undefined) return;
  if (evaluators !== undefined && aggregation.minimumEvaluators > evaluators.max) {
    yield mistake(
      `${path}.aggregation.minimumEvaluators`,
      `집계에 필요한 위원 ${aggregation.minimumEvaluators}명이 최대 위원 수 ${evaluators.max}명보다 많습니다.`,
      `${aggregation.minimumEvaluators} reviews are needed, but there are at most ${evaluators.max}.`,
    );
  }
  const { trim } = aggregation;
  if (trim !== undefined && trim.enabledFromEvaluators <= trim.dropHighest + trim.dropLowest) {
    yield mistake(
      `${path}.aggregation.trim.enabledFromEvaluators`,
      "최고·최저점을 빼고 남는 점수가 없습니다. 빼는 수보다 많은 위원부터 적용하여 주십시오.",
      "Nothing is left after dropping the highest and lowest. Start from more reviewers than are dropped.",
    );
  }
}

function* shortlistIsPossible(
  { stage, path }: Placed,
  stages: readonly StageDefinition[],
): Iterable<DefinitionMistake> {
  if (stage.pass === undefined) return;
  if (stages.every(({ order }) => order <= stage.order)) {
    yield mistake(
      `${path}.pass`,
      "마지막 전형 뒤에는 최종 선발이 있으므로 선발 배수를 둘 수 없습니다. pass를 지워 주십시오.",
      "After the last stage comes the selection itself, so it has no multiple. Remove pass.",
    );
  }
  if (stage.pass.multiple < 1) {
    yield mistake(
      `${path}.pass.multiple`,
      "선발 배수는 1 이상이어야 합니다. 그보다 작으면 자리를 다 채울 수 없습니다.",
      "The multiple must be at least 1, else the seats cannot be filled.",
    );
  }
  const held = stages.filter(({ order }) => order <= stage.order).map(({ id }) => id);
  const basis = stage.pass.basis ?? [];
  yield* duplicates(basis, (index) => `${path}.pass.basis[${index}]`);
  for (const [index, id] of basis.entries()) {
    if (!held.includes(id)) yield unknownName(`${path}.pass.basis[${index}]`, id, held);
  }
}
