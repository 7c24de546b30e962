import type { TFunction } from "i18next";
import { conditionOf, limitsOf } from "./field-words.server.ts";
import type { FieldView } from "./field-view.ts";
import { problemMessage } from "./gap-message.ts";
import { hintMessage } from "./hint-message.ts";
import { MAX_ROWS, rowsOf, type Answer, type AnswerRow, type Answers } from "#app/domain/application/answers.ts";
import { hintsOf, type AnswerHint } from "#app/domain/application/answer-hints.ts";
import type { FieldProblem } from "#app/domain/application/field-problem.ts";
import type { FormField, FormSection, ProgrammeDefinition } from "#app/domain/programme/definition.ts";
import { optionsOf } from "#app/domain/programme/form.ts";
import { text } from "#app/domain/programme/text.ts";
import type { Language } from "#app/i18n/language.ts";
import { paths } from "#app/paths.ts";

type Shaping = {
  readonly definition: ProgrammeDefinition;
  readonly section: FormSection;
  readonly answers: Answers;
  /** By the id of the control that they belong to (`gapTarget`). */
  readonly problems: ReadonlyMap<string, FieldProblem>;
  readonly files?: readonly { readonly id: string; readonly documentKey: string; readonly name: string }[];
  /** Whether addresses can be looked up. */
  readonly findsAddresses?: boolean;
  readonly language: Language;
  readonly t: TFunction;
};

type Source = Shaping & { readonly hints: readonly AnswerHint[] };

/** The fields of a section with what was answered, what is wrong with it, and what may be looked at again. */
export function fieldViews(shaping: Shaping): readonly FieldView[] {
  const { definition, section, answers } = shaping;
  const source = { ...shaping, hints: hintsOf({ definition, answers }) };
  return section.fields.map((field) => {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    const view = fieldView(source, field, { answer, target: field.id });
    return field.type === "repeat" ? { ...view, ...rowViews(source, field) } : view;
  });
}

type Placed = { readonly answer: Answer | undefined; readonly target: string };

function fieldView(source: Source, field: FormField, { answer, target }: Placed): FieldView {
  const { definition, problems, hints, files = [], findsAddresses = false, language, t } = source;
  const problem = problems.get(target);
  return {
    id: field.id,
    type: field.type,
    label: text(field.label, language),
    help: text(field.help, language),
    condition: conditionOf(definition, field, { language, t }),
    limits: limitsOf(field, t),
    showIf: field.showIf ?? {},
    required: field.required,
    isHiddenFromReviewers: field.blind === true || field.statisticsOnly === true,
    warnsOfNames: field.blindWarning === true || field.blindCheck === true,
    options: optionsOf(definition, field).map(({ value, label }) => ({ value, label: text(label, language) })),
    minLength: field.minLength,
    maxLength: field.maxLength,
    countSpaces: field.countSpaces,
    autoComplete: field.autocomplete,
    isTypedDay: field.storage === "date",
    value: answer,
    errors: problem ? [problemMessage(problem)] : [],
    hints: hints.filter((hint) => hint.target === target).map((hint) => hintMessage(hint, t)),
    rows: [],
    blankRow: [],
    maxRows: 0,
    addressSearch: findsAddresses && field.type === "address" ? { words: "", state: "ready", found: [] } : undefined,
    files: files
      .filter(({ documentKey }) => documentKey === field.id && field.type === "file")
      .map(({ id, name }) => ({ id, name, href: paths.file(id) })),
  };
}

function rowViews(source: Source, field: FormField): Pick<FieldView, "rows" | "blankRow" | "maxRows"> {
  const row = (answers: AnswerRow, index: number | undefined) =>
    (field.items ?? []).map((item) =>
      fieldView(source, item, {
        answer: answers[item.id],
        target: index === undefined ? "" : `${field.id}.${index}.${item.id}`,
      }),
    );
  const rows = rowsOf(source.answers, field.id);
  return {
    rows: (rows.length > 0 ? rows : [{}]).map(row),
    blankRow: row({}, undefined),
    maxRows: Math.min(field.maxItems ?? MAX_ROWS, MAX_ROWS),
  };
}
