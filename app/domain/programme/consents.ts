import { z } from "zod";
import { identifier, localText, part, written, type DeepReadonly } from "./shape.ts";

const consent = part({
  id: identifier,
  title: localText,
  /** Without a kind it is a consent. A notice tells; a pledge is agreed to. */
  kind: z.enum(["notice", "pledge"]).optional(),
  required: z.boolean(),
  basis: z.literal("consent").optional(),
  purpose: localText.optional(),
  items: z.array(written).min(1).optional(),
  retention: localText.optional(),
  refusal: localText.optional(),
  recipients: z
    .array(part({ to: written, purpose: written }))
    .min(1)
    .optional(),
  appliesTo: z.enum(["everyone", "selected_only"]).optional(),
  note: localText.optional(),
  alternativeBasis: part({ basis: written, note: localText }).optional(),
  showIf: part({ any: z.array(written).min(1) }).optional(),
  text: localText.optional(),
  rows: z
    .array(part({ contractor: written, task: written }))
    .min(1)
    .optional(),
});

export const consentsSchema = z.array(consent).min(1);

export type ConsentDefinition = DeepReadonly<z.output<typeof consent>>;

/** A consent proper: neither a notice nor a pledge. */
export function isConsent(consent: Pick<ConsentDefinition, "kind">): boolean {
  return consent.kind === undefined;
}
