import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import sharp from "sharp";

/** What must not reach a reviewer: each stands in the metadata of the files below. */
export const tellers = ["Hong Gildong", "Jeonnam University", "35.1760N", "secret-attachment", "evil-script"] as const;
const [author, school, place, attachment, script] = tellers;

/** A page with "Portfolio" on it, whose metadata says who made it in every place that a PDF has. */
export async function aTellingPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([300, 200]);
  page.drawText("Portfolio", { font: await pdf.embedFont(StandardFonts.Helvetica), size: 20, x: 20, y: 100 });
  page.drawImage(await pdf.embedJpg(await aTellingJpeg()), { x: 200, y: 20, width: 20, height: 20 });
  pdf.setAuthor(author);
  pdf.setTitle(`${author}, ${school}`);
  pdf.setProducer(school);
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${author}</dc:creator></x:xmpmeta>`;
  const metadata = () => pdf.context.register(pdf.context.flateStream(xmp, { Type: "Metadata", Subtype: "XML" }));
  pdf.catalog.set(PDFName.of("Metadata"), metadata());
  page.node.set(PDFName.of("Metadata"), metadata());
  page.node.set(PDFName.of("PieceInfo"), pdf.context.obj({ App: { Private: PDFString.of(author) } }));
  await pdf.attach(new TextEncoder().encode(attachment.repeat(20)), `${attachment}.txt`, { description: author });
  pdf.addJavaScript("main", `app.alert("${script}")`);
  pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.obj({ S: "JavaScript", JS: PDFString.of(script) }));
  const note = { Type: "Annot", Subtype: "Text", Rect: [10, 10, 20, 20], Contents: PDFString.of("a note") };
  const written = pdf.context.obj({ ...note, T: PDFString.of(author), M: PDFString.of("D:20260101") });
  const link = { Type: "Annot", Subtype: "Link", Rect: [0, 0, 5, 5], A: { S: "Launch", F: PDFString.of(school) } };
  page.node.set(PDFName.of("Annots"), pdf.context.obj([pdf.context.register(written), pdf.context.obj(link)]));
  const id = PDFHexString.of(Buffer.from(author).toString("hex"));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  return pdf.save();
}

/** 60 wide and 40 high as stored; on its side as it is meant to be seen. */
export async function aTellingJpeg(): Promise<Uint8Array> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: "#336699" } })
    .withExif({
      IFD0: { Artist: author, Copyright: school },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 10/1 0/1", GPSMapDatum: place },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

export async function aTellingPng(): Promise<Uint8Array> {
  const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#336699" } })
    .png()
    .toBuffer();
  const end = plain.length - 12;
  const text = chunk("tEXt", Buffer.from(`Author\0${author}`, "latin1"));
  return Buffer.concat([plain.subarray(0, end), text, plain.subarray(end)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
