import { configure, TextReader, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js";
import type { Language } from "#app/domain/programme/text.ts";
import { translator } from "#app/i18n/i18n.server.ts";
import type { OwnData } from "#app/use-cases/own-data.ts";

configure({ useWebWorkers: false });

type Archive = {
  readonly data: OwnData;
  readonly bytesOf: (sha256: string) => Promise<Uint8Array | undefined>;
  readonly now: Date;
};

/**
 * Everything of one person as one zip that is made while it is sent: a page that explains it in both languages, the data
 * as JSON, and the files under their own names (UTF-8). One file at a time is in memory.
 */
export function archiveOf({ data, bytesOf, now }: Archive): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(writable, { lastModDate: now, useWebWorkers: false, extendedTimestamp: false });
  void fill(zip, { data, bytesOf }).catch((error: unknown) => writable.abort(error).catch(() => undefined));
  return readable;
}

async function fill(zip: ZipWriter<unknown>, { data, bytesOf }: Omit<Archive, "now">): Promise<void> {
  await zip.add("README.txt", new TextReader(readme()));
  const taken = new Set<string>();
  const applications = data.applications.map((application, index) => {
    const folder = folderOf(application.applicationNumber, index);
    const files = application.files.map((file) => ({ ...file, path: freeName(`${folder}/${file.name}`, taken) }));
    return { ...application, files };
  });
  await zip.add("data.json", new TextReader(`${JSON.stringify({ ...data, applications }, null, 2)}\n`));
  for (const { path, sha256, mediaType } of applications.flatMap(({ files }) => files)) {
    const bytes = await bytesOf(sha256);
    // PDF and pictures are packed already.
    if (bytes) await zip.add(path, new Uint8ArrayReader(bytes), { level: mediaType.startsWith("text/") ? 6 : 0 });
  }
  await zip.close();
}

function folderOf(number: string | null, index: number): string {
  return `files/${number === null ? `draft-${index + 1}` : number.replaceAll(/[^\p{L}\p{N}_-]/gu, "-")}`;
}

/** Two files of one name both arrive: "a.pdf", "a (2).pdf". No name leaves its folder. */
function freeName(wanted: string, taken: Set<string>): string {
  const dot = wanted.lastIndexOf(".");
  const [stem, ending] = dot > wanted.lastIndexOf("/") ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ""];
  let name = wanted;
  for (let copy = 2; taken.has(name); copy += 1) name = `${stem} (${copy})${ending}`;
  taken.add(name);
  return name;
}

function readme(): string {
  const inLanguage = (language: Language) => translator(language)("rights:readme").replaceAll("\n", "\r\n");
  return `\uFEFF${inLanguage("ko")}\r\n\r\n----\r\n\r\n${inLanguage("en")}\r\n`;
}
