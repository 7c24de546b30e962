export type Id = string;
/** ISO-8601 UTC with milliseconds: sorts as it reads. */
export type Instant = string;
export type Json = string;
export type Language = "ko" | "en";
