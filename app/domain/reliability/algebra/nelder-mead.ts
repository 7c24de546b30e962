type Corner = { readonly at: readonly number[]; readonly value: number };

/** Where a function is lowest as far as it was searched, and its value there. */
export type Minimum = Corner;

export type SimplexSearch = {
  readonly start: readonly number[];
  /** The size of the simplex at which a run ends. */
  readonly precision: number;
  /** The length of the first edges. */
  readonly edge: number;
  /** How often to start again around the best corner, with edges half as long, while that gains something. */
  readonly restarts: number;
};

/**
 * The lowest point of a function of a few variables found by the simplex of Nelder & Mead (1965) from one start, with the standard
 * coefficients (1, 2, 1/2, 1/2). A run takes at most 600 steps. The function may answer Infinity outside its domain, never NaN.
 */
export function minimiseBySimplex(
  valueAt: (at: readonly number[]) => number,
  { start, precision, edge, restarts }: SimplexSearch,
): Minimum {
  let best = searchOnce(valueAt, { first: { at: start, value: valueAt(start) }, edge, precision });
  for (let run = 1; run <= restarts; run += 1) {
    const found = searchOnce(valueAt, { first: best, edge: edge / 2 ** run, precision });
    const gain = best.value - found.value;
    best = found;
    if (!(gain > 1e-10 * (1 + Math.abs(found.value)))) break;
  }
  return best;
}

/** The best of a coarse search from every start, then searched finely (to 1e-6) around it. Starts: at least one. */
export function minimiseFromStarts(
  valueAt: (at: readonly number[]) => number,
  starts: readonly (readonly number[])[],
): Minimum {
  const [best] = sorted(
    starts.map((start) => minimiseBySimplex(valueAt, { start, precision: 0.02, edge: 1, restarts: 0 })),
  );
  return minimiseBySimplex(valueAt, { start: best?.at ?? [], precision: 1e-6, edge: 0.25, restarts: 5 });
}

type Search = { readonly first: Corner; readonly edge: number; readonly precision: number };

function searchOnce(valueAt: (at: readonly number[]) => number, { first, edge, precision }: Search): Corner {
  const corner = (at: readonly number[]): Corner => ({ at, value: valueAt(at) });
  let simplex: readonly Corner[] = sorted([first, ...first.at.map((_, axis) => corner(shifted(first.at, axis, edge)))]);
  for (let step = 0; step < 600 && !isSmall(simplex, precision); step += 1) {
    const worst = simplex[simplex.length - 1] ?? first;
    const kept = simplex.slice(0, -1);
    const best = kept[0] ?? first;
    const centre = first.at.map((_, axis) => kept.reduce((sum, { at }) => sum + (at[axis] ?? 0), 0) / kept.length);
    const along = (factor: number): Corner =>
      corner(centre.map((value, axis) => value + factor * (value - (worst.at[axis] ?? 0))));

    const moved = better(along(1), { kept, worst, along });
    simplex = sorted(
      moved ? [...kept, moved] : [best, ...simplex.slice(1).map(({ at }) => corner(midpoint(best.at, at)))],
    );
  }
  return simplex[0] ?? first;
}

type Reflected = {
  readonly kept: readonly Corner[];
  readonly worst: Corner;
  readonly along: (factor: number) => Corner;
};

/** The reflected, expanded or contracted corner; null = shrink. */
function better(reflected: Corner, { kept, worst, along }: Reflected): Corner | null {
  const [best] = kept;
  const secondWorst = kept[kept.length - 1];
  if (best && reflected.value < best.value) {
    const expanded = along(2);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (kept.length > 1 && secondWorst && reflected.value < secondWorst.value) return reflected;
  if (reflected.value < worst.value) {
    const outside = along(0.5);
    return outside.value <= reflected.value ? outside : null;
  }
  const inside = along(-0.5);
  return inside.value < worst.value ? inside : null;
}

function sorted(corners: readonly Corner[]): readonly Corner[] {
  return corners.toSorted((left, right) => (left.value === right.value ? 0 : left.value - right.value));
}

function shifted(at: readonly number[], axis: number, by: number): readonly number[] {
  return at.map((value, index) => (index === axis ? value + by : value));
}

function midpoint(left: readonly number[], right: readonly number[]): readonly number[] {
  return left.map((value, axis) => (value + (right[axis] ?? 0)) / 2);
}

function isSmall(simplex: readonly Corner[], precision: number): boolean {
  const [best] = simplex;
  return simplex.every(({ at }) => at.every((value, axis) => Math.abs(value - (best?.at[axis] ?? 0)) < precision));
}
