/** Words for a sentence about a coefficient, as codes; the texts are elsewhere. */
export type IccLevel = "poor" | "moderate" | "good" | "excellent";
export type AlphaLevel = "unreliable" | "tentative" | "reliable";
export type ConcordanceLevel = "none" | "very_weak" | "weak" | "moderate" | "strong" | "very_strong";

/** An intraclass correlation or other reliability: poor below 0.5, moderate below 0.75, good to 0.9, excellent above. Source: Koo & Li 2016. */
export function iccLevel(value: number): IccLevel {
  if (value < 0.5) return "poor";
  if (value < 0.75) return "moderate";
  return value <= 0.9 ? "good" : "excellent";
}

/** Krippendorff's alpha: reliable from 0.8, fit for tentative conclusions from 0.667, unreliable below. Source: Krippendorff 2004. */
export function alphaLevel(alpha: number): AlphaLevel {
  if (alpha >= 0.8) return "reliable";
  return alpha >= 0.667 ? "tentative" : "unreliable";
}

/** Kendall's W by the nearest of 0, 0.1, 0.3, 0.5, 0.7, 0.9 (a value half-way goes to the higher). Source: Schmidt 1997. */
export function concordanceLevel(w: number): ConcordanceLevel {
  if (w < 0.05) return "none";
  if (w < 0.2) return "very_weak";
  if (w < 0.4) return "weak";
  if (w < 0.6) return "moderate";
  return w < 0.8 ? "strong" : "very_strong";
}
