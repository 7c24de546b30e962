import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

/** A parsed font as pdfkit takes it back; its types know only names and bytes. */
type Face = PDFKit.Mixins.PDFFontSource;
export type Faces = { readonly regular: Face; readonly bold: Face };

let loading: Promise<Faces> | undefined;

/** Every Hangul syllable and 8,138 Hanja in two weights, read and parsed once for the process. */
export function loadFaces(): Promise<Faces> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Faces> {
  const regular = await parse("400Regular/NotoSansKR_400Regular.ttf");
  return { regular, bold: await parse("700Bold/NotoSansKR_700Bold.ttf") };
}

async function parse(file: string): Promise<Face> {
  const { resolve } = createRequire(import.meta.url);
  const bytes = await readFile(resolve(`@expo-google-fonts/noto-sans-kr/${file}`));
  // pdfkit parses six megabytes anew for each document that is given bytes; a parsed face it takes as it is.
  const reader = new PDFDocument({ font: bytes as unknown as string }) as unknown as { _font: { font: Face } };
  return reader._font.font;
}
