import type { ProgrammeDefinition } from "../definition.ts";
import { tieBreakerKey, type TieBreaker, type TieBreakerKey } from "../ranking.ts";
import { check, duplicates, mistake, quoted, unknownName, type DefinitionMistake } from "./mistake.ts";

type WithChain = Pick<ProgrammeDefinition, "ranking">;

const lastKinds: ReadonlySet<string> = new Set(["lottery", "committee_decision"]);
const preferred: { readonly [Kind in TieBreakerKey["kind"]]: readonly TieBreaker["prefer"][] } = {
  stage: ["high", "low"],
  criterion: ["high", "low"],
  total: ["high"],
  bonusClaim: ["true"],
  lottery: ["drawn", "recorded"],
  committee_decision: ["recorded"],
};
/** Who came first, what somebody is called or how old they are must never decide. */
const forbiddenWords = new Set(
  "arrival arrived received submitted submission created time date day name age birth born no number id gender sex".split(
    " ",
  ),
);
const forbiddenKorean = /접수|제출|도착|선착|성명|이름|나이|연령|생년|성별/;

export const tieBreakerChecks = [
  check(["ranking"], function* ({ ranking }) {
    yield* duplicates(
      ranking.tieBreakers.map(({ by }) => by),
      (index) => `ranking.tieBreakers[${index}].by`,
    );
    yield* ordersCount({ ranking });
    yield* chainEnds({ ranking });
    yield* keysAreKnown({ ranking });
  }),
  check(["ranking", "stages", "bonus"], keysPointSomewhere),
];

function* ordersCount({ ranking }: WithChain): Iterable<DefinitionMistake> {
  for (const [index, { order }] of ranking.tieBreakers.entries()) {
    if (order === index + 1) continue;
    yield mistake(
      `ranking.tieBreakers[${index}].order`,
      `동점자 처리 순서는 1부터 차례로 한 번씩 적어 주십시오. 여기는 ${index + 1}입니다.`,
      `Number the tie-breakers from 1 in order, each once. This one is ${index + 1}.`,
    );
  }
}

function* chainEnds({ ranking }: WithChain): Iterable<DefinitionMistake> {
  const { tieBreakers } = ranking;
  if (!lastKinds.has(tieBreakers.at(-1)?.by ?? "")) {
    yield mistake(
      `ranking.tieBreakers[${tieBreakers.length - 1}].by`,
      "동점자 처리기준이 추첨(lottery)이나 위원회 의결(committee_decision)로 끝나지 않아 끝까지 동점일 수 있습니다. 마지막에 하나를 넣어 주십시오.",
      "The chain ends neither in a lottery nor in a committee_decision, so a tie could remain. Add one of them as the last.",
    );
  }
  for (const [index, { by }] of tieBreakers.slice(0, -1).entries()) {
    if (!lastKinds.has(by)) continue;
    yield mistake(
      `ranking.tieBreakers[${index}].by`,
      `${quoted(by)} 기준은 모든 동점을 가르므로 마지막에만 둘 수 있습니다. 뒤의 기준을 앞으로 옮겨 주십시오.`,
      `${quoted(by)} settles every tie, so it can only be the last. Move what follows before it.`,
    );
  }
}

function* keysAreKnown({ ranking }: WithChain): Iterable<DefinitionMistake> {
  for (const [index, { by, prefer }] of ranking.tieBreakers.entries()) {
    const path = `ranking.tieBreakers[${index}]`;
    const key = tieBreakerKey(by);
    if (key === undefined) {
      yield isForbidden(by) ? forbiddenKey(`${path}.by`, by) : unknownKey(`${path}.by`, by);
    } else if (!preferred[key.kind].includes(prefer)) {
      const list = preferred[key.kind].join(", ");
      yield mistake(
        `${path}.prefer`,
        `${quoted(by)} 기준에는 맞지 않는 값입니다. 가능한 값: ${list}`,
        `This does not fit ${quoted(by)}. Possible values: ${list}`,
      );
    }
  }
}

function* keysPointSomewhere({
  ranking,
  stages,
  bonus,
}: Pick<ProgrammeDefinition, "ranking" | "stages" | "bonus">): Iterable<DefinitionMistake> {
  const criteria = stages.flatMap(({ id, rubric }) => rubric.criteria.map((criterion) => `${id}.${criterion.id}`));
  for (const [index, { by }] of ranking.tieBreakers.entries()) {
    const path = `ranking.tieBreakers[${index}].by`;
    const key = tieBreakerKey(by);
    if (key?.kind === "stage")
      yield* known(
        path,
        key.stageId,
        stages.map(({ id }) => id),
      );
    if (key?.kind === "criterion") yield* known(path, `${key.stageId}.${key.criterionId}`, criteria);
    if (key?.kind === "bonusClaim")
      yield* known(
        path,
        key.itemId,
        bonus.items.map(({ id }) => id),
      );
  }
}

function* known(path: string, name: string, names: readonly string[]): Iterable<DefinitionMistake> {
  if (!names.includes(name)) yield unknownName(path, name, names);
}

function isForbidden(by: string): boolean {
  const words = by.split(/[^A-Za-z]+|(?=[A-Z])/).map((word) => word.toLowerCase());
  return forbiddenKorean.test(by) || words.some((word) => forbiddenWords.has(word));
}

function forbiddenKey(path: string, by: string): DefinitionMistake {
  return mistake(
    path,
    `${quoted(by)} 기준은 쓸 수 없습니다. 제출 순서·성명·나이처럼 실력과 무관한 것으로 가르면 안 됩니다. 전형·평가항목·가점·추첨·의결 가운데 고쳐 주십시오.`,
    `${quoted(by)} must not decide: arrival, name and age say nothing about merit. Use a stage, a criterion, a bonus claim, a lottery or the committee.`,
  );
}

function unknownKey(path: string, by: string): DefinitionMistake {
  return mistake(
    path,
    `${quoted(by)} 기준을 알 수 없습니다. stage:ID, criterion:STAGE.ID, bonusClaim:ID, total, lottery, committee_decision 가운데 적어 주십시오.`,
    `${quoted(by)} is unknown. Use stage:ID, criterion:STAGE.ID, bonusClaim:ID, total, lottery or committee_decision.`,
  );
}
