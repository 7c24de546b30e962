import { describe, expect, test } from "vitest";
import {
  factorCholesky,
  invertCholesky,
  logDeterminant,
  solveCholesky,
} from "#app/domain/reliability/algebra/cholesky.ts";
import { solveByConjugateGradients } from "#app/domain/reliability/algebra/conjugate-gradients.ts";
import { chance } from "../dense-reference.ts";

// L = [[2,0,0],[6,1,0],[-8,5,3]], so the determinant is 36.
const textbook = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);

describe("the Cholesky factor", () => {
  test("of a small integer matrix is the integer factor", () => {
    expect([...factorCholesky(textbook, 3)!.lower]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  });

  test("solves, inverts and gives the logarithm of the determinant", () => {
    const factor = factorCholesky(textbook, 3)!;
    const x = solveCholesky(factor, Float64Array.of(4 + 24 - 48, 12 + 74 - 129, -16 - 86 + 294));
    expect([...x].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, 2, 3]);
    expect(logDeterminant(factor)).toBeCloseTo(Math.log(36), 12);
    const inverse = invertCholesky(factor);
    const expected = [1777 / 36, -122 / 9, 19 / 9, -122 / 9, 34 / 9, -5 / 9, 19 / 9, -5 / 9, 1 / 9];
    inverse.forEach((value, at) => expect(value).toBeCloseTo(expected[at]!, 9));
  });

  test("does not exist for a singular, an indefinite or an undefined matrix", () => {
    expect(factorCholesky(Float64Array.of(1, -1, -1, 1), 2)).toBeNull();
    expect(factorCholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
    expect(factorCholesky(Float64Array.of(Number.NaN), 1)).toBeNull();
    expect(factorCholesky(Float64Array.of(0), 1)).toBeNull();
  });

  test("of nothing is nothing", () => {
    expect(factorCholesky(new Float64Array(), 0)).toEqual({ size: 0, lower: new Float64Array() });
  });
});

describe("conjugate gradients", () => {
  test("find what the factor finds", () => {
    const { normal } = chance(3);
    const size = 25;
    const root = Array.from({ length: size }, () => Array.from({ length: size }, normal));
    const matrix = Float64Array.from({ length: size * size }, (_, at) => {
      const [row, column] = [Math.floor(at / size), at % size];
      return root[row]!.reduce((total, value, k) => total + value * root[column]![k]!, row === column ? 1 : 0);
    });
    const rightSide = Float64Array.from({ length: size }, normal);
    const multiply = (vector: Float64Array): Float64Array =>
      vector.map((_, row) => vector.reduce((total, value, column) => total + matrix[row * size + column]! * value, 0));
    const diagonal = rightSide.map((_, at) => matrix[at * size + at]!);
    const found = solveByConjugateGradients({ multiply, diagonal, rightSide })!;
    solveCholesky(factorCholesky(matrix, size)!, rightSide).forEach((value, at) =>
      expect(found[at]).toBeCloseTo(value, 9),
    );
  });

  test("give up on a system without a solution", () => {
    const multiply = (vector: Float64Array): Float64Array =>
      vector.map((_, at) => (at === 0 ? 1 : -1) * (vector[0]! - vector[1]!));
    const system = { multiply, diagonal: Float64Array.of(1, 1), rightSide: Float64Array.of(1, 1) };
    expect(solveByConjugateGradients(system)).toBeNull();
  });

  test("answer zero to zero", () => {
    const multiply = (vector: Float64Array): Float64Array => vector;
    const system = { multiply, diagonal: Float64Array.of(1, 1), rightSide: new Float64Array(2) };
    expect(solveByConjugateGradients(system)).toEqual(new Float64Array(2));
  });
});
