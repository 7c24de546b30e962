import { z } from "zod";
import { identifier, localText, part, type DeepReadonly } from "./shape.ts";
import { isFilled, type AnswersSoFar } from "./shown.ts";

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

/** Whether this applicant must hand the document in: always, or because the field it depends on is filled. */
export function isDocumentRequired(
  document: Pick<DocumentDefinition, "required" | "requiredIf">,
  answers: AnswersSoFar,
): boolean {
  return document.required || (document.requiredIf !== undefined && isFilled(answers, document.requiredIf.notEmpty));
}
