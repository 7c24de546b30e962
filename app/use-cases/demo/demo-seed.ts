/** The one recorded seed: everybody who starts the demo meets the same people with the same scores. */
export const demoSeed = "seonbal-demo-1";
