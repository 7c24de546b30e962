import { createHash } from "node:crypto";
import { scaleGroups, scaleRef, scaleReviews, type ScaleData } from "./scale-data.ts";

const reviewsAtOnce = 30_000;

/** SHA-256 (hex) of the instance as a CSV file: a row for each review, `ref,reviewer,five scores,groups`. */
export function scaleCsvSha256(data: ScaleData): string {
  const hash = createHash("sha256");
  const reviews = data.applications * scaleReviews;
  for (let from = 0; from < reviews; from += reviewsAtOnce) {
    let text = "";
    for (let review = from; review < Math.min(from + reviewsAtOnce, reviews); review += 1) text += rowOf(data, review);
    hash.update(text);
  }
  return hash.digest("hex");
}

function rowOf({ reviewerOf, scores, groups }: ScaleData, review: number): string {
  const application = Math.floor(review / scaleReviews);
  const points = scores.map((column) => column[review]).join(",");
  const mask = groups[application] as number;
  const names = scaleGroups.filter((_, place) => (mask >> place) % 2 === 1).join("");
  return `${scaleRef(application)},R${String(reviewerOf[review]).padStart(5, "0")},${points},${names}\n`;
}
