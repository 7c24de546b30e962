import { z } from "zod";
import { fieldById, fieldsOf, type FormDefinition, type FormField } from "./form.ts";
import { identifier, localText, part, type DeepReadonly } from "./shape.ts";
import { isFilled, isShown, type AnswersSoFar } from "./shown.ts";

const document = part({
  id: identifier,
  label: localText,
  when: z.enum(["application", "after_selection"]),
  required: z.boolean(),
  requiredIf: part({ notEmpty: identifier }).optional(),
  accept: z.array(z.enum(["pdf", "jpg", "png"])).min(1),
  maxMB: z.int().min(1).max(100),
  maxFiles: z.int().min(1).max(20),
  /** A link may be given instead of a file. */
  orUrl: z.boolean().optional(),
  help: localText.optional(),
  visibleTo: z.array(z.enum(["evaluator", "staff"])).min(1),
  issuedWithinDays: z.int().min(1).max(3650).optional(),
  govDocNoField: z.boolean().optional(),
});

export const documentsSchema = z.array(document);

export type DocumentDefinition = DeepReadonly<z.output<typeof document>>;
type WithDocuments = { readonly documents: readonly DocumentDefinition[] };

/** Documents asked with the application, or only from those who were selected. */
export function documentsDue(
  definition: WithDocuments,
  when: DocumentDefinition["when"],
): readonly DocumentDefinition[] {
  return definition.documents.filter((document) => document.when === when);
}

export function documentById(definition: WithDocuments, id: string): DocumentDefinition | undefined {
  return definition.documents.find((document) => document.id === id);
}

const FILE_FIELD_MB = 10;

/** A form field that takes files, as the document it is: asked with the application, under the field's own id. */
export function documentOfField(field: FormField): DocumentDefinition {
  const { id, label, help, required, accept = ["pdf"], maxMB = FILE_FIELD_MB, maxFiles = 1 } = field;
  const isHidden = field.blind === true || field.statisticsOnly === true;
  return {
    id,
    label,
    when: "application",
    required,
    accept,
    maxMB,
    maxFiles,
    ...(help === undefined ? {} : { help }),
    visibleTo: isHidden ? ["staff"] : ["evaluator", "staff"],
  };
}

/** The document of this id, be it one of the list or a field of the form that takes files. */
export function documentOrFileField(
  definition: WithDocuments & { readonly form: FormDefinition },
  id: string,
): DocumentDefinition | undefined {
  const field = fieldById(definition, id);
  return documentById(definition, id) ?? (field?.type === "file" ? documentOfField(field) : undefined);
}

/** Everything that may be handed in with the application: the form's own file fields that are asked, then the list. */
export function documentsAsked(
  definition: WithDocuments & { readonly form: FormDefinition },
  answers: AnswersSoFar,
): readonly DocumentDefinition[] {
  const fields = fieldsOf(definition).filter((field) => field.type === "file" && isShown(field, answers));
  return [...fields.map(documentOfField), ...documentsDue(definition, "application")];
}

/** Whether this applicant must hand the document in: always, or because the field it depends on is filled. */
export function isDocumentRequired(
  document: Pick<DocumentDefinition, "required" | "requiredIf">,
  answers: AnswersSoFar,
): boolean {
  return document.required || (document.requiredIf !== undefined && isFilled(answers, document.requiredIf.notEmpty));
}
