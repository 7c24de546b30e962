import { isConsentShown } from "../programme/shown.ts";
import type { DocumentDefinition, FormField, FormSection, ProgrammeDefinition } from "../programme/definition.ts";
import { documentOfField, documentsDue, isDocumentRequired } from "../programme/documents.ts";
import { fieldsOf } from "../programme/form.ts";
import { isFilled, isShown } from "../programme/shown.ts";
import type { Answers } from "./answers.ts";
import { problemsOf } from "./answer-problems.ts";
import type { FieldProblem } from "./field-problem.ts";

/** One thing that stands between a draft and its final submission. */
export type Gap =
  | ({ readonly kind: "field"; readonly sectionId: string; readonly fieldId: string } & FieldProblem)
  | { readonly kind: "document"; readonly documentId: string; readonly problem: "required" | "tooMany" | "infected" }
  | { readonly kind: "consent"; readonly consentId: string; readonly problem: "required" }
  | { readonly kind: "pledge"; readonly ruleId: string; readonly problem: "required" };

export type ApplicationParts = {
  readonly answers: Answers;
  /** A file in which a virus was found is none; one that waits for its scan counts. */
  readonly files: readonly { readonly documentKey: string; readonly scan?: string }[];
  /** Ids of consents, pledges and pledge rules of eligibility that stand. */
  readonly consents: ReadonlySet<string>;
  /** The day in Seoul, YYYY-MM-DD. */
  readonly today: string;
};

/** Everything that is missing or wrong, in the order of the pages; empty when the application may be submitted. */
export function gapsOf(definition: ProgrammeDefinition, parts: ApplicationParts): readonly Gap[] {
  return [
    ...definition.form.sections.flatMap((section) => gapsOfSection(definition, section, parts)),
    ...documentGaps(definition, parts),
    ...consentGaps(definition, parts),
    ...pledgeRules(definition)
      .filter(({ id }) => !parts.consents.has(id))
      .map(({ id }) => ({ kind: "pledge", ruleId: id, problem: "required" }) as const),
  ];
}

/** Of an application what a section needs; without its files nothing is said about fields that take files. */
export type SectionParts = Pick<ApplicationParts, "answers" | "consents" | "today"> &
  Partial<Pick<ApplicationParts, "files">>;

/** The gaps of one section; fields that are not asked, or may not be without their consent, have none. */
export function gapsOfSection(
  definition: ProgrammeDefinition,
  section: FormSection,
  { answers, consents, today, files }: SectionParts,
): readonly Extract<Gap, { kind: "field" }>[] {
  return section.fields
    .filter((field) => isAsked(field, answers, consents))
    .flatMap((field) => {
      const problems =
        field.type === "file"
          ? fileProblems(field, files)
          : problemsOf({ definition, field, answers, today, consents });
      return problems.map((problem) => ({
        kind: "field" as const,
        sectionId: section.id,
        fieldId: field.id,
        ...problem,
      }));
    });
}

function fileProblems(field: FormField, files: ApplicationParts["files"] | undefined): readonly FieldProblem[] {
  if (files === undefined) return [];
  const { required, maxFiles } = documentOfField(field);
  const count = files.filter(({ documentKey }) => documentKey === field.id).length;
  if (count > maxFiles) return [{ problem: "tooManyFiles" }];
  return required && count === 0 ? [{ problem: "required" }] : [];
}

/** Eligibility rules that the applicant pledges to; only these hold up a submission. */
export function pledgeRules(definition: Pick<ProgrammeDefinition, "eligibility">) {
  return definition.eligibility.filter((rule) => rule.type === "pledge" && rule.onFail === "block_submit");
}

/** The field in which a link may be given instead of the file: `portfolioUrl` for the document `portfolio`. */
export function linkFieldOf(
  definition: Pick<ProgrammeDefinition, "form">,
  document: Pick<DocumentDefinition, "id" | "orUrl">,
): FormField | undefined {
  if (document.orUrl !== true) return undefined;
  const links = fieldsOf(definition).filter(({ type }) => type === "url" || type === "link");
  return links.find(({ id }) => id === `${document.id}Url`) ?? (links.length === 1 ? links[0] : undefined);
}

function isAsked(field: FormField, answers: Answers, consents: ReadonlySet<string>): boolean {
  return isShown(field, answers) && (field.needsConsent === undefined || consents.has(field.needsConsent));
}

function documentGaps(definition: ProgrammeDefinition, { answers, files }: ApplicationParts): readonly Gap[] {
  return documentsDue(definition, "application").flatMap((document): readonly Gap[] => {
    const there = files.filter(({ documentKey }) => documentKey === document.id);
    const count = there.filter(({ scan }) => scan !== "infected").length;
    const link = linkFieldOf(definition, document);
    const given = count > 0 || (link !== undefined && isFilled(answers, link.id));
    const gap = { kind: "document", documentId: document.id } as const;
    // Said even where nothing is required: the person believes to have handed it in.
    if (count < there.length) return [{ ...gap, problem: "infected" }];
    if (isDocumentRequired(document, answers) && !given) return [{ ...gap, problem: "required" }];
    return count > document.maxFiles ? [{ ...gap, problem: "tooMany" }] : [];
  });
}

function consentGaps({ consents: definitions }: ProgrammeDefinition, parts: ApplicationParts): readonly Gap[] {
  return definitions
    .filter(({ required, kind }) => required && kind !== "notice")
    .filter((consent) => isConsentShown(consent, parts.answers) && !parts.consents.has(consent.id))
    .map(({ id }) => ({ kind: "consent", consentId: id, problem: "required" }));
}
