import type { CrossedDesign } from "./algebra/crossed-design.ts";
import { prepareTwoWay, type TwoWaySolver } from "./algebra/two-way-solver.ts";
import type { TwoWaySystem, TwoWayVector } from "./algebra/two-way-system.ts";
import { sumsBy, tabulatePanel, type TwoWayTable } from "./algebra/two-way-table.ts";

/** Variances of applications and reviewers in units of the residual variance, 0 or more. */
export type VarianceRatios = { readonly application: number; readonly reviewer: number };

/** The panels of a design with their scores, the smaller side of each kept dense. */
export type MixedPanels = {
  readonly design: CrossedDesign;
  readonly tables: readonly { readonly table: TwoWayTable; readonly scores: Float64Array }[];
};

/** The mixed-model equations solved at given ratios. Effects by number in the design, in points. */
export type MixedSolution = {
  readonly mean: number;
  /** 1'V^-1 1, with V in units of the residual variance. */
  readonly weightOfMean: number;
  readonly application: Float64Array;
  readonly reviewer: Float64Array;
  /** (y - mean)'V^-1 (y - mean). */
  readonly penalisedSquares: number;
  /** ln |V|; null = some panel was too large to factor. */
  readonly logDeterminant: number | null;
  /** Variances of the effects given the mean, and with the mean's own uncertainty, in units of the residual variance. */
  readonly errors: () => { readonly given: SideValues; readonly whole: SideValues } | null;
};

export type SideValues = { readonly application: Float64Array; readonly reviewer: Float64Array };

/** Prepares a design for any number of solutions. */
export function arrangePanels(design: CrossedDesign): MixedPanels {
  const tables = design.panels.map((panel) => ({
    table: tabulatePanel(
      design,
      panel,
      panel.applications.length < panel.reviewers.length ? "application" : "reviewer",
    ),
    scores: Float64Array.from(panel.ratings, (rating) => design.score[rating] ?? 0),
  }));
  return { design, tables };
}

/** How many people the largest panel keeps dense. */
export function largestKept({ tables }: MixedPanels): number {
  return Math.max(0, ...tables.map(({ table }) => table.keptPeople.length));
}

type SolvedPanel = {
  readonly table: TwoWayTable;
  readonly solver: TwoWaySolver;
  readonly ofOnes: WhitenedFit;
  readonly ofScores: WhitenedFit;
};

/**
 * Solves y = mu + application + reviewer + error for the mean and the effects (BLUPs) at given variance ratios, panel by panel,
 * the effects scaled by the root of their ratio so that a ratio of 0 is an ordinary case. Null = numerically singular.
 * Source: SELECTION D3; Henderson 1953; Bates et al. 2015 (penalised least squares).
 */
export function solveMixed(
  { design, tables }: MixedPanels,
  ratios: VarianceRatios,
  largestDense = 3000,
): MixedSolution | null {
  const solved: SolvedPanel[] = [];
  for (const { table, scores } of tables) {
    const system = systemOf(table, ratios);
    const solver = prepareTwoWay(system, largestDense);
    const ofOnes = solver && fitWhitened(solver, { system, ratios, values: scores.map(() => 1) });
    const ofScores = solver && fitWhitened(solver, { system, ratios, values: scores });
    if (!solver || !ofOnes || !ofScores) return null;
    solved.push({ table, solver, ofOnes, ofScores });
  }
  const weightOfMean = sumOver(solved, ({ ofOnes }) => squares(ofOnes.residuals) + squaresOf(ofOnes.effects));
  const weighted = solved.map(({ ofOnes }, panel) =>
    ofOnes.residuals.reduce((sum, weight, at) => sum + weight * (tables[panel]?.scores[at] ?? 0), 0),
  );
  const mean = sumOver(weighted, (value) => value) / weightOfMean;
  const effects = solved.map(({ ofOnes, ofScores }) => lessMean(ofScores, ofOnes, mean));
  const determinants = solved.map(({ solver }) => solver.logDeterminant);
  const spread = (panelValues: readonly TwoWayVector[], scale: (ratio: number) => number): SideValues =>
    spreadOver(design, { panels: solved, panelValues, ratios, scale });

  return {
    mean,
    weightOfMean,
    ...spread(
      effects.map((fit) => fit.effects),
      Math.sqrt,
    ),
    penalisedSquares: sumOver(effects, (fit) => squares(fit.residuals) + squaresOf(fit.effects)),
    logDeterminant: determinants.reduce<number | null>(
      (sum, value) => (sum === null || value === null ? null : sum + value),
      0,
    ),
    errors: () => {
      const given: TwoWayVector[] = [];
      for (const { solver } of solved) {
        const diagonal = solver.inverseDiagonal();
        if (!diagonal) return null;
        given.push(diagonal);
      }
      const whole = given.map((diagonal, panel) => withMean(diagonal, solved[panel]?.ofOnes.effects, weightOfMean));
      return { given: spread(given, (ratio) => ratio), whole: spread(whole, (ratio) => ratio) };
    },
  };
}

function systemOf(table: TwoWayTable, ratios: VarianceRatios): TwoWaySystem {
  const { absorbed, kept } = ratiosBySide(table, ratios);
  return {
    table,
    absorbedDiagonal: table.absorbedCounts.map((count) => 1 + absorbed * count),
    keptDiagonal: table.keptCounts.map((count) => 1 + kept * count),
    cross: Math.sqrt(absorbed * kept),
  };
}

function ratiosBySide(
  { kept }: TwoWayTable,
  { application, reviewer }: VarianceRatios,
): Record<"absorbed" | "kept", number> {
  return kept === "reviewer" ? { absorbed: application, kept: reviewer } : { absorbed: reviewer, kept: application };
}

/** Scaled effects and residuals of a ridge regression of some values on both sides; residuals = V^-1 values. */
type WhitenedFit = { readonly effects: TwoWayVector; readonly residuals: Float64Array };
type Regression = { readonly system: TwoWaySystem; readonly ratios: VarianceRatios; readonly values: Float64Array };

function fitWhitened(solver: TwoWaySolver, { system, ratios, values }: Regression): WhitenedFit | null {
  const { table } = system;
  const { absorbed, kept } = ratiosBySide(table, ratios);
  const [rootAbsorbed, rootKept] = [Math.sqrt(absorbed), Math.sqrt(kept)];
  const effects = solver.solve({
    absorbed: sumsBy(table.absorbedOf, { size: table.absorbedCounts.length, values }).map((sum) => sum * rootAbsorbed),
    kept: sumsBy(table.keptOf, { size: table.keptCounts.length, values }).map((sum) => sum * rootKept),
  });
  if (!effects) return null;
  const residuals = values.map(
    (value, at) =>
      value -
      rootAbsorbed * (effects.absorbed[table.absorbedOf[at] ?? 0] ?? 0) -
      rootKept * (effects.kept[table.keptOf[at] ?? 0] ?? 0),
  );
  return { effects, residuals };
}

function lessMean(fit: WhitenedFit, ones: WhitenedFit, mean: number): WhitenedFit {
  const less = (left: Float64Array, right: Float64Array): Float64Array =>
    left.map((value, at) => value - mean * (right[at] ?? 0));
  return {
    effects: {
      absorbed: less(fit.effects.absorbed, ones.effects.absorbed),
      kept: less(fit.effects.kept, ones.effects.kept),
    },
    residuals: less(fit.residuals, ones.residuals),
  };
}

function withMean(diagonal: TwoWayVector, ones: TwoWayVector | undefined, weight: number): TwoWayVector {
  const plus = (values: Float64Array, effects: Float64Array | undefined): Float64Array =>
    values.map((value, at) => value + (effects?.[at] ?? 0) ** 2 / weight);
  return { absorbed: plus(diagonal.absorbed, ones?.absorbed), kept: plus(diagonal.kept, ones?.kept) };
}

type Spread = {
  readonly panels: readonly SolvedPanel[];
  readonly panelValues: readonly TwoWayVector[];
  readonly ratios: VarianceRatios;
  readonly scale: (ratio: number) => number;
};

/** Values by local number, scaled, put at the people's numbers in the design. */
function spreadOver(design: CrossedDesign, { panels, panelValues, ratios, scale }: Spread): SideValues {
  const values: SideValues = {
    application: new Float64Array(design.applications.length),
    reviewer: new Float64Array(design.reviewers.length),
  };
  panels.forEach(({ table }, panel) => {
    const absorbed = table.kept === "reviewer" ? "application" : "reviewer";
    table.absorbedPeople.forEach((person, at) => {
      values[absorbed][person] = scale(ratios[absorbed]) * (panelValues[panel]?.absorbed[at] ?? 0);
    });
    table.keptPeople.forEach((person, at) => {
      values[table.kept][person] = scale(ratios[table.kept]) * (panelValues[panel]?.kept[at] ?? 0);
    });
  });
  return values;
}

function sumOver<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function squares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function squaresOf({ absorbed, kept }: TwoWayVector): number {
  return squares(absorbed) + squares(kept);
}
