import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream, type PDFContext, type PDFObject } from "@cantoo/pdf-lib";
import { jpegWithoutMetadata } from "./clean-jpeg.server.ts";

/** Keys that say who made a file, when and with what, or that do something when it is opened. None of them is drawn. */
const EVERYWHERE = ["Metadata", "PieceInfo", "LastModified", "AA", "OpenAction", "AF", "CreatorInfo", "SpiderInfo"];
const CATALOG = ["Perms", "DSS", "Legal", "Collection", "Threads", "Requirements", "URI"];
/** Authors, dates and identities of notes; a field of a form needs its /T, which is no person. */
const ANNOTATION = ["T", "NM", "M", "CreationDate", "RC", "Popup", "IRT"];
const DOING = new Set(["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "GoToR", "RichMediaExecute"]);
const CARRYING = new Set(["FileAttachment", "Sound", "Movie", "Screen", "RichMedia", "3D", "Popup"]);

/** Takes metadata, attachments and actions out of every object; what is drawn on the pages stays as it is. */
export function stripObjects(context: PDFContext): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && isJpeg(object)) {
      context.assign(ref, PDFRawStream.of(object.dict, jpegWithoutMetadata(object.contents)));
    }
    visit(context, object, 0);
  }
}

export function stripCatalog(catalog: PDFDict): void {
  remove(catalog, CATALOG);
  const names = catalog.lookup(PDFName.of("Names"));
  // Besides destinations: attachments, scripts, presentations.
  if (names instanceof PDFDict) {
    remove(
      names,
      names
        .keys()
        .map((key) => key.decodeText())
        .filter((key) => key !== "Dests"),
    );
  }
  const form = catalog.lookup(PDFName.of("AcroForm"));
  if (form instanceof PDFDict) remove(form, ["XFA", "SigFlags"]);
}

/** Direct objects may lie in one another without end in a malicious file. */
const DEEPEST = 200;

function visit(context: PDFContext, object: PDFObject | undefined, depth: number): void {
  if (depth > DEEPEST) return;
  if (object instanceof PDFStream) visit(context, object.dict, depth + 1);
  if (object instanceof PDFArray) for (const entry of object.asArray()) visit(context, entry, depth + 1);
  if (object instanceof PDFDict) {
    stripDict(context, object);
    for (const value of object.values()) visit(context, value, depth + 1);
  }
}

function stripDict(context: PDFContext, dict: PDFDict): void {
  remove(dict, EVERYWHERE);
  const action = look(context, dict, "A");
  if (action instanceof PDFDict && DOING.has(nameOf(context, action, "S"))) dict.delete(PDFName.of("A"));
  if (dict.has(PDFName.of("S"))) dict.delete(PDFName.of("Next"));
  if (nameOf(context, dict, "FT") === "Sig") dict.delete(PDFName.of("V"));
  const isNote = dict.has(PDFName.of("Rect")) && dict.has(PDFName.of("Subtype"));
  if (isNote && nameOf(context, dict, "Subtype") !== "Widget") remove(dict, ANNOTATION);
  const notes = look(context, dict, "Annots");
  if (notes instanceof PDFArray) dropCarriers(context, notes);
}

/** Notes that carry a file, a sound or a film. */
function dropCarriers(context: PDFContext, notes: PDFArray): void {
  for (let index = notes.size() - 1; index >= 0; index -= 1) {
    const note = notes.lookup(index);
    if (note instanceof PDFDict && CARRYING.has(nameOf(context, note, "Subtype"))) notes.remove(index);
  }
}

function isJpeg({ dict }: PDFRawStream): boolean {
  const filter = dict.lookup(PDFName.of("Filter"));
  const last = filter instanceof PDFArray ? (filter.size() === 1 ? filter.lookup(0) : undefined) : filter;
  return last instanceof PDFName && last.decodeText() === "DCTDecode";
}

function look(context: PDFContext, dict: PDFDict, key: string): PDFObject | undefined {
  return context.lookup(dict.get(PDFName.of(key)));
}

function nameOf(context: PDFContext, dict: PDFDict, key: string): string {
  const value = look(context, dict, key);
  return value instanceof PDFName ? value.decodeText() : "";
}

function remove(dict: PDFDict, keys: readonly string[]): void {
  for (const key of keys) dict.delete(PDFName.of(key));
}
