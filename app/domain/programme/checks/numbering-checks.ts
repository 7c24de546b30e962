import type { NumberingDefinition } from "../numbering.ts";
import { tokensOf } from "../numbering.ts";
import { check, mistake, quoted, type DefinitionMistake } from "./mistake.ts";

type Kind = Exclude<keyof NumberingDefinition, "$comment">;

/** The token each number cannot do without, and those it may have besides. A reviewer's number must not tell the order. */
const tokens: { readonly [K in Kind]: { readonly needed: "seq" | "random"; readonly allowed: readonly string[] } } = {
  application: { needed: "seq", allowed: ["seq", "year", "trackCode"] },
  evaluation: { needed: "random", allowed: ["random", "year", "trackCode"] },
  appeal: { needed: "seq", allowed: ["seq", "year"] },
  document: { needed: "seq", allowed: ["seq", "year"] },
};

export const numberingChecks = [
  check(["numbering"], function* ({ numbering }) {
    for (const kind of ["application", "evaluation", "appeal", "document"] as const) {
      yield* patternIsWhole(kind, numbering[kind].pattern);
    }
    const { pattern, example } = numbering.application;
    if (example !== undefined && tokensOf(pattern) !== undefined && !expressionOf(pattern).test(example)) {
      yield mistake(
        "numbering.application.example",
        `보기가 번호 형식 ${quoted(pattern)}과 맞지 않습니다. 보기를 고쳐 주십시오.`,
        `The example does not follow the pattern ${quoted(pattern)}. Correct the example.`,
      );
    }
  }),
];

function* patternIsWhole(kind: Kind, pattern: string): Iterable<DefinitionMistake> {
  const path = `numbering.${kind}.pattern`;
  const found = tokensOf(pattern)?.map((token) => token.replace(/[{}\d:]/g, ""));
  const { needed, allowed } = tokens[kind];
  if (found === undefined || !found.every((name) => allowed.includes(name))) {
    const list = allowed.map((name) => (name === "seq" || name === "random" ? `{${name}:5}` : `{${name}}`)).join(", ");
    yield mistake(
      path,
      `번호 형식에 쓸 수 없는 중괄호 토큰이 있습니다. 가능한 토큰: ${list}`,
      `The pattern has a token that cannot stand here. Possible tokens: ${list}`,
    );
  } else if (!found.includes(needed)) {
    yield mistake(
      path,
      `번호가 서로 달라지려면 {${needed}:5}와 같은 토큰이 필요합니다. 넣어 주십시오.`,
      `Numbers only differ with a token like {${needed}:5}. Add it.`,
    );
  }
}

function expressionOf(pattern: string): RegExp {
  const escaped = pattern.split(/(\{[^}]*\})/).map((piece) => {
    const digits = /^\{(?:seq|random):(\d)\}$/.exec(piece)?.[1];
    if (digits !== undefined) return `\\d{${digits},}`;
    if (piece === "{year}") return "\\d{4}";
    return piece === "{trackCode}" ? "[A-Z0-9]+" : piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  });
  return new RegExp(`^${escaped.join("")}$`);
}
