import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { stripCatalog, stripObjects } from "./pdf-metadata.server.ts";

/**
 * The same pages without what a PDF tells about its maker: information dictionary, XMP, earlier revisions, attachments,
 * scripts, signatures, authors of notes, and what pictures within it carry. Throws where it cannot be read or is locked.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  if (pdf.getPageCount() === 0) throw new Error("no pages");
  const { context } = pdf;
  stripCatalog(pdf.catalog);
  stripObjects(context);
  delete context.trailerInfo.Info;
  // Identifies a document and its revisions elsewhere; every clean copy has the same.
  const nobody = PDFHexString.of("0".repeat(32));
  context.trailerInfo.ID = context.obj([nobody, nobody]);
  dropUnreachable(context);
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false });
}

/** The library writes all objects that it read, also those that nothing points to any more. */
function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef && !reached.has(object)) {
      reached.add(object);
      open.push(context.lookup(object));
    }
    if (object instanceof PDFStream) open.push(object.dict);
    if (object instanceof PDFArray) open.push(...object.asArray());
    if (object instanceof PDFDict) open.push(...object.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
