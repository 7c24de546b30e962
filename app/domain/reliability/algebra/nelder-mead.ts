type Corner = { readonly at: readonly number[]; readonly value: number };

/** Where a function is lowest as far as it was searched, and its value there. */
export type Minimum = Corner;

/**
 * The lowest point of a function of a few variables found by the simplex of Nelder & Mead (1965) from one start: first edges of
 * length 1, standard coefficients (1, 2, 1/2, 1/2), restarted around the best corner until a restart gains nothing. Stops when the
 * simplex is smaller than `precision` and its values differ by less than 1e-12 relatively, or after 600 steps a run.
 * The function may answer Infinity outside its domain, never NaN.
 */
export function minimiseBySimplex(
  valueAt: (at: readonly number[]) => number,
  { start, precision = 1e-7 }: { readonly start: readonly number[]; readonly precision?: number },
): Minimum {
  let best: Corner = { at: start, value: valueAt(start) };
  for (let run = 0, edge = 1; run < 6; run += 1, edge /= 2) {
    const found = searchOnce(valueAt, { first: best, edge, precision });
    const gain = best.value - found.value;
    best = found;
    if (run > 0 && !(gain > 1e-10 * (1 + Math.abs(found.value)))) break;
  }
  return best;
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
  const worst = simplex[simplex.length - 1];
  if (!best || !worst) return true;
  const size = Math.max(
    ...simplex.flatMap(({ at }) => at.map((value, axis) => Math.abs(value - (best.at[axis] ?? 0)))),
  );
  return size < precision && worst.value - best.value <= 1e-12 * (1 + Math.abs(best.value));
}
