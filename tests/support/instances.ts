/**
 * How many generated instances a property of the rules is tried on: 1,000, or 20 under mutation testing, where every mutant
 * runs the properties again. (Stryker sets the variable in its workers.)
 */
// oxlint-disable-next-line no-process-env -- the mutation tester's own mark, known to tests only
export const instances = process.env.STRYKER_MUTATOR_WORKER === undefined ? 1000 : 20;
