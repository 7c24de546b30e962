import { nodes, nodeWeights, type Curve } from "./rasch-curves.ts";
import type { Observation, RaschData } from "./rasch-data.ts";

/** Where the applications stand, given curves: weights over the nodes by application, and the log likelihood of all scores. */
export type Posterior = { readonly weights: readonly Float64Array[]; readonly logLikelihood: number };

/** Bayes' rule on the nodes for every application. Source: Bock & Aitkin 1981. */
export function locateApplications({ observations }: RaschData, curves: readonly Curve[]): Posterior {
  let logLikelihood = 0;
  const weights = observations.map((scores) => {
    const logs = logsAtNodes(scores, curves);
    const highest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
    const joint = logs.map((log) => Math.exp(log - highest));
    const total = joint.reduce((sum, value) => sum + value, 0);
    logLikelihood += highest + Math.log(total);
    return joint.map((value) => value / total);
  });
  return { weights, logLikelihood };
}

function logsAtNodes(scores: readonly Observation[], curves: readonly Curve[]): Float64Array {
  const logs = nodeWeights.map(Math.log);
  for (const { cell, category } of scores) {
    const curve = curves[cell];
    if (!curve) continue;
    const width = curve.criterion.steps + 1;
    for (let node = 0; node < nodes.length; node += 1) {
      logs[node] = (logs[node] ?? 0) + (curve.logs[node * width + category] ?? 0);
    }
  }
  return logs;
}
