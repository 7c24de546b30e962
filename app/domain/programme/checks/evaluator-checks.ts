import type { ProgrammeDefinition } from "../definition.ts";
import { check, duplicates, mistake, unknownName, type DefinitionMistake } from "./mistake.ts";

export const evaluatorChecks = [
  check(["evaluators"], function* ({ evaluators }) {
    yield* duplicates(
      evaluators.conflictReasons.map(({ id }) => id),
      (index) => `evaluators.conflictReasons[${index}].id`,
    );
  }),
  check(["committee"], function* ({ committee }) {
    if (committee.members.min <= committee.members.max) return;
    yield mistake(
      "committee.members.min",
      "위원회 최소 인원이 최대 인원보다 많습니다. 둘을 바로잡아 주십시오.",
      "The committee's smallest size is above its largest. Correct the two.",
    );
  }),
  check(["evaluators", "stages"], panelsFitTheStages),
];

function* panelsFitTheStages({
  evaluators,
  stages,
}: Pick<ProgrammeDefinition, "evaluators" | "stages">): Iterable<DefinitionMistake> {
  const reviewed = stages.filter(({ source }) => source === undefined);
  const known = reviewed.map(({ id }) => id);
  for (const id of Object.keys(evaluators.panels)) {
    if (!known.includes(id)) yield unknownName(`evaluators.panels.${id}`, id, known);
  }
  for (const stage of reviewed) {
    const path = `evaluators.panels.${stage.id}`;
    const panel = evaluators.panels[stage.id];
    if (panel === undefined) {
      yield mistake(
        path,
        "평가위원이 채점하는 전형인데 위원 수가 없습니다. size를 적어 주십시오.",
        "Reviewers score this stage, but its panel is missing. Give its size.",
      );
      continue;
    }
    const least = Math.max(stage.aggregation?.minimumEvaluators ?? 1, stage.evaluators?.min ?? 1);
    const most = stage.evaluators?.max ?? least;
    if (panel.size < least || panel.size > most) {
      yield mistake(
        `${path}.size`,
        `지원서 한 건의 위원 수는 전형 설정(evaluators, minimumEvaluators)에 따라 ${least}명 이상 ${most}명 이하여야 합니다.`,
        `By the stage's evaluators and minimumEvaluators, ${least} to ${most} reviewers read each application.`,
      );
    }
    if ((panel.perTrack ?? false) !== (stage.evaluators?.perTrackPanel ?? false)) {
      yield mistake(
        `${path}.perTrack`,
        "전형의 perTrackPanel과 다릅니다. 분야별 위원단을 둘지 하나로 정하여 주십시오.",
        "This contradicts perTrackPanel of the stage. Decide whether tracks have their own panels.",
      );
    }
  }
}
