import type { FileNameNote } from "#app/domain/application/file-name-note.ts";

/** One uploaded file as its owner sees it. */
export type UploadedView = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Null while it is scanned for viruses, and for ever where one was found. */
  readonly href: string | null;
  readonly isPicture: boolean;
  readonly scan: "off" | "waiting" | "clean" | "infected";
  /** What the file's name gives away. */
  readonly notes: readonly FileNameNote[];
};

/** A document to hand in: the limits, said before anything is chosen, and what is there. */
export type UploadView = {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly formats: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles: number;
  readonly files: readonly UploadedView[];
};
