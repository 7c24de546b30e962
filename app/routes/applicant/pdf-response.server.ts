import type { PrintedDocument } from "#app/print/printed-document.ts";
import { printDocument } from "#app/threads/print-document.ts";

/** A document to download; its name holds a number and never a person's name. */
export async function pdfResponse(document: PrintedDocument, fileName: string): Promise<Response> {
  const pdf = await printDocument(document);
  return new Response(pdf.slice().buffer, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Content-Language": document.language,
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}
