/** The formats in which an academy publishes a notice and its forms. */
export const noticeFormats = ["pdf", "hwp", "hwpx", "docx", "xlsx", "zip"] as const;
export type NoticeFormat = (typeof noticeFormats)[number];

export const noticeMediaTypes: Readonly<Record<NoticeFormat, string>> = {
  pdf: "application/pdf",
  hwp: "application/x-hwp",
  hwpx: "application/hwp+zip",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

export const maxAttachmentBytes = 20 * 1024 * 1024;
export const maxAttachments = 30;
/** Characters of a label, after NFC. */
export const maxAttachmentLabel = 100;

/**
 * The notice format of some bytes, given the container that their signature tells (`cfb` is what HWP shares with old
 * Office files, `zip` what HWPX shares with archives); undefined for what is none. Macros are none.
 */
export function noticeFormatOf(container: string | undefined, bytes: Uint8Array): NoticeFormat | undefined {
  if (container === "cfb") return holds(bytes, "HWP Document File") ? "hwp" : undefined;
  if (container === "zip") return holds(bytes.subarray(0, 200), "application/hwp+zip") ? "hwpx" : "zip";
  return container === "pdf" || container === "docx" || container === "xlsx" ? container : undefined;
}

type Attached = {
  readonly mediaType: string;
  readonly name: string;
  readonly labelKo: string;
  readonly labelEn: string;
};

/**
 * Hangul files without a PDF beside them, known by the same label or the same name before the ending: not everybody
 * has a program that opens them, and a screen reader often has none.
 */
export function withoutPdf<Each extends Attached>(attachments: readonly Each[]): readonly Each[] {
  const pdfs = attachments.filter(({ mediaType }) => mediaType === noticeMediaTypes.pdf);
  return attachments
    .filter(({ mediaType }) => mediaType === noticeMediaTypes.hwp || mediaType === noticeMediaTypes.hwpx)
    .filter((file) => !pdfs.some((pdf) => isSameDocument(pdf, file)));
}

/** The file's name with the ending that its content has, so that it opens where it is saved. */
export function nameWithEnding(name: string, format: NoticeFormat): string {
  return name.toLowerCase().endsWith(`.${format}`) ? name : `${stem(name)}.${format}`;
}

function isSameDocument(one: Attached, other: Attached): boolean {
  return one.labelKo === other.labelKo || one.labelEn === other.labelEn || stem(one.name) === stem(other.name);
}

function stem(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, "");
}

function holds(bytes: Uint8Array, words: string): boolean {
  const [first = 0, ...rest] = Array.from(words, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (rest.every((code, index) => bytes[at + 1 + index] === code)) return true;
  }
  return false;
}
