import type { LoaderFunctionArgs } from "@remix-run/node";
import { translator } from "#app/i18n/i18n.server.ts";
import { languageOf } from "#app/i18n/language.server.ts";
import { receiptDocument } from "#app/print/documents/receipt.ts";
import { ownApplication } from "./own-application.server.ts";
import { pdfResponse } from "./pdf-response.server.ts";
import { receiptOf } from "./receipt-of.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const page = await ownApplication(args);
  const language = languageOf(args.request);
  const receipt = await receiptOf(page, language);
  const document = receiptDocument(receipt, { t: translator(language), language });
  return pdfResponse(document, `${receipt.applicationNumber}-receipt.pdf`);
}
