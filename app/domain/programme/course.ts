import { z } from "zod";
import { day, identifier, localText, part, positiveCount, type DeepReadonly } from "./shape.ts";

export const courseSchema = part({
  months: positiveCount,
  hours: positiveCount,
  start: day,
  end: day,
  mode: z.enum(["onsite", "online", "onsite_with_online"]),
  place: localText,
  tuition: z.int().min(0).max(1_000_000_000),
  benefits: localText.optional(),
});

export const cohortSchema = part({ number: positiveCount, label: localText, year: z.int().min(2000).max(2199) });
export const printoutsSchema = z.array(part({ id: identifier, title: localText, format: z.string() }));

export type CourseDefinition = DeepReadonly<z.output<typeof courseSchema>>;
