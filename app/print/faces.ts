import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import Pdf from "pdfkit";

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
  const require = createRequire(import.meta.url);
  const regular = await parse(require.resolve("@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf"));
  const bold = await parse(require.resolve("@expo-google-fonts/noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf"));
  return { regular, bold };
}

async function parse(path: string): Promise<Face> {
  const bytes = await readFile(path);
  // pdfkit parses six megabytes anew for each document that is given bytes; a parsed face it takes as it is.
  const reader = new Pdf({ font: bytes as unknown as string }) as unknown as { _font: { font: Face } };
  return reader._font.font;
}
