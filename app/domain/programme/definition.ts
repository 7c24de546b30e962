import { z } from "zod";
import { acceptanceSchema } from "./acceptance.ts";
import { announcementSchema } from "./announcement.ts";
import { appealsSchema } from "./appeals.ts";
import { bonusSchema } from "./bonus.ts";
import { calendarSchema } from "./calendar.ts";
import { consentsSchema } from "./consents.ts";
import { cohortSchema, courseSchema, printoutsSchema } from "./course.ts";
import { documentsSchema } from "./documents.ts";
import { eligibilitySchema } from "./eligibility.ts";
import { committeeSchema, evaluatorsSchema } from "./evaluators.ts";
import { faqSchema } from "./faq.ts";
import { formSchema } from "./form.ts";
import { notificationsSchema, variablesSchema } from "./notifications.ts";
import { numberingSchema } from "./numbering.ts";
import { privacySchema } from "./privacy.ts";
import { quotasSchema } from "./quotas.ts";
import { rankingSchema } from "./ranking.ts";
import { regionsSchema } from "./regions.ts";
import { reserveSchema } from "./reserve.ts";
import { identifier, localText, part, positiveCount, slug, written, type DeepReadonly } from "./shape.ts";
import { stagesSchema } from "./stages.ts";
import { choicesSchema, overAdmissionSchema, tracksSchema } from "./tracks.ts";

/**
 * The whole rule of one cohort as one JSON document: the one source of its calendar, form, stages and selection.
 * The schema knows shapes and ranges only; `checkDefinition` also compares the parts with each other.
 */
export const definitionSchema = part({
  schemaVersion: z.literal("1.0"),
  sample: z.boolean().optional(),
  disclaimer: localText.optional(),
  id: identifier,
  slug,
  locale: z.literal("ko-KR"),
  timezone: z.literal("Asia/Seoul"),
  cohort: cohortSchema,
  title: localText,
  shortTitle: localText,
  organisation: part({
    name: localText,
    host: localText,
    phone: written,
    email: z.email(),
    officialGovSite: z.boolean(),
  }),
  facts: z.array(part({ claim: written, source: written, kind: z.enum(["news", "inference", "notice"]) })).optional(),
  sampleOnly: z.array(written).optional(),
  summary: localText,
  course: courseSchema,
  calendar: calendarSchema,
  numbering: numberingSchema,
  regions: regionsSchema,
  tracks: tracksSchema,
  capacity: positiveCount,
  choices: choicesSchema,
  form: formSchema,
  consents: consentsSchema,
  documents: documentsSchema,
  eligibility: eligibilitySchema,
  stages: stagesSchema,
  bonus: bonusSchema,
  ranking: rankingSchema,
  quotas: quotasSchema,
  committee: committeeSchema,
  evaluators: evaluatorsSchema,
  reserve: reserveSchema,
  acceptance: acceptanceSchema,
  appeals: appealsSchema,
  announcement: announcementSchema,
  privacy: privacySchema,
  variables: variablesSchema,
  notifications: notificationsSchema,
  printouts: printoutsSchema.optional(),
  overAdmission: overAdmissionSchema.optional(),
  faq: faqSchema.optional(),
});

export type ProgrammeDefinition = DeepReadonly<z.output<typeof definitionSchema>>;

export type { CalendarEvent } from "./calendar.ts";
export type { ConsentDefinition } from "./consents.ts";
export type { DocumentDefinition } from "./documents.ts";
export type { EligibilityRule } from "./eligibility.ts";
export type { FormField, FormSection } from "./form.ts";
export type { NotificationDefinition } from "./notifications.ts";
export type { BonusItem } from "./bonus.ts";
export type { TieBreaker } from "./ranking.ts";
export type { CriterionDefinition, StageDefinition } from "./stages.ts";
export type { TrackDefinition } from "./tracks.ts";
