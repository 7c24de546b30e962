import { fieldById, fieldsOf, optionsOf, type FormField } from "../form.ts";
import { isConsent } from "../consents.ts";
import type { ProgrammeDefinition } from "../definition.ts";
import { placedFields, type PlacedField } from "./form-walk.ts";
import { check, mistake, quoted, unknownName, type DefinitionMistake } from "./mistake.ts";

type WithOptions = Pick<ProgrammeDefinition, "form" | "tracks" | "bonus">;

/** What fields say about each other and about the other parts. */
export const formReferenceChecks = [
  check(["form", "tracks", "bonus"], conditionsExist),
  check(["form"], function* ({ form }) {
    for (const { field, path, beside } of placedFields(form)) {
      const others = [...beside, ...fieldsOf({ form })].filter(
        ({ id, type }) => id !== field.id && type === field.type,
      );
      for (const key of ["differentFrom", "notBefore"] as const) {
        const name = field[key];
        if (name === undefined) continue;
        const comparable = others.filter(({ optionsFrom }) => optionsFrom === field.optionsFrom);
        const ids = comparable.map(({ id }) => id);
        if (!ids.includes(name)) yield unknownName(`${path}.${key}`, name, ids);
      }
    }
  }),
  check(["form", "consents"], function* ({ form, consents }) {
    const ids = consents.filter(isConsent).map(({ id }) => id);
    for (const { field, path } of placedFields(form)) {
      if (field.needsConsent !== undefined && !ids.includes(field.needsConsent)) {
        yield unknownName(`${path}.needsConsent`, field.needsConsent, ids);
      }
      if (field.pii === "sensitive" && field.needsConsent === undefined) {
        yield mistake(
          `${path}.needsConsent`,
          "민감정보 항목은 별도의 동의가 필요합니다(개인정보 보호법 제23조). needsConsent에 동의 항목을 적어 주십시오.",
          "Sensitive data needs a consent of its own (PIPA art. 23). Name that consent here.",
        );
      }
    }
  }),
  check(["form", "stages"], function* ({ form, stages }) {
    const criteria = stages.flatMap((stage) =>
      stage.rubric.criteria.flatMap(({ id }) =>
        stage.type === "document_review" ? [id, `${stage.id}.${id}`] : [`${stage.id}.${id}`],
      ),
    );
    for (const { field, path } of placedFields(form)) {
      if (field.rubric !== undefined && !criteria.includes(field.rubric)) {
        yield unknownName(`${path}.rubric`, field.rubric, criteria);
      }
    }
  }),
];

function* conditionsExist(definition: WithOptions): Iterable<DefinitionMistake> {
  const ids = fieldsOf(definition).map(({ id }) => id);
  for (const placed of placedFields(definition.form)) {
    for (const [fieldId, values] of Object.entries(placed.field.showIf ?? {})) {
      const path = `${placed.path}.showIf.${fieldId}`;
      const asked = fieldById(definition, fieldId);
      if (asked === undefined) yield unknownName(path, fieldId, ids);
      else yield* valuesExist({ definition, asked, values, path });
    }
    yield* conditionIsNoCircle(definition, placed);
  }
}

type Asked = {
  readonly definition: WithOptions;
  readonly asked: FormField;
  readonly values: readonly string[];
  readonly path: string;
};

function* valuesExist({ definition, asked, values, path }: Asked): Iterable<DefinitionMistake> {
  const known = optionsOf(definition, asked).map(({ value }) => value);
  for (const [index, value] of values.entries()) {
    if (!known.includes(value)) yield unknownName(`${path}[${index}]`, value, known);
  }
}

/** Two fields that wait for each other would never be asked. */
function* conditionIsNoCircle(definition: WithOptions, { field, path }: PlacedField): Iterable<DefinitionMistake> {
  const reached = new Set<string>();
  const open = Object.keys(field.showIf ?? {});
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...Object.keys(fieldById(definition, next)?.showIf ?? {}));
  }
  if (!reached.has(field.id)) return;
  yield mistake(
    `${path}.showIf`,
    `${quoted(field.id)} 항목의 표시 조건이 돌고 돌아 자기 자신을 기다립니다. 조건을 고쳐 주십시오.`,
    `The condition of ${quoted(field.id)} waits for the field itself. Change the condition.`,
  );
}
