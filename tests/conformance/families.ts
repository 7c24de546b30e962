/** Answers one case's input; throws where the input is not of the family's shape. */
type Answer = (input: unknown) => unknown;

/** By the family's name in the case file. */
export const families: Readonly<Record<string, Answer>> = {};
