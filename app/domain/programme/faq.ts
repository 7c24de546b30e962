import { z } from "zod";
import { localText, part, type DeepReadonly } from "./shape.ts";

/** What people ask before they apply, answered once for everybody on the notice; no rule is read from it. */
export const faqSchema = z.array(part({ question: localText, answer: localText })).max(50);

export type FaqDefinition = DeepReadonly<z.output<typeof faqSchema>>;
