import { z } from "zod";
import { designComponents } from "#app/domain/reliability/connectivity.ts";
import { id } from "./ratings-input.ts";

const shape = z.object({ pairs: z.array(z.tuple([id, id]).rest(z.unknown())) });

export function answerDesignConnectivity(input: unknown): unknown {
  const pairs = shape.parse(input).pairs.map(([application, reviewer]) => ({ application, reviewer }));
  const components = designComponents(pairs);
  return {
    components: components.length,
    applications_per_component_desc: components.map(({ applications }) => applications.length),
    reviewers_per_component: components.map(({ reviewers }) => reviewers.length),
  };
}
